/** Keeps images as notes of a place, each with its bytes. */
import { LanyardError } from '../model/errors.ts';
import { type Image, imageAddress } from '../model/image.ts';
import type { Note, Place, Source } from '../model/note.ts';
import { ordersBetween } from '../model/order.ts';
import { newRecord } from './new-record.ts';
import type { MeasuredImage, Ports, Put } from './ports.ts';

export interface NewImage {
  readonly blob: Blob;
  /** File name or empty. */
  readonly name: string;
  readonly alternativeText: string;
  readonly sourceUrl: string;
  readonly source: Source | null;
}

export interface KeptImages {
  readonly notes: readonly Note[];
  /** Those that could not be kept, each with its reason; the others are kept all the same. */
  readonly failed: readonly { readonly name: string; readonly error: LanyardError }[];
}

/** Brackets and line breaks cannot stand in an image's alternative text everywhere. */
export const alternativeText = (text: string): string =>
  text.replace(/[[\]]/g, '').replace(/\s+/g, ' ').trim();

const imageRecord = (ports: Ports, place: Place, image: NewImage, measured: MeasuredImage): Image => ({
  ...newRecord(ports),
  eventId: place.eventId,
  type: measured.type,
  width: measured.width,
  height: measured.height,
  bytes: measured.blob.size,
  hash: measured.hash,
  name: image.name,
  sourceUrl: image.sourceUrl,
});

/** One step for all of them. Resolves when they are on disk. */
export const keepImages = async (
  ports: Ports,
  place: Place,
  images: readonly NewImage[],
): Promise<KeptImages> => {
  const failed: { name: string; error: LanyardError }[] = [];
  const usable: { image: NewImage; measured: MeasuredImage }[] = [];
  for (const image of images) {
    try {
      usable.push({ image, measured: await ports.measureImage(image.blob, image.name) });
    } catch (error) {
      if (!(error instanceof LanyardError)) throw error;
      failed.push({ name: image.name, error });
    }
  }
  if (usable.length === 0) return { notes: [], failed };
  const orders = ordersBetween(await ports.store.lastNoteOrder(place), null, usable.length);
  const puts: Put[] = [];
  const notes: Note[] = [];
  for (const [position, { image, measured }] of usable.entries()) {
    const record = imageRecord(ports, place, image, measured);
    const base = newRecord(ports);
    const note: Note = {
      ...base,
      ...{ eventId: place.eventId, sessionId: place.sessionId },
      kind: 'image',
      markdown: `![${alternativeText(image.alternativeText)}](${imageAddress(record.id)})`,
      source: image.source,
      order: orders[position] ?? '',
      capturedAt: base.createdAt,
    };
    notes.push(note);
    puts.push({ type: 'images', base: null, record }, { type: 'notes', base: null, record: note });
  }
  await ports.store.write({
    label: 'images-kept',
    puts,
    blobs: usable.map(({ measured }) => ({ hash: measured.hash, blob: measured.blob })),
  });
  return { notes, failed };
};
