/** What sets a check right in one click, where there is such a thing; each can be undone. */
import { useState } from 'preact/hooks';
import { deleteNotes } from '../app/delete-note.ts';
import { editFrontMatter, editSiteSettings } from '../app/edit-front-matter.ts';
import type { Ports } from '../app/ports.ts';
import { scaleStoredImage } from '../app/scale-image.ts';
import { scaleImage } from '../capture/scale-image.ts';
import { cleanLine } from '../markdown/plain-text.ts';
import type { ConferenceEvent } from '../model/event.ts';
import { instantAt, parseTimeZone, withOffset } from '../model/time.ts';
import type { RecapCheck } from '../recap/checks/check-recap.ts';
import { settleSite } from '../recap/profiles/settle-site.ts';
import { Button } from '../ui/components/button.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { usePorts } from '../ui/ports-context.ts';
import { type MessageKey, t } from '../ui/strings.ts';
import { useDone } from '../ui/use-done.ts';

interface Fix {
  readonly label: MessageKey;
  /** What to say when it is done. */
  readonly run: (ports: Ports, event: ConferenceEvent) => Promise<string>;
}

const MEBIBYTE = 1024 * 1024;
const mebibytes = (bytes: number): string => (bytes / MEBIBYTE).toFixed(1);

/** Keys that stand in nobody's way: the first of its name, none that the site refuses, none without a name. */
const tidyKeys = async (ports: Ports, event: ConferenceEvent): Promise<string> => {
  const { keys, profile } = settleSite(event.recapOptions);
  const names = keys.map(({ key }) => cleanLine(key));
  const kept = keys.filter((_, index) => {
    const name = names[index] ?? '';
    return name !== '' && !profile.refused.includes(name) && names.indexOf(name) === index;
  });
  await editSiteSettings(ports, event.id, profile.id, { keys: kept });
  return t('eventSaved', event.name);
};

const fixFor = (check: RecapCheck): Fix | null => {
  const { noteId } = check.where;
  switch (check.code) {
    case 'image-too-large':
      return {
        label: 'fixScale',
        run: async (ports) => {
          const { before, after } = await scaleStoredImage(ports, check.imageId, scaleImage);
          return t('fixScaled', mebibytes(before), mebibytes(after));
        },
      };
    case 'date-without-offset':
      return {
        label: 'fixOffset',
        run: async (ports, event) => {
          const zone = parseTimeZone(event.timeZone) ?? 'UTC';
          const instant = instantAt(check.value, '00:00', zone);
          const date = instant === null ? check.value : withOffset(instant, zone);
          await editFrontMatter(ports, event.id, { [check.key]: date });
          return t('eventSaved', event.name);
        },
      };
    case 'link-twice':
      if (noteId === undefined) return null;
      return {
        label: 'fixRemoveLink',
        run: async (ports) => {
          await deleteNotes(ports, [noteId]);
          return t('noteDeleted');
        },
      };
    case 'key-refused':
    case 'key-twice':
    case 'key-empty':
      return { label: 'fixKeys', run: tidyKeys };
    default:
      return null;
  }
};

export const CheckFix = ({
  check,
  event,
}: {
  readonly check: RecapCheck;
  readonly event: ConferenceEvent;
}) => {
  const ports = usePorts();
  const report = useReport();
  const done = useDone();
  const [busy, setBusy] = useState(false);
  const fix = fixFor(check);
  if (fix === null) return null;
  const run = (): void => {
    setBusy(true);
    fix
      .run(ports, event)
      .then(done, report)
      .finally(() => setBusy(false));
  };
  return (
    <Button disabled={busy} onClick={run}>
      {t(fix.label)}
    </Button>
  );
};
