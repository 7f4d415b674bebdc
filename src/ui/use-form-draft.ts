/** A form that is being filled in: a draft in the store from its first change, back again when it was closed unfinished. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { instantOf } from '../model/time.ts';
import { useReport } from './components/toasts.tsx';
import { usePorts } from './ports-context.ts';

export interface FormDraft<Fields extends object> {
  readonly fields: Fields;
  readonly change: (changes: Partial<Fields>) => void;
  /** What the form began with. */
  readonly initial: Fields;
  /** True when something differs from it. */
  readonly changed: boolean;
  /** Back to what the form began with. */
  readonly reset: () => void;
  /** To be called when the fields were saved. */
  readonly done: () => void;
}

/** The draft holds the changed fields alone, so that it never takes back what others changed meanwhile. */
const readChanges = <Fields extends object>(text: string): Partial<Fields> => {
  try {
    return JSON.parse(text) as Partial<Fields>;
  } catch {
    return {};
  }
};

/**
 * @param target of the draft: `form:session:<id>`
 * @param initial what the form begins with; read once
 */
export const useFormDraft = <Fields extends object>(target: string, initial: Fields): FormDraft<Fields> => {
  const { store, nowMs } = usePorts();
  const report = useReport();
  const begin = useRef(initial);
  const changes = useRef<Partial<Fields>>({});
  const [fields, setFields] = useState(initial);
  const show = useCallback((next: Partial<Fields>) => {
    changes.current = next;
    setFields({ ...begin.current, ...next });
  }, []);
  useEffect(() => {
    store
      .getDraft(target)
      .then((draft) => {
        if (draft === null || draft.text === '') return;
        show({ ...readChanges<Fields>(draft.text), ...changes.current });
      })
      .catch(report);
  }, [store, target, report, show]);
  const change = useCallback(
    (more: Partial<Fields>) => {
      const next = { ...changes.current, ...more };
      show(next);
      const text = JSON.stringify(next);
      store.putDraft({ target, text, caret: 0, baseRevision: 0, updatedAt: instantOf(nowMs()) });
    },
    [store, nowMs, target, show],
  );
  const done = useCallback(() => store.deleteDraft(target), [store, target]);
  const reset = useCallback(() => {
    done();
    show({});
  }, [done, show]);
  const changed = JSON.stringify(fields) !== JSON.stringify(begin.current);
  return { fields, change, initial: begin.current, changed, reset, done };
};

/** The entries of `after` that differ from those of `before`. */
export const changedEntries = <Fields extends object>(before: Fields, after: Fields): Partial<Fields> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof Fields]),
    ),
  ) as Partial<Fields>;
