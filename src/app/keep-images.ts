/** Keeps images as notes of a place, each with its bytes. */
import { imageAddress } from '../model/image.ts';
import type { Note, Place, Source } from '../model/note.ts';
import { ordersBetween } from '../model/order.ts';
import { alternativeText, type ImageFile, measureFiles, type UnusableFile } from './image-notes.ts';
import { noteRecord } from './keep-note.ts';
import type { Ports, Put } from './ports.ts';

export interface NewImage extends ImageFile {
  readonly alternativeText: string;
  readonly source: Source | null;
}

export interface KeptImages {
  readonly notes: readonly Note[];
  /** Those that could not be kept, each with its reason; the others are kept all the same. */
  readonly failed: readonly UnusableFile[];
}

/** One step for all of them. Resolves when they are on disk. */
export const keepImages = async (
  ports: Ports,
  place: Place,
  files: readonly NewImage[],
): Promise<KeptImages> => {
  const { usable, failed } = await measureFiles(ports, place, files);
  if (usable.length === 0) return { notes: [], failed };
  const orders = ordersBetween(await ports.store.lastNoteOrder(place), null, usable.length);
  const notes = usable.map(({ file, image }, position) =>
    noteRecord(ports, place, orders[position] ?? '', {
      kind: 'image',
      markdown: `![${alternativeText(file.alternativeText)}](${imageAddress(image.id)})`,
      source: file.source,
    }),
  );
  await ports.store.write({
    label: 'images-kept',
    appends: true,
    puts: [
      ...usable.map(({ image }): Put => ({ type: 'images', base: null, record: image })),
      ...notes.map((record): Put => ({ type: 'notes', base: null, record })),
    ],
    blobs: usable.map(({ measured }) => ({ hash: measured.hash, blob: measured.blob })),
  });
  return { notes, failed };
};
