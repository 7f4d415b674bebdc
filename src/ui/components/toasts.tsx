/** Confirmations and errors at the foot of a surface, spoken by screen readers, each with its undo where there is one. */
import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';
import { errorMessage } from '../error-message.ts';
import { t } from '../strings.ts';
import { UndoIcon, XIcon } from './icons-popup.tsx';

export interface Toast {
  readonly tone: 'done' | 'failed' | 'info';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** What failed; its kind and place can be copied, for a report. */
  readonly error?: unknown;
}

const SHOWN_MS = 6000;
const SHOWN_FAILED_MS = 15000;

type Show = (toast: Toast) => void;

const ToastContext = createContext<Show>(() => undefined);

/** Shows a toast. */
export const useToast = (): Show => useContext(ToastContext);

/** Shows an error in words. */
export const useReport = (): ((error: unknown) => void) => {
  const show = useToast();
  return useCallback(
    (error: unknown) => {
      console.error(error);
      show({ tone: 'failed', text: errorMessage(error), error });
    },
    [show],
  );
};

/** Holds the toasts of a surface; one at a time, the newest. */
export const ToastProvider = ({ children }: { readonly children: ComponentChildren }) => {
  const [toast, setToast] = useState<Toast | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const show = useCallback<Show>((next) => {
    clearTimeout(timer.current);
    setToast(next);
    timer.current = setTimeout(() => setToast(null), next.tone === 'failed' ? SHOWN_FAILED_MS : SHOWN_MS);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div class="toasts">
        <div role="status" aria-live="polite">
          {toast !== null && toast.tone !== 'failed' && (
            <ToastBox toast={toast} close={() => setToast(null)} />
          )}
        </div>
        <div role="alert">
          {toast?.tone === 'failed' && <ToastBox toast={toast} close={() => setToast(null)} />}
        </div>
      </div>
    </ToastContext.Provider>
  );
};

const ToastBox = ({ toast, close }: { readonly toast: Toast; readonly close: () => void }) => {
  const { error } = toast;
  const [later, setLater] = useState<typeof import('../error-actions.tsx')>();
  useEffect(() => {
    // Without its buttons an error is said all the same.
    if (error !== undefined) void import('../error-actions.tsx').then(setLater, () => undefined);
  }, [error]);
  return (
    <div class={`toast toast-${toast.tone}`}>
      <span dir="auto">{toast.text}</span>
      {toast.action !== undefined && (
        <button
          type="button"
          class="button"
          onClick={() => {
            toast.action?.run();
            close();
          }}
        >
          <UndoIcon /> {toast.action.label}
        </button>
      )}
      {error !== undefined && later !== undefined && <later.ErrorActions error={error} onDone={close} />}
      {toast.tone === 'failed' && (
        <button type="button" class="button button-icon" aria-label={t('close')} onClick={close}>
          <XIcon />
        </button>
      )}
    </div>
  );
};
