/** A post of the person's own, chosen or dropped: the site's settings are read off it. */
import { useRef, useState } from 'preact/hooks';
import { writeLikeOwnPost } from '../../app/edit-front-matter.ts';
import type { ConferenceEvent } from '../../model/event.ts';
import { readOwnPost } from '../../recap/profiles/read-own-post.ts';
import { Button } from '../../ui/components/button.tsx';
import { FileTextIcon } from '../../ui/components/icons.tsx';
import { useReport, useToast } from '../../ui/components/toasts.tsx';
import { usePorts } from '../../ui/ports-context.ts';
import { t } from '../../ui/strings.ts';
import { useDone } from '../../ui/use-done.ts';

/** Bytes of a post at the most. */
const LARGEST = 5_000_000;

export const OwnPostField = ({
  event,
  siteProfile,
}: {
  readonly event: ConferenceEvent;
  readonly siteProfile: string;
}) => {
  const ports = usePorts();
  const report = useReport();
  const show = useToast();
  const done = useDone();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const text = file.size > LARGEST ? '\0' : await file.text();
    if (text.includes('\0')) {
      show({ tone: 'info', text: t('ownPostUnusable', file.name) });
      return;
    }
    await writeLikeOwnPost(ports, event.id, siteProfile, readOwnPost(text));
    done(t('ownPostRead', file.name));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same
    <div
      class={over ? 'own-post is-over' : 'own-post'}
      onDragOver={(drag) => {
        drag.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(drop) => {
        drop.preventDefault();
        setOver(false);
        read(drop.dataTransfer?.files[0]).catch(report);
      }}
    >
      <Button onClick={() => input.current?.click()}>
        <FileTextIcon /> {t('ownPostChoose')}
      </Button>
      <span class="field-hint">{t('ownPostHint')}</span>
      <input
        ref={input}
        type="file"
        accept=".md,.mdx,.markdown,text/markdown"
        hidden
        aria-label={t('ownPostChoose')}
        onChange={(change) => {
          const { files } = change.currentTarget;
          read(files?.[0])
            .catch(report)
            .finally(() => {
              if (input.current !== null) input.current.value = '';
            });
        }}
      />
    </div>
  );
};
