/** Text being typed: a draft in the store from its first character, back again when the surface opens. */
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Draft } from '../model/draft.ts';
import { instantOf } from '../model/time.ts';
import { useReport } from './components/toasts.tsx';
import { usePorts } from './ports-context.ts';

export interface DraftText {
  /** As it is rendered. */
  readonly text: string;
  /** As it is now: a key may have come between a rendering and its effects. */
  readonly readText: () => string;
  /** To be called on each input. */
  readonly type: (text: string, caret: number) => void;
  /** Empties the field; the draft itself goes with the step that keeps it, or by `discard`. */
  readonly clear: (next?: string) => void;
  readonly discard: () => void;
  /** Revision that the edit started from: that of the draft where there is one. */
  readonly baseRevision: number;
  /** True once the stored draft was looked for; before that, an empty field says nothing. */
  readonly ready: boolean;
  /** The draft that was found when the surface opened. */
  readonly found: Draft | null;
}

interface Typing {
  readonly target: string;
  readonly text: string;
  readonly baseRevision: number;
  readonly ready: boolean;
  readonly found: Draft | null;
}

/** What was typed stays, behind what a draft newer than the mirror brings. */
const typedBehind = (text: string, mirrored: string, stored: string): string =>
  stored !== mirrored && text.startsWith(mirrored) ? stored + text.slice(mirrored.length) : text;

/**
 * The mirrored draft is shown with the first frame; the store's own, newer after a crash, replaces it, and what was
 * typed meanwhile goes behind it.
 *
 * @param target what is being typed; another target loads its own draft
 * @param initial text to start from when there is no draft
 * @param baseRevision revision of the record that is edited; 0 for a new one
 * @param aims where the text will be kept and as what, read with each input; a draft that was found keeps its place
 *   until there is another
 * @param typed what the person typed before this code ran; it goes behind the draft
 */
export const useDraft = (
  target: string,
  initial = '',
  baseRevision = 0,
  aims: Pick<Draft, 'place' | 'kind'> = {},
  typed = '',
): DraftText => {
  const { store, nowMs } = usePorts();
  const report = useReport();
  const latest = useRef({ initial, baseRevision, aims });
  latest.current = { initial, baseRevision, aims };
  const begin = (row: Draft | null, ready: boolean): Typing => {
    // A row without text says that there is no draft any more.
    const draft = row?.text === '' ? null : row;
    return {
      target,
      text: draft?.text ?? latest.current.initial,
      baseRevision: draft?.baseRevision ?? latest.current.baseRevision,
      ready,
      found: draft,
    };
  };
  const [state, setState] = useState<Typing>(() => {
    const begun = begin(store.peekDraft(target), false);
    return { ...begun, text: begun.text + typed };
  });
  const current = state.target === target ? state : begin(store.peekDraft(target), false);
  const shown = useRef(current);
  shown.current = current;
  const touched = useRef<string | null>(null);

  const type = useCallback(
    (text: string, caret: number) => {
      touched.current = target;
      const { baseRevision: base } = shown.current;
      if (text === '' && latest.current.initial === '') store.deleteDraft(target);
      else {
        const { place = shown.current.found?.place, kind } = latest.current.aims;
        const aimed = { ...(place && { place }), ...(kind && { kind }) };
        store.putDraft({ target, text, caret, baseRevision: base, updatedAt: instantOf(nowMs()), ...aimed });
      }
      shown.current = { target, text, baseRevision: base, ready: true, found: shown.current.found };
      setState(shown.current);
    },
    [store, nowMs, target],
  );
  // With the first rendering: asked before anything that is typed into it is put.
  useLayoutEffect(() => {
    let asked = true;
    if (touched.current !== target) touched.current = null;
    const mirrored = store.peekDraft(target);
    store
      .getDraft(target, mirrored)
      .then((draft) => {
        if (!asked) return;
        if (touched.current !== target) {
          setState(begin(draft, true));
          return;
        }
        const { text } = shown.current;
        const { initial: begun } = latest.current;
        const whole = typedBehind(text, mirrored?.text || begun, draft?.text || begun);
        if (whole === text) return;
        shown.current = { ...shown.current, found: draft };
        type(whole, whole.length);
      })
      .catch(report);
    return () => {
      asked = false;
    };
  }, [store, target, report, type]);
  useLayoutEffect(() => {
    if (typed !== '') type(shown.current.text, shown.current.text.length);
  }, [typed, type]);

  const clear = useCallback(
    (next = '') => {
      touched.current = target;
      const { baseRevision: base } = latest.current;
      shown.current = { target, text: next, baseRevision: base, ready: true, found: shown.current.found };
      setState(shown.current);
    },
    [target],
  );
  const discard = useCallback(() => {
    store.deleteDraft(target);
    clear(latest.current.initial);
  }, [store, target, clear]);
  const readText = useCallback(() => shown.current.text, []);
  const { text, baseRevision: base, ready, found } = current;
  return { text, readText, baseRevision: base, ready, found, type, clear, discard };
};
