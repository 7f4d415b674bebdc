/** A note's Markdown on its way into a post: headings moved to their level, images re-addressed, nothing left open. */
import type { Blocks, HeadingPosition, ImagePosition } from './blocks.ts';

export interface Rewriting {
  /** Added to every heading's level; the result is kept within 1 and 6. */
  readonly shift: number;
  /** A `&nbsp;` paragraph before each heading that does not open the text or follow another heading. */
  readonly spacers: boolean;
  /** The new address of an image; `null` takes the image out, `undefined` leaves it as it is. */
  readonly addressOf: (address: string, alt: string) => string | null | undefined;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Rewrites a text; code, and everything else, stays as it is, byte for byte. */
export const rewriteBlocks = (blocks: Blocks, rewriting: Rewriting): string => {
  const { text, headings, images, closing } = blocks;
  if (headings.length === 0 && images.length === 0) return text + closing;
  const edits = [
    ...headings.flatMap((heading) => editHeading(text, heading, rewriting)),
    ...images.flatMap((image) => editImage(text, image, rewriting)),
  ].sort((left, right) => left.start - right.start);
  return applyEdits(text, edits) + closing;
};

/** An edit inside the one before it has been taken care of there (an image in a heading is rewritten first). */
const applyEdits = (text: string, edits: readonly Edit[]): string => {
  let result = '';
  let position = 0;
  for (const edit of edits) {
    if (edit.start < position) continue;
    result += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return result + text.slice(position);
};

const editHeading = (text: string, heading: HeadingPosition, { shift, spacers }: Rewriting): Edit[] => {
  const { start, end, atRoot, follows } = heading;
  const marker = '#'.repeat(Math.min(6, Math.max(1, heading.level + shift)));
  const spaced = spacers && atRoot && follows !== null && follows !== 'heading' && follows !== 'spacer';
  const before = spaced ? spacerAt(text, start) : '';
  const atx = /^#{1,6}/.exec(text.slice(start, end));
  if (atx !== null) return [{ start, end: start + atx[0].length, text: before + marker }];
  return setextEdits(text, start, end, `${before}${marker} `);
};

/** The blank line before an ATX heading may be missing. */
const spacerAt = (text: string, start: number): string =>
  /\n[ \t]*\n[ \t]*$/.test(text.slice(0, start)) ? '&nbsp;\n\n' : '\n&nbsp;\n\n';

/** A setext heading becomes an ATX one: its lines are joined, its underline goes. */
const setextEdits = (text: string, start: number, end: number, opening: string): Edit[] => {
  const source = text.slice(start, end);
  const underline = source.lastIndexOf('\n');
  const edits: Edit[] = [{ start, end: start, text: opening }];
  for (const lineEnd of source.slice(0, underline).matchAll(/[ \t\\]*\n[ \t>]*/g)) {
    edits.push({ start: start + lineEnd.index, end: start + lineEnd.index + lineEnd[0].length, text: ' ' });
  }
  const content = source.slice(0, underline);
  const closingHashes = /(^|[ \t])(#+)[ \t]*$/.exec(content);
  if (closingHashes?.[2] !== undefined) {
    const at = start + content.lastIndexOf(closingHashes[2]);
    edits.push({ start: at, end: at, text: '\\' });
  }
  edits.push({ start: start + underline, end, text: '' });
  return edits;
};

const editImage = (text: string, image: ImagePosition, { addressOf }: Rewriting): Edit[] => {
  const address = addressOf(image.address, image.alt);
  if (address === undefined) return [];
  const { start, end } = image;
  if (address === null) return [{ start, end, text: image.insideLink ? altOf(image) : '' }];
  const source = text.slice(start, end);
  const at = source.lastIndexOf(image.address);
  if (at >= 0) {
    return [{ start: start + at, end: start + at + image.address.length, text: address }];
  }
  return image.definition ? [] : [{ start, end, text: `![${altOf(image)}](${address})` }];
};

const altOf = (image: ImagePosition): string => image.alt.replace(/[[\]\\]/g, '');
