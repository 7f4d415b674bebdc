/** The notes of a place, live. A change of one note reads that note again, not all of them. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Note, Place } from '../model/note.ts';
import { byOrder } from '../model/order.ts';
import { useReport } from '../ui/components/toasts.tsx';
import { usePorts } from '../ui/ports-context.ts';

const isIn = (note: Note, place: Place): boolean =>
  note.deletedAt === null && note.eventId === place.eventId && note.sessionId === place.sessionId;

/** Puts the notes that changed into the sorted list; unchanged ones stay the same objects. */
const merged = (
  notes: readonly Note[],
  place: Place,
  ids: readonly string[],
  read: readonly (Note | null)[],
): readonly Note[] => {
  const touched = new Set(ids);
  const rest = notes.filter(({ id }) => !touched.has(id));
  const added = read.filter((note): note is Note => note !== null && isIn(note, place));
  return added.length === 0 ? rest : [...rest, ...added].sort(byOrder);
};

/** `undefined` until the store has answered. */
export const useNotes = (place: Place): readonly Note[] | undefined => {
  const { store } = usePorts();
  const report = useReport();
  const key = `${place.eventId}/${place.sessionId}`;
  const [state, setState] = useState<{ readonly key: string; readonly notes: readonly Note[] }>();
  const current = useRef(place);
  current.current = place;
  useEffect(() => {
    let wanted = true;
    const shown = current.current;
    // Answers are applied one after the other, so that an older one never covers a newer one.
    let queue = store.listNotes(shown).then(
      (notes) => {
        if (wanted) setState({ key, notes });
      },
      (error) => report(error),
    );
    const stop = store.subscribe((change) => {
      const ids = change.records.flatMap(({ type, id, places }) =>
        type === 'notes' && places.some((at) => `${at.eventId}/${at.sessionId}` === key) ? [id] : [],
      );
      if (ids.length === 0) return;
      queue = queue
        .then(() => store.getNotes(ids))
        .then((read) => {
          if (!wanted) return;
          setState((before) =>
            before?.key === key ? { key, notes: merged(before.notes, shown, ids, read) } : before,
          );
        })
        .catch(report);
    });
    return () => {
      wanted = false;
      stop();
    };
  }, [store, key, report]);
  return state?.key === key ? state.notes : undefined;
};
