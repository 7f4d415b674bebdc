/** An image without words, and the field for them. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { describeImage } from '../app/describe-image.ts';
import type { Id } from '../model/ids.ts';
import { imageIdOf } from '../model/image.ts';
import { useReport } from '../ui/components/toasts.tsx';
import { imageUrl } from '../ui/image-urls.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { useDone } from '../ui/use-done.ts';

export const AlternativeText = ({ noteId, address }: { readonly noteId: Id; readonly address: string }) => {
  const ports = usePorts();
  const report = useReport();
  const done = useDone();
  const [url, setUrl] = useState<string | null>(null);
  const [text, setText] = useState('');
  const { store } = ports;
  useEffect(() => {
    const imageId = imageIdOf(address);
    if (imageId !== null) imageUrl(store, imageId).then(setUrl, report);
  }, [store, address, report]);
  // Enter saves, and takes the field away: what was saved is not saved again when it loses the focus.
  const saved = useRef('');
  const save = (): void => {
    if (text.trim() === '' || text === saved.current) return;
    saved.current = text;
    describeImage(ports, noteId, address, text).then(
      () => done(t('noteSaved')),
      (error: unknown) => {
        saved.current = '';
        report(error);
      },
    );
  };
  return (
    <form
      class="describe"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {url !== null && <img src={url} alt="" />}
      <input
        class="input"
        dir="auto"
        aria-label={t('alternativeText')}
        placeholder={t('alternativeTextMissing')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={save}
      />
    </form>
  );
};
