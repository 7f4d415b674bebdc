/** A modal on the browser's own `<dialog>`: the keys go back to the field that had them, with nothing lost on the way. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface Modal {
  readonly box: RefObject<HTMLDialogElement | null>;
  readonly close: () => void;
  /** To be spread on the `<dialog>`. */
  readonly handlers: {
    readonly onCancel: (event: Event) => void;
    readonly onClose: () => void;
  };
}

/** A field with its text and selection, as it was when the dialog took the keys from it. */
interface Left {
  readonly field: HTMLTextAreaElement | HTMLInputElement;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const leaveField = (): Left | null => {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return null;
  const { value: text, selectionStart: start, selectionEnd: end } = field;
  // Of some kinds of input there is no selection to speak of.
  return start === null || end === null ? null : { field, text, start, end };
};

/**
 * Makes the field that has the focus back take letters at once, at its caret. Chromium gives the focus back while the
 * field still counts as inert: it forgets where the caret was, and takes the field for one that cannot be written in
 * until something on the page changes, so that keys are heard but write nothing.
 */
const wakeField = ({ field, text, start, end }: Left): void => {
  if (document.activeElement !== field || field.value !== text) return;
  // Reading the size brings the styles up to date; setting the selection anew lets go of what was known of it.
  field.getBoundingClientRect();
  field.setSelectionRange(start, end);
};

/** Opens the dialog with its first frame. @param onClosed called once it was closed, not when it was taken away */
export const useModal = (onClosed: () => void): Modal => {
  const box = useRef<HTMLDialogElement>(null);
  const there = useRef(true);
  const left = useRef<Left | null>(null);
  // Once: what is typed behind the dialog moves the caret.
  const wake = (): void => {
    if (left.current !== null) wakeField(left.current);
    left.current = null;
  };
  // Before the effects of what is inside: a field that asks for the focus gets it last.
  useLayoutEffect(() => {
    const dialog = box.current;
    there.current = true;
    if (dialog !== null && !dialog.open) {
      left.current = leaveField();
      dialog.showModal();
    }
    return () => {
      there.current = false;
      // A dialog that is only taken away would leave the focus nowhere.
      if (dialog?.open === true) {
        dialog.close();
        wake();
      }
    };
  }, []);
  const close = (): void => {
    box.current?.close();
    wake();
  };
  return {
    box,
    close,
    handlers: {
      // Escape: closed here, so that the next key finds the field awake.
      onCancel: (event) => {
        if (event.target !== box.current) return;
        event.preventDefault();
        close();
      },
      onClose: () => {
        wake();
        if (there.current) onClosed();
      },
    },
  };
};
