/** Moving notes by drag: the card under the pointer shows where the note would stand. */
import { useState } from 'preact/hooks';
import { moveNote } from '../app/move-note.ts';
import type { Situation } from '../app/read-situation.ts';
import type { Note } from '../model/note.ts';
import { useReport } from '../ui/components/toasts.tsx';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { useDone } from '../ui/use-done.ts';

/** What a drag of a note carries. */
const NOTE_DRAG_TYPE = 'application/x-lanyard-note';

const cardAt = (event: DragEvent): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-note]') : null;

const isBelowMiddle = (card: HTMLElement, event: DragEvent): boolean => {
  const { top, height } = card.getBoundingClientRect();
  return event.clientY > top + height / 2;
};

const mark = (card: HTMLElement | null, side: string): void => {
  for (const marked of document.querySelectorAll<HTMLElement>('[data-drop]')) delete marked.dataset.drop;
  if (card !== null) card.dataset.drop = side;
};

export const useNoteDrag = (situation: Situation, notes: readonly Note[]) => {
  const ports = usePorts();
  const report = useReport();
  const done = useDone();
  const [dragged, setDragged] = useState<string | null>(null);
  const end = (): void => {
    mark(null, '');
    setDragged(null);
  };
  const drop = (event: DragEvent): void => {
    const card = cardAt(event);
    const over = card?.dataset.note;
    if (dragged === null || card === null || over === undefined || over === dragged) return;
    const index = notes.findIndex(({ id }) => id === over) + (isBelowMiddle(card, event) ? 1 : 0);
    moveNote(ports, dragged, situation.place, notes[index]?.id ?? null).then(
      () => done(t('noteMoved')),
      report,
    );
  };
  const handlers = {
    onDragStart: (event: DragEvent) => {
      const id = cardAt(event)?.dataset.note;
      if (id === undefined || event.dataTransfer === null) return;
      event.dataTransfer.setData(NOTE_DRAG_TYPE, id);
      event.dataTransfer.effectAllowed = 'move';
      // After the browser has drawn what it drags.
      setTimeout(() => setDragged(id));
    },
    onDragOver: (event: DragEvent) => {
      const card = cardAt(event);
      if (dragged === null || card === null) return;
      event.preventDefault();
      mark(card, isBelowMiddle(card, event) ? 'after' : 'before');
    },
    onDrop: (event: DragEvent) => {
      if (dragged === null) return;
      event.preventDefault();
      drop(event);
      end();
    },
    onDragEnd: end,
  };
  return { dragged, end, handlers };
};
