/** The caret of a draft that came back stands where it stood. */
import { useLayoutEffect } from 'preact/hooks';
import type { Draft } from '../model/draft.ts';

/** @param found the draft as it was found; a text typed on since then keeps its own caret */
export const useCaret = (
  area: { readonly current: HTMLTextAreaElement | null },
  found: Draft | null,
): void => {
  useLayoutEffect(() => {
    if (area.current?.value === found?.text && found != null)
      area.current?.setSelectionRange(found.caret, found.caret);
  }, [area, found]);
};
