/** A modal dialog on the browser's own `<dialog>`: it keeps the focus in, gives it back, and closes on Escape. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../strings.ts';
import { IconButton } from './button.tsx';
import { XIcon } from './icons-popup.tsx';

export const Dialog = ({
  title,
  onClose,
  children,
  foot,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly foot?: ComponentChildren;
}) => {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Before the effects of what is inside: a field that asks for the focus gets it last.
  useLayoutEffect(() => {
    const dialog = box.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
  }, []);
  return (
    <dialog ref={box} class="dialog" aria-labelledby={id} onClose={onClose}>
      <div class="dialog-head">
        <h2 id={id}>{title}</h2>
        <IconButton label={t('close')} onClick={() => box.current?.close()}>
          <XIcon />
        </IconButton>
      </div>
      <div class="dialog-body">{children}</div>
      {foot !== undefined && <div class="dialog-foot">{foot}</div>}
    </dialog>
  );
};
