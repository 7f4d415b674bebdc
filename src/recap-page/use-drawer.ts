/** The drawer of the details: Escape closes it and gives the focus back to its button. */
import { type Dispatch, type StateUpdater, useEffect, useState } from 'preact/hooks';

export const useDrawer = (): readonly [boolean, Dispatch<StateUpdater<boolean>>] => {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      // A dialog or a menu above it takes the key first.
      if (document.querySelector('dialog[open], :popover-open') !== null) return;
      setOpen(false);
      document.querySelector<HTMLElement>('.details-toggle button')?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [open]);
  return [open, setOpen];
};
