/** Dragging sessions in the outline. */
import type { TargetedDragEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { Id } from '../model/ids.ts';
import type { Session } from '../model/session.ts';
import { dropMove, type Move } from './outline-order.ts';
import type { RowDrag } from './outline-row.tsx';

interface Dragging {
  readonly id: Id;
  readonly overId: Id | null;
  readonly side: 'before' | 'after';
}

const sideOf = (event: TargetedDragEvent<HTMLLIElement>): 'before' | 'after' => {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  return event.clientY < top + height / 2 ? 'before' : 'after';
};

/** What each row needs to be dragged; `onMove` is called when one is dropped where it changes something. */
export const useOutlineDrag = (
  sessions: readonly Session[],
  onMove: (id: Id, move: Move) => void,
): ((session: Session) => RowDrag) => {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  return (session) => ({
    dragging: dragging?.id === session.id,
    drop: dragging?.overId === session.id ? dragging.side : null,
    onDragStart: (event) => {
      event.dataTransfer?.setData('text/plain', session.title);
      if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = 'move';
      setDragging({ id: session.id, overId: null, side: 'before' });
    },
    onDragOver: (event) => {
      if (dragging === null) return;
      const side = sideOf(event);
      const move = dropMove(sessions, dragging.id, session.id, side);
      if (move !== null) event.preventDefault();
      const overId = move === null ? null : session.id;
      if (overId !== dragging.overId || side !== dragging.side)
        setDragging({ id: dragging.id, overId, side });
    },
    onDrop: (event) => {
      event.preventDefault();
      if (dragging === null) return;
      const move = dropMove(sessions, dragging.id, session.id, sideOf(event));
      setDragging(null);
      if (move !== null) onMove(dragging.id, move);
    },
    onDragEnd: () => setDragging(null),
  });
};
