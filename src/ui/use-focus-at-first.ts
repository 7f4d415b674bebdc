/** The focus on a control when it first appears; the `autofocus` attribute alone works only while a page loads. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Gives a control the focus in the frame that it appears in: the next key may come before any later effect. Inside a
 * dialog that is about to open, the attribute is what the dialog goes by.
 */
export const focusAtFirst = (control: HTMLElement | null): void => {
  if (control === null) return;
  control.autofocus = true;
  control.focus();
};

/** @param wanted read when the control appears */
export const useFocusAtFirst = <Control extends HTMLElement>(wanted: boolean): RefObject<Control | null> => {
  const control = useRef<Control>(null);
  const first = useRef(wanted);
  useLayoutEffect(() => {
    if (first.current) focusAtFirst(control.current);
  }, []);
  return control;
};
