/** What the keyboard can do in the panel, and what the browser's own shortcuts of ours are now. */
import { Dialog } from '../ui/components/dialog.tsx';
import { BrowserShortcuts, type Shortcut, ShortcutList } from '../ui/components/shortcut-list.tsx';
import { commandLabel, keyLabel } from '../ui/keys.ts';
import { type MessageKey, t } from '../ui/strings.ts';

type Keys = Shortcut['keys'];

const GROUPS = (): readonly (readonly [MessageKey, readonly (readonly [Keys, MessageKey])[]])[] => [
  [
    'panelKeysInPanel',
    [
      [keyLabel('Enter'), 'panelKeyKeep'],
      [keyLabel('Shift+Enter'), 'panelKeyBreak'],
      [[commandLabel('B'), commandLabel('I'), commandLabel('E')], 'panelKeyBold'],
      ['↑', 'panelKeyLastNote'],
      [commandLabel('K'), 'panelKeyPalette'],
      [commandLabel('Z'), 'undo'],
      [commandLabel('Shift+Z'), 'redo'],
    ],
  ],
  [
    'writingKeys',
    [
      ['Q:', 'questionAndAnswer'],
      ['[[', 'writingKeyLink'],
      ['```go', 'writingKeyCode'],
      [commandLabel('Shift+E'), 'writingKeyCodeSelection'],
      [commandLabel(';'), 'writingKeyTime'],
      [commandLabel('Shift+;'), 'writingKeyMinute'],
      ['Tab', 'writingKeyIndent'],
    ],
  ],
  [
    'panelKeysOnNote',
    [
      [['↑', '↓'], 'panelKeyWalk'],
      [keyLabel('Enter'), 'panelKeyEdit'],
      [[keyLabel('Alt+↑'), keyLabel('Alt+↓')], 'panelKeyMove'],
      ['M', 'panelKeyMoveTo'],
      [t('keyDelete'), 'delete'],
    ],
  ],
];

export const PanelKeys = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={t('shortcuts')} onClose={onClose}>
    {GROUPS().map(([title, keys]) => (
      <section key={title}>
        <h3 class="shortcuts-title">{t(title)}</h3>
        <ShortcutList shortcuts={keys.map(([key, text]) => ({ keys: key, text: t(text) }))} />
      </section>
    ))}
    <section>
      <h3 class="shortcuts-title">{t('shortcutsAnywhere')}</h3>
      <BrowserShortcuts />
    </section>
  </Dialog>
);
