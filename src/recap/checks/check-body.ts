/** What in the notes will not come out as meant: raw HTML, headings that jump, links twice, images too large. */
import { readBlocks } from '../../markdown/blocks.ts';
import { visitNodes } from '../../markdown/code-ranges.ts';
import { addressKey } from '../../model/address.ts';
import type { Id } from '../../model/ids.ts';
import { type Image, imageIdsIn } from '../../model/image.ts';
import { type Note, textsOf } from '../../model/note.ts';
import { isKnownHtml } from '../profiles/raw-html.ts';
import type { SiteProfile } from '../profiles/site-profile.ts';
import type { RecapPlace } from '../recap.ts';
import type { RecapCheck, SiteCheck } from './check-recap.ts';

/** Pixels of the longer side, and bytes, above which an image only makes a page slow. */
const LARGEST_SIDE = 2560;
export const LARGEST_BYTES = 2_000_000;

/** @param notes of one place, in order */
export const checkBody = (
  notes: readonly Note[],
  images: readonly Image[],
  { rawHtml }: Pick<SiteProfile, 'rawHtml'>,
): RecapCheck[] => {
  const large = new Map(images.filter(isTooLarge).map((image) => [image.id, image]));
  const links = new Set<string>();
  const jumps = headingJumps(notes);
  return notes.flatMap((note) => {
    const { eventId, sessionId, id } = note;
    if (eventId === null) return [];
    const where: RecapPlace = { eventId, noteId: id, ...(sessionId && { sessionId }) };
    const jump = jumps.get(id);
    const checks: SiteCheck[] = [
      ...droppedHtml(note, rawHtml),
      ...(jump === undefined ? [] : [{ code: 'heading-jump', heading: jump } as const]),
      ...largeImages(note, large),
    ];
    if (note.kind === 'link' && note.url !== '') {
      const key = addressKey(note.url);
      if (links.has(key)) checks.push({ code: 'link-twice', address: note.url });
      links.add(key);
    }
    return checks.map((check) => ({ ...check, severity: 'warning', where }) as const);
  });
};

const isTooLarge = ({ type, width, height, bytes }: Image): boolean =>
  // A GIF may move, which scaling would end.
  type !== 'image/gif' && (bytes > LARGEST_BYTES || Math.max(width, height) > LARGEST_SIDE);

const largeImages = (note: Note, large: ReadonlyMap<Id, Image>): SiteCheck[] => {
  if (large.size === 0) return [];
  return [...new Set(textsOf(note).flatMap(imageIdsIn))].flatMap((imageId) => {
    const image = large.get(imageId);
    return image === undefined
      ? []
      : [{ code: 'image-too-large', imageId: image.id, bytes: image.bytes } as const];
  });
};

const SHOWN_LENGTH = 40;

/** Read once for each note's life: most have no HTML, and the others seldom change. */
const HTML = new WeakMap<Note, readonly string[]>();

const htmlIn = (note: Note): readonly string[] => {
  const known = HTML.get(note);
  if (known !== undefined) return known;
  const found: string[] = [];
  for (const markdown of textsOf(note)) {
    if (!/<[a-z/]/i.test(markdown)) continue;
    visitNodes(markdown, (node, range) => {
      if (node.type === 'html') found.push(markdown.slice(...range));
    });
  }
  HTML.set(note, found);
  return found;
};

/** Where raw HTML passes, a tag that is none hides itself all the same: `Vec<T>`. */
const droppedHtml = (note: Note, rawHtml: SiteProfile['rawHtml']): SiteCheck[] => {
  const html = htmlIn(note).find(
    (source) => !source.startsWith('<!--') && (rawHtml === 'dropped' || !isKnownHtml(source)),
  );
  if (html === undefined) return [];
  const short = html.length > SHOWN_LENGTH ? `${html.slice(0, SHOWN_LENGTH)}…` : html;
  return [{ code: 'html-dropped', html: short.replace(/\s+/g, ' ') }];
};

/** Headings that stand two levels or more below the one before, by their note. */
const headingJumps = (notes: readonly Note[]): ReadonlyMap<Id, string> => {
  const jumps = new Map<Id, string>();
  let before: number | null = null;
  for (const note of notes) {
    if (note.kind === 'selection' || note.kind === 'quote' || !/(^|\n)#/.test(note.markdown)) continue;
    const { text, headings } = readBlocks(note.markdown.trim());
    for (const { level, start, end, atRoot } of headings) {
      if (!atRoot) continue;
      if (before !== null && level > before + 1 && !jumps.has(note.id))
        jumps.set(note.id, text.slice(start, end).split('\n')[0] ?? '');
      before = level;
    }
  }
  return jumps;
};
