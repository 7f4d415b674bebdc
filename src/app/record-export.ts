/** Remembers what an export wrote, so that the next one keeps slug, date and image names. */
import { NotFound } from '../model/errors.ts';
import { changedAtOf } from '../model/event.ts';
import type { Id } from '../model/ids.ts';
import type { ExportedFile } from '../model/last-export.ts';
import { instantOf } from '../model/time.ts';
import type { Recap } from '../recap/recap.ts';
import { againOnConflict } from './again-on-conflict.ts';
import type { Ports } from './ports.ts';

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/**
 * @param files what was written into the content folder; `null` when the post went elsewhere
 * @throws NotFound
 */
export const recordExport = (
  { store, nowMs }: Pick<Ports, 'store' | 'nowMs'>,
  eventId: Id,
  recap: Recap,
  files: readonly ExportedFile[] | null,
): Promise<void> =>
  againOnConflict(async () => {
    const event = await store.getEvent(eventId);
    if (event === null) throw new NotFound('events', eventId);
    const images = recap.images.map(({ imageId, path }): [Id, string] => [imageId, nameOf(path)]);
    const lastExport = {
      at: instantOf(nowMs()),
      revision: event.revision + 1,
      changedAt: changedAtOf(event),
      slug: recap.facts.slug,
      date: recap.facts.date,
      imageNames: { ...event.lastExport?.imageNames, ...Object.fromEntries(images) },
      files: files ?? event.lastExport?.files ?? [],
      text: recap.text,
    };
    await store.write({
      label: 'exported',
      puts: [{ type: 'events', base: event.revision, record: { ...event, lastExport } }],
      undoable: false,
    });
  });
