/** An editor that opens over the passage it edits: a modal, for the focus and for Escape, in the passage's own place. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useModal } from '../ui/use-modal.ts';

const EDGE_PX = 8;
/** What the box has around its text: padding and line. */
const AROUND_X_PX = 13;
const AROUND_Y_PX = 9;

const unionOf = (elements: readonly Element[]): DOMRect | null => {
  const boxes = elements.map((element) => element.getBoundingClientRect()).filter(({ height }) => height > 0);
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
};

export const InPlace = ({
  title,
  passages,
  onClose,
  children,
}: {
  readonly title: string;
  /** The elements of the passage as they are now; without any, the editor stands in the middle. */
  readonly passages: () => readonly Element[];
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) => {
  const { box, handlers } = useModal(onClose);
  useLayoutEffect(() => {
    const dialog = box.current;
    if (dialog === null) return;
    const place = (): void => {
      const under = unionOf(passages());
      dialog.classList.toggle('is-in-place', under !== null);
      if (under === null) return;
      const lowest = innerHeight - dialog.offsetHeight - EDGE_PX;
      const top = Math.max(EDGE_PX, Math.min(under.top - AROUND_Y_PX, lowest));
      dialog.style.top = `${top}px`;
      dialog.style.left = `${Math.max(EDGE_PX, under.left - AROUND_X_PX)}px`;
      dialog.style.width = `${Math.min(innerWidth - 2 * EDGE_PX, under.width + 2 * AROUND_X_PX)}px`;
      dialog.style.minHeight = `${Math.min(under.height + 2 * AROUND_Y_PX, innerHeight - top - EDGE_PX)}px`;
    };
    place();
    // The preview may still be on its way to the passage.
    document.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    return () => {
      document.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
    };
  }, [box, passages]);
  return (
    <dialog ref={box} class="dialog in-place" aria-label={title} {...handlers}>
      {children}
    </dialog>
  );
};
