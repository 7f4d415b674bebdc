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

/** Pointed at, or with the focus in it. */
const IN_USE = ':focus-within, :hover';

/** To the element that had the focus, or where that is gone, to the surface's field. */
const giveFocus = (element: EventTarget | null): void => {
  const there = element instanceof HTMLElement && element.isConnected ? element : null;
  (there ?? document.querySelector<HTMLElement>('textarea, main button'))?.focus();
};

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
  const box = useRef<HTMLDivElement>(null);
  const before = useRef<EventTarget | null>(null);
  const put = useCallback((next: Toast | null) => {
    // What is taken away with the focus in it gives the focus back.
    if (box.current?.contains(document.activeElement)) giveFocus(before.current);
    setToast(next);
  }, []);
  const show = useCallback<Show>(
    (next) => {
      const shownMs = next.tone === 'failed' ? SHOWN_FAILED_MS : SHOWN_MS;
      const wait = () => {
        // Nobody is hurried who is about to press its button.
        timer.current = setTimeout(() => (box.current?.matches(IN_USE) ? wait() : setToast(null)), shownMs);
      };
      clearTimeout(timer.current);
      put(next);
      wait();
    },
    [put],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div
        class="toasts"
        ref={box}
        onFocusIn={({ currentTarget, relatedTarget }) => {
          if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
            before.current = relatedTarget;
        }}
      >
        <div role="status" aria-live="polite">
          {toast !== null && toast.tone !== 'failed' && <ToastBox toast={toast} close={() => put(null)} />}
        </div>
        <div role="alert">
          {toast?.tone === 'failed' && <ToastBox toast={toast} close={() => put(null)} />}
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
