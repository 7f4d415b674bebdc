/** Fields that save themselves: after a rest, on leaving, and before an export. */
import { TextAreaField, TextField } from '../ui/components/field.tsx';
import { useAutosave } from '../ui/use-autosave.ts';

interface Field {
  readonly target: string;
  readonly label: string;
  readonly stored: string;
  readonly save: (text: string) => Promise<void>;
  readonly placeholder?: string;
  readonly hint?: string;
}

export const SavedLine = ({
  target,
  label,
  stored,
  save,
  errorOf,
  ...rest
}: Field & { readonly errorOf?: (text: string) => string | undefined }) => {
  const { text, onText, onFocus, onBlur } = useAutosave(target, stored, save);
  return (
    <TextField
      label={label}
      value={text}
      error={errorOf?.(text)}
      onInput={(event) => onText(event.currentTarget.value)}
      onFocus={onFocus}
      onBlur={onBlur}
      {...rest}
    />
  );
};

export const SavedText = ({ target, label, stored, save, ...rest }: Field) => {
  const { text, onText, onFocus, onBlur } = useAutosave(target, stored, save);
  return (
    <TextAreaField
      label={label}
      value={text}
      onInput={(event) => onText(event.currentTarget.value)}
      onFocus={onFocus}
      onBlur={onBlur}
      {...rest}
    />
  );
};
