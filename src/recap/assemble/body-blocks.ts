/** Blocks of a body, joined so that each stays what it is: neighbours never flow into each other. */
import type { BlockKind } from '../../markdown/blocks.ts';
import type { Id } from '../../model/ids.ts';
import type { NoteLines, OutlineEntry, RecapPlace } from '../recap.ts';

export interface BodyBlock {
  readonly text: string;
  readonly opensWith: BlockKind;
  readonly endsWith: BlockKind;
  /** The record it was written from, where it is one. */
  readonly where?: RecapPlace;
  /** The site's own syntax, which must act: never escaped. */
  readonly verbatim?: true;
  /** For a heading that belongs to the outline. */
  readonly outline?: { readonly level: number; readonly text: string; readonly sessionId: Id | null };
}

const LIST_MARKERS: ReadonlySet<BlockKind> = new Set<BlockKind>(['-', '*', '+', '.', ')']);

const gap = (before: BodyBlock, after: BodyBlock, spacers: boolean): string => {
  // Items of one marker are one list in any case; a blank line between them would only make it loose.
  if (LIST_MARKERS.has(before.endsWith) && before.endsWith === after.opensWith) return '\n';
  const spaced =
    spacers && after.opensWith === 'heading' && before.endsWith !== 'heading' && before.endsWith !== 'spacer';
  return spaced ? '\n\n&nbsp;\n\n' : '\n\n';
};

const countLines = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
};

/** The body, with a line feed at its end unless it is empty; the headings and the notes in it by line. */
export const joinBlocks = (
  blocks: readonly BodyBlock[],
  spacers: boolean,
): {
  readonly body: string;
  readonly outline: readonly OutlineEntry[];
  readonly noteLines: readonly NoteLines[];
} => {
  const parts: string[] = [];
  const outline: OutlineEntry[] = [];
  const noteLines: NoteLines[] = [];
  let line = 0;
  let before: BodyBlock | undefined;
  for (const block of blocks) {
    const between = before === undefined ? '' : gap(before, block, spacers);
    line += countLines(between);
    if (block.outline !== undefined) outline.push({ ...block.outline, line });
    const from = line;
    line += countLines(block.text);
    if (block.where?.noteId !== undefined) noteLines.push({ noteId: block.where.noteId, from, to: line + 1 });
    parts.push(between, block.text);
    before = block;
  }
  if (parts.length > 0) parts.push('\n');
  return { body: parts.join(''), outline, noteLines };
};
