/** Texts of notes made ready for their place: headings at their level, images with their file's address. */
import { type Blocks, readBlocks } from '../../markdown/blocks.ts';
import { separateDefinitions, type TakenLabels } from '../../markdown/definitions.ts';
import { rewriteBlocks } from '../../markdown/rewrite-blocks.ts';
import type { Id } from '../../model/ids.ts';
import { type Note, textsOf } from '../../model/note.ts';
import type { RecapPlace, RecapProblem } from '../recap.ts';
import type { ImageFiles } from './image-files.ts';
import { cleanNote } from './note-text.ts';
import type { MakeReady } from './write-note.ts';

/** Where the notes stand, and what takes note of their images and of what is missing. */
export interface NotesPlace {
  /** Level of the heading above them. */
  readonly level: number;
  readonly eventId: Id;
  readonly sessionId: Id | null;
  readonly spacers: boolean;
  readonly images: ImageFiles;
  /** Labels of links and footnotes that the post defines so far. */
  readonly labels: TakenLabels;
  readonly problems: RecapProblem[];
}

/**
 * What was read of a note's texts, for as long as the record itself lives: an event that is assembled again after one
 * note has changed reads that note alone.
 */
const READ = new WeakMap<Note, Map<string, Blocks>>();

const blocksOf = (note: Note, markdown: string): Blocks => {
  const read = READ.get(note) ?? new Map<string, Blocks>();
  READ.set(note, read);
  const known = read.get(markdown);
  if (known !== undefined) return known;
  const blocks = readBlocks(cleanNote(markdown));
  read.set(markdown, blocks);
  return blocks;
};

/** Reads a note ahead, so that assembling a long event can be prepared in slices; without it nothing else changes. */
export const readAhead = (note: Note): void => {
  for (const text of textsOf(note)) blocksOf(note, text);
};

/** What came from a page has heading levels of its own; what was typed in one session belongs together. */
const isForeign = (note: Note): boolean => note.kind === 'selection' || note.kind === 'quote';

/**
 * Makes the texts of these notes ready. The shallowest heading of a session's own notes comes one level under the
 * session's; depth below that is kept over all of them, since each heading may have been typed as its own note.
 */
export const readyNotes = (notes: readonly Note[], place: NotesPlace): MakeReady => {
  const { level, eventId, sessionId, spacers, images, labels, problems } = place;
  const own = notes.filter((note) => !isForeign(note));
  const shallowest = shallowestOf(own.flatMap((note) => textsOf(note).map((text) => blocksOf(note, text))));
  return (note, markdown) => {
    const read = blocksOf(note, markdown);
    const separate = separateDefinitions(read.text, labels);
    const blocks = separate === read.text ? read : readBlocks(separate);
    const from = isForeign(note) ? shallowestOf([blocks]) : shallowest;
    const text = rewriteBlocks(blocks, {
      shift: level + 1 - from,
      spacers: spacers && !isForeign(note),
      addressOf: images.addressOf,
    });
    const where: RecapPlace = { eventId: eventId, noteId: note.id, ...(sessionId && { sessionId }) };
    for (const imageId of images.takeMissing()) problems.push({ code: 'image-missing', imageId, where });
    return { text: text.trim(), opensWith: blocks.opensWith, endsWith: blocks.endsWith };
  };
};

const shallowestOf = (texts: readonly Blocks[]): number => {
  const headings = texts.flatMap((blocks) => blocks.headings);
  const counted = headings.some(({ atRoot }) => atRoot) ? headings.filter(({ atRoot }) => atRoot) : headings;
  return counted.reduce((least, heading) => Math.min(least, heading.level), 7);
};
