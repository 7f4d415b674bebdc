/** Keys and what they do; the browser's own shortcuts of ours as they are now, and the way to change them. */
import { useEffect, useState } from 'preact/hooks';
import { usePorts } from '../ports-context.ts';
import { type MessageKey, t } from '../strings.ts';
import { Button } from './button.tsx';
import { useReport } from './toasts.tsx';

export interface Shortcut {
  /** One chord, or several that belong together. */
  readonly keys: string | readonly string[];
  readonly text: string;
}

export const ShortcutList = ({ shortcuts }: { readonly shortcuts: readonly Shortcut[] }) => (
  <dl class="shortcuts">
    {shortcuts.map(({ keys, text }) => (
      <div key={text} class="shortcut">
        <dt>{text}</dt>
        <dd>
          {[keys].flat().map((chord) => (
            <kbd key={chord}>{chord}</kbd>
          ))}
        </dd>
      </div>
    ))}
  </dl>
);

const COMMANDS: readonly (readonly [string, MessageKey])[] = [
  ['_execute_action', 'commandOpenPopup'],
  ['clip-page', 'commandClipPage'],
  ['open-panel', 'commandOpenPanel'],
  ['take-screenshot', 'commandScreenshot'],
];

/** The commands that work on every page of the web. One without a key was taken away, or was another's already: it says so. */
export const BrowserShortcuts = () => {
  const { listShortcuts, openShortcutSettings } = usePorts();
  const report = useReport();
  const [known, setKnown] = useState<ReadonlyMap<string, string> | null>(null);
  useEffect(() => {
    const read = (): void => void listShortcuts().then(setKnown, report);
    read();
    // The person comes back from the browser's settings.
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [listShortcuts, report]);
  const missing = known === null ? 0 : COMMANDS.filter(([command]) => !known.get(command)).length;
  return (
    <>
      <ShortcutList
        shortcuts={COMMANDS.map(([command, text]) => ({
          keys: known === null ? '' : known.get(command) || t('shortcutNone'),
          text: t(text),
        }))}
      />
      {missing > 0 && <p class="shortcuts-missing">{t('shortcutsMissing')}</p>}
      <p>
        <Button
          {...(missing > 0 ? {} : { look: 'quiet' as const })}
          onClick={() => openShortcutSettings().catch(report)}
        >
          {t('panelKeysChange')}
        </Button>
      </p>
    </>
  );
};
