/** A modal dialog on the browser's own `<dialog>`: it keeps the focus in, gives it back, and closes on Escape. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../strings.ts';
import { useModal } from '../use-modal.ts';
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
  const { box, close, handlers } = useModal(onClose);
  const id = useId();
  return (
    <dialog ref={box} class="dialog" aria-labelledby={id} {...handlers}>
      <div class="dialog-head">
        <h2 id={id}>{title}</h2>
        <IconButton label={t('close')} onClick={close}>
          <XIcon />
        </IconButton>
      </div>
      <div class="dialog-body">{children}</div>
      {foot !== undefined && <div class="dialog-foot">{foot}</div>}
    </dialog>
  );
};
