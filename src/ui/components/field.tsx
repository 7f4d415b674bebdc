/** Labelled fields: label, control, hint and error belong together by id. */
import type { InputHTMLAttributes, JSX, TextareaHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import { useFocusAtFirst } from '../use-focus-at-first.ts';

interface FieldFrame {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
}

type Control<Attributes> = Omit<
  Attributes,
  'class' | 'label' | 'id' | 'role' | 'aria-describedby' | 'aria-invalid'
>;

const describedBy = (id: string, { hint, error }: FieldFrame): { 'aria-describedby'?: string } =>
  error !== undefined
    ? { 'aria-describedby': `${id}-error` }
    : hint !== undefined
      ? { 'aria-describedby': `${id}-hint` }
      : {};

const Notes = ({ id, hint, error }: FieldFrame & { readonly id: string }) => (
  <>
    {error === undefined && hint !== undefined && (
      <span class="field-hint" id={`${id}-hint`}>
        {hint}
      </span>
    )}
    {error !== undefined && (
      <span class="field-error" id={`${id}-error`}>
        {error}
      </span>
    )}
  </>
);

type TextFieldType = 'text' | 'url' | 'date' | 'time' | 'search';

/** One line of text, a date, a time, an address. */
export const TextField = ({
  label,
  hint,
  error,
  type = 'text',
  autoFocus = false,
  ...input
}: FieldFrame &
  Omit<Control<InputHTMLAttributes<HTMLInputElement>>, 'type' | 'autoFocus'> & {
    readonly type?: TextFieldType;
    readonly autoFocus?: boolean;
  }) => {
  const box = useFocusAtFirst<HTMLInputElement>(autoFocus);
  const id = useId();
  const frame = { label, ...(hint === undefined ? {} : { hint }), error };
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <input
        ref={box}
        id={id}
        class="input"
        dir="auto"
        aria-invalid={error !== undefined}
        {...describedBy(id, frame)}
        // Preact types each kind of input apart; a field of any of these kinds takes the same attributes.
        {...({ ...input, type } as InputHTMLAttributes<HTMLInputElement>)}
      />
      <Notes id={id} {...frame} />
    </div>
  );
};

/** Several lines of text; grows with what is in it. */
export const TextAreaField = ({
  label,
  hint,
  error,
  ...area
}: FieldFrame & Control<TextareaHTMLAttributes<HTMLTextAreaElement>>) => {
  const id = useId();
  const frame = { label, ...(hint === undefined ? {} : { hint }), error };
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <textarea id={id} class="input grows" dir="auto" rows={2} {...describedBy(id, frame)} {...area} />
      <Notes id={id} {...frame} />
    </div>
  );
};

/** One of a few, all in sight. */
export const Choices = <Value extends string>({
  label,
  options,
  value,
  onChoose,
  iconsOnly = false,
}: {
  readonly label: string;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly icon?: JSX.Element;
  }[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
  /** Shows the icons alone; the labels stay as names and tooltips. */
  readonly iconsOnly?: boolean;
}) => {
  const name = useId();
  return (
    <fieldset class="choices">
      <legend class="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          class={iconsOnly ? 'choice choice-icon' : 'choice'}
          {...(iconsOnly ? { title: option.label } : {})}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          {option.icon}
          <span class={iconsOnly ? 'visually-hidden' : ''}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
};
