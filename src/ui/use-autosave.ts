/** A field that saves itself: a draft at each input, the record after a rest, on leaving, and when asked. */
import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { instantOf } from '../model/time.ts';
import { useReport } from './components/toasts.tsx';
import { usePorts } from './ports-context.ts';

const REST_MS = 500;

type Save = () => Promise<void>;

/** The fields of a surface that save themselves. */
export interface Autosaves {
  readonly add: (save: Save) => () => void;
  /** Saves what is not saved yet. */
  readonly flush: () => Promise<void>;
}

export const createAutosaves = (): Autosaves => {
  const saves = new Set<Save>();
  return {
    add: (save) => {
      saves.add(save);
      return () => saves.delete(save);
    },
    flush: async () => {
      await Promise.all([...saves].map((save) => save()));
    },
  };
};

export const AutosavesContext = createContext<Autosaves>(createAutosaves());

export interface AutosavedText {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * @param target of the draft: `field:event:<id>:title`
 * @param stored what the record has
 */
export const useAutosave = (
  target: string,
  stored: string,
  save: (text: string) => Promise<void>,
): AutosavedText => {
  const { store, nowMs } = usePorts();
  const report = useReport();
  const autosaves = useContext(AutosavesContext);
  const [typed, setTyped] = useState<string | null>(null);
  const state = useRef({ unsaved: null as string | null, focused: false, save, saving: Promise.resolve() });
  // In an effect: what a field saves when it becomes another one is saved the old way.
  useEffect(() => {
    state.current.save = save;
  });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    const now = state.current;
    const write = async (): Promise<void> => {
      const text = now.unsaved;
      if (text === null) return;
      now.unsaved = null;
      try {
        await now.save(text);
        if (now.unsaved === null) store.deleteDraft(target);
      } catch (error) {
        now.unsaved ??= text;
        report(error);
      }
    };
    now.saving = now.saving.then(write);
    return now.saving;
  }, [store, target, report]);

  const onText = useCallback(
    (text: string) => {
      state.current.unsaved = text;
      setTyped(text);
      store.putDraft({ target, text, caret: 0, baseRevision: 0, updatedAt: instantOf(nowMs()) });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), REST_MS);
    },
    [store, nowMs, target, flush],
  );

  // With the rendering that shows the field: what is typed into it stays.
  useLayoutEffect(() => {
    const now = state.current;
    now.unsaved = null;
    setTyped(null);
    const remove = autosaves.add(flush);
    // What was typed when the surface was closed, and not saved any more.
    store.getDraft(target).then((draft) => {
      if (draft !== null && draft.text !== '' && now.unsaved === null) onText(draft.text);
    }, report);
    return () => {
      remove();
      void flush();
    };
  }, [store, target, autosaves, flush, onText, report]);

  useEffect(() => {
    if (stored === typed && state.current.unsaved === null) setTyped(null);
    else if (!state.current.focused && state.current.unsaved === null) setTyped(null);
  }, [stored, typed]);

  return useMemo(
    () => ({
      text: typed ?? stored,
      onText,
      onFocus: () => {
        state.current.focused = true;
      },
      onBlur: () => {
        state.current.focused = false;
        void flush();
      },
    }),
    [typed, stored, onText, flush],
  );
};
