/** Clips a selection; images in it whose bytes could be read become stored images. */
import { imageAddress } from '../model/image.ts';
import type { Note, Place } from '../model/note.ts';
import { ordersBetween } from '../model/order.ts';
import { type ImageFile, measureFiles } from './image-notes.ts';
import { type NewNote, noteRecord, textNote } from './keep-note.ts';
import type { Ports, Put } from './ports.ts';

export interface SelectionClip {
  readonly note: NewNote;
  /** Read images; `sourceUrl` is the address that stands in the note's Markdown. */
  readonly images: readonly ImageFile[];
  /** What the person wrote about it; empty for nothing. Kept as a note of its own below the selection. */
  readonly remark: string;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Puts another address in place of an image's, wherever the text shows that image; one that only begins with it stays. */
const replaceImage = (markdown: string, from: string, to: string): string => {
  const address = escaped(from);
  return markdown.replace(
    new RegExp(`(!\\[(?:\\\\.|[^\\]\\\\])*\\]\\()(?:<${address}>|${address}(?=[\\s)]))`, 'g'),
    (_, opening: string) => opening + to,
  );
};

export interface ClippedSelection {
  readonly notes: readonly Note[];
  /** How many of the images are stored; the others stay addresses. */
  readonly storedImages: number;
}

/** One step. @param draftTarget the draft that becomes the remark */
export const clipSelection = async (
  ports: Ports,
  place: Place,
  clip: SelectionClip,
  draftTarget?: string,
): Promise<ClippedSelection> => {
  const { usable } = await measureFiles(ports, place, clip.images);
  let { markdown } = clip.note;
  for (const { file, image } of usable)
    markdown = replaceImage(markdown, file.sourceUrl, imageAddress(image.id));
  const fields: NewNote[] = [
    { ...clip.note, markdown },
    ...(clip.remark === '' ? [] : [textNote(clip.remark)]),
  ];
  const orders = ordersBetween(await ports.store.lastNoteOrder(place), null, fields.length);
  const notes = fields.map((note, position) => noteRecord(ports, place, orders[position] ?? '', note));
  await ports.store.write({
    label: 'selection-clipped',
    appends: true,
    puts: [
      ...usable.map(({ image }): Put => ({ type: 'images', base: null, record: image })),
      ...notes.map((record): Put => ({ type: 'notes', base: null, record })),
    ],
    blobs: usable.map(({ measured }) => ({ hash: measured.hash, blob: measured.blob })),
    ...(draftTarget === undefined ? {} : { draftsDone: [draftTarget] }),
  });
  return { notes, storedImages: usable.length };
};
