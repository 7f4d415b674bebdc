/** No notes yet: what to do, in two lines. */
import { useEffect, useState } from 'preact/hooks';
import type { Situation } from '../app/read-situation.ts';
import { t } from '../ui/strings.ts';

export const EmptyNotes = ({
  situation,
  shortcuts,
}: {
  readonly situation: Situation;
  readonly shortcuts: Promise<ReadonlyMap<string, string>>;
}) => {
  const [keys, setKeys] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    void shortcuts.then(setKeys);
  }, [shortcuts]);
  const hints = [
    { shortcut: keys.get('clip-page'), text: t('commandClipPage') },
    { shortcut: keys.get('take-screenshot'), text: t('commandScreenshot') },
  ].filter(({ shortcut }) => shortcut);
  return (
    <section class="notes empty">
      <h2>{t('noNotesYet')}</h2>
      <p>{t(situation.session === null ? 'noNotesOverviewHint' : 'noNotesHint')}</p>
      {hints.length > 0 && (
        <dl class="hints">
          {hints.map(({ shortcut, text }) => (
            <div key={text}>
              <dt>
                <kbd>{shortcut}</kbd>
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
};
