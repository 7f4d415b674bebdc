/** Talks as rows of a table: one column has their titles, another one who gave them, in any order and language. */
import type { RootBlock } from '../../markdown/root-blocks.ts';
import type { Span } from '../../model/imported-post.ts';
import { type InlineText, inlineTextOf } from './inline-text.ts';
import { headingsAbove, type PostHeading } from './post-headings.ts';
import { type HeadingParts, readHeading } from './read-heading.ts';
import { type People, readPeople } from './read-people.ts';
import { isReferencesHeading, isSpeakerColumn, isTalkColumn, kindIn } from './section-words.ts';

type Row = RootBlock['rows'][number];

/** A row that is a talk. */
export interface TalkRow {
  readonly row: Row;
  readonly line: InlineText;
  readonly parts: HeadingParts;
  /** Of the cell of who speaks, and its place; `null` where the title's cell names them. */
  readonly people: { readonly read: People | null; readonly place: Span } | null;
}

const FEWEST = 2;

const textAt = (row: Row, column: number): InlineText => inlineTextOf(row.cells[column]?.runs ?? []);

const columnOf = (head: Row, test: (words: string) => boolean): number =>
  head.cells.findIndex(({ runs }) => test(inlineTextOf(runs).text.trim()));

/** The column most of whose cells are names in full and nothing else. */
const namesColumn = (head: Row, rows: readonly Row[]): number =>
  head.cells.findIndex((_, column) => {
    const filled = rows.map((row) => textAt(row, column)).filter(({ text }) => text.trim() !== '');
    const named = filled.filter((line) => readPeople(line)?.certain === true).length;
    return named >= FEWEST && named * 3 >= filled.length * 2;
  });

/** The column with the most words, of those that are left. */
const longestColumn = (head: Row, rows: readonly Row[], other: number): number => {
  const lengths = head.cells.map((_, column) =>
    column === other ? -1 : rows.reduce((sum, row) => sum + textAt(row, column).text.length, 0),
  );
  return lengths.indexOf(Math.max(...lengths));
};

const readRow = (row: Row, talk: number, speaker: number): TalkRow | null => {
  const line = textAt(row, talk);
  if (!/\p{L}{2}/u.test(line.text) || line.text.includes('\n')) return null;
  const parts = readHeading(line);
  if (speaker < 0) return parts.people?.certain === true ? { row, line, parts, people: null } : null;
  const cell = row.cells[speaker];
  if (cell === undefined) return null;
  const read = readPeople(inlineTextOf(cell.runs));
  if (read === null && kindIn(line.text) === null) return null;
  return { row, line, parts: { ...parts, people: null }, people: { read, place: cell } };
};

/** By the index of the table's block: its rows that are talks. */
export const findTalkTables = (
  blocks: readonly RootBlock[],
  headings: readonly PostHeading[],
): ReadonlyMap<number, readonly TalkRow[]> => {
  const tables = new Map<number, readonly TalkRow[]>();
  const aboves = headingsAbove(blocks, headings);
  for (const [index, { rows }] of blocks.entries()) {
    const [head, ...body] = rows;
    const above = aboves[index];
    if (head === undefined || (above !== undefined && isReferencesHeading(above.words))) continue;
    const called = columnOf(head, isSpeakerColumn);
    const speaker = called < 0 ? namesColumn(head, body) : called;
    const titled = head.cells.findIndex(
      ({ runs }, column) => column !== speaker && isTalkColumn(inlineTextOf(runs).text.trim()),
    );
    // Names alone are no talks: the head has to say that either column is what it is taken for.
    if (titled < 0 && called < 0) continue;
    const talk = titled < 0 ? longestColumn(head, body, speaker) : titled;
    const talks = body.flatMap((row) => readRow(row, talk, speaker) ?? []);
    const named = talks.filter(({ people }) => people === null || people.read !== null).length;
    if (talk >= 0 && named >= FEWEST) tables.set(index, talks);
  }
  return tables;
};
