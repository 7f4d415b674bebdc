/** What the keyboard can do here and in the browser. */
import { Dialog } from '../ui/components/dialog.tsx';
import { BrowserShortcuts, ShortcutList } from '../ui/components/shortcut-list.tsx';
import { commandLabel, keyLabel } from '../ui/keys.ts';
import { t } from '../ui/strings.ts';

export const ShortcutsDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={t('shortcuts')} onClose={onClose}>
    <h3 class="shortcuts-title">{t('shortcutsHere')}</h3>
    <ShortcutList
      shortcuts={[
        { keys: commandLabel('K'), text: t('panelKeyPalette') },
        { keys: commandLabel('S'), text: t('exportBundle') },
        { keys: 'N', text: t('newSession') },
        { keys: ['↑', '↓'], text: t('shortcutWalk') },
        { keys: [keyLabel('Alt+↑'), keyLabel('Alt+↓')], text: t('shortcutMove') },
        { keys: keyLabel('Enter'), text: t('shortcutShow') },
        { keys: 'F2', text: t('editSession') },
        { keys: keyLabel('Enter'), text: t('shortcutEditPassage') },
        { keys: 'X', text: t('shortcutLeaveOut') },
        { keys: t('keyDelete'), text: t('delete') },
        { keys: commandLabel('Z'), text: t('undo') },
        { keys: commandLabel('Shift+Z'), text: t('redo') },
        { keys: '?', text: t('shortcuts') },
      ]}
    />
    <h3 class="shortcuts-title">{t('shortcutsAnywhere')}</h3>
    <BrowserShortcuts />
  </Dialog>
);
