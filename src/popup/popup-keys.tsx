/** The popup's keys beyond its fields: the list of shortcuts, undo and redo. Loaded behind the first frame. */
import { useLayoutEffect, useState } from 'preact/hooks';
import { Dialog } from '../ui/components/dialog.tsx';
import { BrowserShortcuts, ShortcutList } from '../ui/components/shortcut-list.tsx';
import { useReport, useToast } from '../ui/components/toasts.tsx';
import { commandLabel, hasCommandKey, isComposing } from '../ui/keys.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';

/** Text that is there has an undo of its own. */
const hasText = (target: EventTarget | null): boolean =>
  (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')) &&
  target.value !== '';

const inField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, dialog') !== null;

export const PopupKeys = () => {
  const { store } = usePorts();
  const report = useReport();
  const show = useToast();
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    const replay = (direction: 'undo' | 'redo'): void => {
      store[direction]().then(
        () => show({ tone: 'info', text: t(direction === 'undo' ? 'undone' : 'redone') }),
        report,
      );
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isComposing(event) || event.defaultPrevented || event.altKey) return;
      const key = event.key.toLowerCase();
      if (hasCommandKey(event)) {
        if ((key !== 'z' && key !== 'y') || hasText(event.target)) return;
        replay(key === 'y' || event.shiftKey ? 'redo' : 'undo');
      } else if (key === '?' && !inField(event.target)) setOpen(true);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store, report, show]);
  if (!open) return null;
  return (
    <Dialog title={t('shortcuts')} onClose={() => setOpen(false)}>
      <ShortcutList
        shortcuts={[
          { keys: commandLabel('Enter'), text: t('clip') },
          { keys: commandLabel('Shift+Enter'), text: t('noteOnly') },
          { keys: commandLabel('Z'), text: t('undo') },
          { keys: commandLabel('Shift+Z'), text: t('redo') },
        ]}
      />
      <h3 class="shortcuts-title">{t('shortcutsAnywhere')}</h3>
      <BrowserShortcuts />
    </Dialog>
  );
};
