/** The page's own keys; keys that belong to a field, a menu or a dialog are left to it. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { hasCommandKey, isComposing } from '../ui/keys.ts';

/** Those that are left out are left to the browser. */
export interface PageKeys {
  readonly palette: () => void;
  readonly exportBundle: () => void;
  readonly newSession: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly shortcuts: () => void;
}

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, dialog, [role="menu"]') !== null;

const commandOf = (event: KeyboardEvent): keyof PageKeys | null => {
  const key = event.key.toLowerCase();
  if (hasCommandKey(event) && !event.altKey) {
    if (key === 's' && !event.shiftKey) return 'exportBundle';
    if (key === 'k' && !event.shiftKey) return 'palette';
    if (inField(event.target)) return null;
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
    return key === 'y' ? 'redo' : null;
  }
  if (inField(event.target) || event.altKey || event.ctrlKey || event.metaKey) return null;
  if (key === '?') return 'shortcuts';
  return key === 'n' ? 'newSession' : null;
};

export const usePageKeys = (keys: Partial<PageKeys>): void => {
  const latest = useRef(keys);
  latest.current = keys;
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isComposing(event) || event.defaultPrevented || event.repeat) return;
      const command = commandOf(event);
      const run = command === null ? undefined : latest.current[command];
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
};
