/** The focus on a control when it first appears; the `autofocus` attribute works only while a page loads. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** @param wanted read when the control appears */
export const useFocusAtFirst = <Control extends HTMLElement>(wanted: boolean): RefObject<Control | null> => {
  const control = useRef<Control>(null);
  const first = useRef(wanted);
  useEffect(() => {
    if (first.current) control.current?.focus();
  }, []);
  return control;
};
