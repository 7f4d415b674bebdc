/** What the keyboard can do here and in the browser. */
import { useEffect, useState } from 'preact/hooks';
import { listShortcuts } from '../platform/commands.ts';
import { Dialog } from '../ui/components/dialog.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { commandLabel } from '../ui/keys.ts';
import { type MessageKey, t } from '../ui/strings.ts';

const COMMANDS: readonly (readonly [string, MessageKey])[] = [
  ['_execute_action', 'commandOpenPopup'],
  ['clip-page', 'commandClipPage'],
  ['open-panel', 'commandOpenPanel'],
  ['take-screenshot', 'commandScreenshot'],
];

/** The browser's shortcuts of ours by the command's name; empty until they are known. */
const useShortcuts = (): ReadonlyMap<string, string> => {
  const report = useReport();
  const [shortcuts, setShortcuts] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    listShortcuts().then(setShortcuts, report);
  }, [report]);
  return shortcuts;
};

const Keys = ({ keys, text }: { readonly keys: string; readonly text: string }) => (
  <div class="shortcut">
    <dt>{text}</dt>
    <dd>
      <kbd>{keys}</kbd>
    </dd>
  </div>
);

/** The commands that work on every page of the web. */
export const BrowserShortcuts = () => {
  const shortcuts = useShortcuts();
  return (
    <dl class="shortcuts">
      {COMMANDS.map(([command, text]) => (
        <Keys key={command} keys={shortcuts.get(command) || t('shortcutNone')} text={t(text)} />
      ))}
    </dl>
  );
};

export const ShortcutsDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={t('shortcuts')} onClose={onClose}>
    <h3 class="shortcuts-title">{t('shortcutsHere')}</h3>
    <dl class="shortcuts">
      <Keys keys={commandLabel('S')} text={t('exportBundle')} />
      <Keys keys="N" text={t('newSession')} />
      <Keys keys="↑ ↓" text={t('shortcutWalk')} />
      <Keys keys="Alt+↑ Alt+↓" text={t('shortcutMove')} />
      <Keys keys="Enter" text={t('shortcutShow')} />
      <Keys keys="F2" text={t('editSession')} />
      <Keys keys="X" text={t('shortcutLeaveOut')} />
      <Keys keys={t('keyDelete')} text={t('delete')} />
      <Keys keys={commandLabel('Z')} text={t('undo')} />
      <Keys keys={commandLabel('Shift+Z')} text={t('redo')} />
      <Keys keys="?" text={t('shortcuts')} />
    </dl>
    <h3 class="shortcuts-title">{t('shortcutsAnywhere')}</h3>
    <BrowserShortcuts />
  </Dialog>
);
