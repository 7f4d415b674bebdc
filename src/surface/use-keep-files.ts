/** Images that were pasted, dropped or picked become notes of a place. */
import { useCallback } from 'preact/hooks';
import { keepImages } from '../app/keep-images.ts';
import type { Place } from '../model/note.ts';
import { useReport, useToast } from '../ui/components/toasts.tsx';
import { errorMessage } from '../ui/error-message.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t, tCount } from '../ui/strings.ts';
import { useDone } from '../ui/use-done.ts';

/** Keeps files as images of a place and says how it went. */
export const useKeepFiles = (): ((
  place: Place | Promise<Place>,
  files: readonly File[],
) => Promise<void>) => {
  const ports = usePorts();
  const report = useReport();
  const show = useToast();
  const done = useDone();
  return useCallback(
    async (place, files) => {
      if (files.length > 5) show({ tone: 'info', text: t('keepingImages', String(files.length)) });
      try {
        const { notes, failed } = await keepImages(
          ports,
          await place,
          files.map((file) => ({
            blob: file,
            name: file.name,
            alternativeText: '',
            sourceUrl: '',
            source: null,
          })),
        );
        const [first] = failed;
        if (first !== undefined) {
          const kept = notes.length === 0 ? '' : ` ${tCount('imageKept', 'imagesKept', notes.length)}`;
          const more = failed.length === 1 ? '' : ` ${t('andMoreFiles', String(failed.length - 1))}`;
          show({ tone: 'failed', text: `${errorMessage(first.error)}${more}${kept}` });
        } else done(tCount('imageKept', 'imagesKept', notes.length));
      } catch (error) {
        report(error);
      }
    },
    [ports, report, show, done],
  );
};
