/** The frame of an icon. Decorative: the control that holds one has the name. */
import type { ComponentChildren } from 'preact';

export const Icon = ({ children }: { readonly children: ComponentChildren }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    {children}
  </svg>
);
