/** Buttons: with words, or an icon with a name. */
import type { ComponentChildren, JSX } from 'preact';

interface ButtonProps extends Omit<JSX.IntrinsicElements['button'], 'type' | 'class' | 'size'> {
  readonly look?: 'plain' | 'primary' | 'quiet';
  readonly danger?: boolean;
  readonly submit?: boolean;
  readonly children: ComponentChildren;
}

const classes = (look: string, danger: boolean, more = ''): string =>
  ['button', look === 'plain' ? '' : `button-${look}`, danger ? 'button-danger' : '', more]
    .filter(Boolean)
    .join(' ');

/** `Undo (Ctrl+Z)`: what a tooltip says. */
export const withKeys = (label: string, keys: string | undefined): string =>
  keys === undefined ? label : `${label} (${keys})`;

/** A button with words. */
export const Button = ({
  look = 'plain',
  danger = false,
  submit = false,
  children,
  ...rest
}: ButtonProps) => (
  <button type={submit ? 'submit' : 'button'} class={classes(look, danger)} {...rest}>
    {children}
  </button>
);

/** A button that shows an icon only; `label` is its name and its tooltip, which tells its keys too. */
export const IconButton = ({
  look = 'quiet',
  danger = false,
  submit = false,
  label,
  keys,
  children,
  ...rest
}: ButtonProps & { readonly label: string; readonly keys?: string }) => (
  <button
    type={submit ? 'submit' : 'button'}
    class={classes(look, danger, 'button-icon')}
    aria-label={label}
    title={withKeys(label, keys)}
    {...rest}
  >
    {children}
  </button>
);
