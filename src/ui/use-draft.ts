/** Text being typed: a draft in the store from its first character, back again when the surface opens. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Draft } from '../model/draft.ts';
import { instantOf } from '../model/time.ts';
import { useReport } from './components/toasts.tsx';
import { usePorts } from './ports-context.ts';

export interface DraftText {
  readonly text: string;
  /** To be called on each input. */
  readonly type: (text: string, caret: number) => void;
  /** Empties the field; the draft itself goes with the step that keeps it, or by `discard`. */
  readonly clear: (next?: string) => void;
  readonly discard: () => void;
  /** Revision that the edit started from: that of the draft where there is one. */
  readonly baseRevision: number;
  /** True once the stored draft was looked for. */
  readonly ready: boolean;
  /** The draft that was found when the surface opened. */
  readonly found: Draft | null;
}

/**
 * @param target what is being typed; another target loads its own draft
 * @param initial text to start from when there is no draft
 * @param baseRevision revision of the record that is edited; 0 for a new one
 * @param aims where the text will be kept and as what, read with each input
 */
export const useDraft = (
  target: string,
  initial = '',
  baseRevision = 0,
  aims: Pick<Draft, 'place' | 'kind'> = {},
): DraftText => {
  const { store, nowMs } = usePorts();
  const report = useReport();
  const [state, setState] = useState({ target, text: initial, baseRevision, ready: false });
  const [found, setFound] = useState<Draft | null>(null);
  const touched = useRef<string | null>(null);
  const aim = useRef(aims);
  aim.current = aims;
  const start = useRef({ initial, baseRevision });
  start.current = { initial, baseRevision };
  useEffect(() => {
    let asked = true;
    touched.current = null;
    const fresh = { target, text: start.current.initial, baseRevision: start.current.baseRevision };
    setState({ ...fresh, ready: false });
    store
      .getDraft(target)
      .then((draft) => {
        if (!asked || touched.current === target) return;
        setFound(draft);
        setState(
          draft === null
            ? { ...fresh, ready: true }
            : { target, text: draft.text, baseRevision: draft.baseRevision, ready: true },
        );
      })
      .catch(report);
    return () => {
      asked = false;
    };
  }, [store, target, report]);

  const type = useCallback(
    (text: string, caret: number) => {
      touched.current = target;
      setState((before) => {
        const base = before.target === target ? before.baseRevision : start.current.baseRevision;
        if (text === '' && start.current.initial === '') store.deleteDraft(target);
        else {
          const updatedAt = instantOf(nowMs());
          store.putDraft({ target, text, caret, baseRevision: base, updatedAt, ...aim.current });
        }
        return { target, text, baseRevision: base, ready: true };
      });
    },
    [store, nowMs, target],
  );
  const clear = useCallback(
    (next = '') => {
      touched.current = target;
      setState({ target, text: next, baseRevision: start.current.baseRevision, ready: true });
    },
    [target],
  );
  const discard = useCallback(() => {
    store.deleteDraft(target);
    clear(start.current.initial);
  }, [store, target, clear]);
  const current = state.target === target;
  return {
    text: current ? state.text : initial,
    baseRevision: current ? state.baseRevision : baseRevision,
    ready: current && state.ready,
    found: current ? found : null,
    type,
    clear,
    discard,
  };
};
