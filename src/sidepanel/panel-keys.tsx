/** What the keyboard can do in the panel, and what the browser's own shortcuts of ours are now. */
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../ui/components/button.tsx';
import { Dialog } from '../ui/components/dialog.tsx';
import { commandLabel } from '../ui/keys.ts';
import { usePorts } from '../ui/ports-context.ts';
import { type MessageKey, t } from '../ui/strings.ts';

/** Where browsers let a person change an extension's shortcuts. */
const SHORTCUT_SETTINGS = 'chrome://extensions/shortcuts';

const GROUPS = (): readonly (readonly [MessageKey, readonly (readonly [string, MessageKey])[]])[] => [
  [
    'panelKeysInPanel',
    [
      ['Enter', 'panelKeyKeep'],
      ['Shift+Enter', 'panelKeyBreak'],
      [`${commandLabel('B')} ${commandLabel('I')} ${commandLabel('E')}`, 'panelKeyBold'],
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
      ['↑ ↓', 'panelKeyWalk'],
      ['Enter', 'panelKeyEdit'],
      ['Alt+↑ Alt+↓', 'panelKeyMove'],
      ['M', 'panelKeyMoveTo'],
      [t('keyDelete'), 'delete'],
    ],
  ],
];

const COMMANDS: readonly (readonly [string, MessageKey])[] = [
  ['_execute_action', 'commandOpenPopup'],
  ['clip-page', 'commandClipPage'],
  ['open-panel', 'commandOpenPanel'],
  ['take-screenshot', 'commandScreenshot'],
];

const Keys = ({ keys, text }: { readonly keys: string; readonly text: string }) => (
  <div class="key">
    <dt>{text}</dt>
    <dd>
      <kbd>{keys}</kbd>
    </dd>
  </div>
);

export const PanelKeys = ({
  shortcuts,
  onClose,
}: {
  readonly shortcuts: Promise<ReadonlyMap<string, string>>;
  readonly onClose: () => void;
}) => {
  const { openAddress } = usePorts();
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    void shortcuts.then(setKnown);
  }, [shortcuts]);
  return (
    <Dialog title={t('shortcuts')} onClose={onClose}>
      {GROUPS().map(([title, keys]) => (
        <section key={title} class="keys">
          <h3>{t(title)}</h3>
          <dl>
            {keys.map(([key, text]) => (
              <Keys key={text} keys={key} text={t(text)} />
            ))}
          </dl>
        </section>
      ))}
      <section class="keys">
        <h3>{t('shortcutsAnywhere')}</h3>
        <dl>
          {COMMANDS.map(([command, text]) => (
            <Keys key={command} keys={known.get(command) || t('shortcutNone')} text={t(text)} />
          ))}
        </dl>
        <Button look="quiet" onClick={() => openAddress(SHORTCUT_SETTINGS)}>
          {t('panelKeysChange')}
        </Button>
      </section>
    </Dialog>
  );
};
