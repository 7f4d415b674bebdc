/** The frame of a form in a dialog. Closing saves; what cannot be saved yet stays as a draft. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { isComposing } from '../keys.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TrashIcon } from './icons.tsx';
import { useReport, useToast } from './toasts.tsx';

interface FormDialogProps {
  /** Of the form, for its button and for who looks for a field in it. */
  readonly id: string;
  readonly title: string;
  readonly submitLabel: string;
  /** A new record is made by its button alone: closing keeps its draft. An edit is saved by closing. */
  readonly isNew: boolean;
  readonly changed: boolean;
  /** Says `false` where something has to be mended first, and shows what. */
  readonly save: () => Promise<boolean>;
  /** Takes away what was typed for a new record. */
  readonly clear: () => void;
  /** Deletes the record and says so; not asked for a new one. */
  readonly remove: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export const FormDialog = (props: FormDialogProps) => {
  const { id, isNew, changed, save } = props;
  const report = useReport();
  const show = useToast();
  const closed = useRef(false);

  const close = (): void => {
    closed.current = true;
    props.onClose();
  };
  const onDismiss = (): void => {
    if (closed.current) return;
    if (isNew || !changed) close();
    else
      save()
        .then((saved) => saved || show({ tone: 'info', text: t('formKeptAsDraft') }), report)
        .finally(close);
  };

  return (
    <Dialog
      title={props.title}
      onClose={onDismiss}
      foot={
        <>
          {!isNew && (
            <Button look="quiet" danger onClick={() => props.remove().then(close, report)}>
              <TrashIcon /> {t('delete')}
            </Button>
          )}
          {isNew && changed && (
            <Button look="quiet" onClick={props.clear}>
              {t('formClear')}
            </Button>
          )}
          <span class="dialog-gap" />
          <Button look="primary" submit form={id}>
            {props.submitLabel}
          </Button>
        </>
      }
    >
      <form
        id={id}
        class="form"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault();
          save().then((saved) => saved && close(), report);
        }}
        onKeyDown={(key) => {
          if (key.key === 'Enter' && isComposing(key)) key.preventDefault();
        }}
      >
        {props.children}
      </form>
    </Dialog>
  );
};
