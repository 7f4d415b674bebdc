/** The one module that knows the CSV parser, and the reading of a table with a header row. */
import Papa from 'papaparse';
import { dateOrderOf } from './loose-dates.ts';
import { type LooseField, looseFieldsOf, namesOfField } from './loose-fields.ts';
import { dateHabitOf, readLooseSession } from './loose-session.ts';
import {
  NO_RAW_PROGRAMME,
  type RawProgramme,
  type RawSession,
  type RemarkCollector,
} from './raw-programme.ts';
import { refused } from './refusal.ts';

const DELIMITERS = [',', ';', '\t', '|'];
/** Lines above the header row that are looked at: exports put a title there. */
const MAX_LINES_ABOVE = 5;
const ENGLISH_TIME = /date|day|start|time|begin|scheduled|slot|from/i;

/** What a table without titles calls what goes on. */
const ACTIVITY = /^(?:events?|activity|programme|program)$/i;
/** Where one column is empty, another of the same meaning may not be: `author` beside `presenter`. */
const WITH_SECOND: readonly LooseField[] = ['speakers', 'title', 'room', 'track', 'type'];

interface Header {
  readonly row: number;
  readonly fields: ReadonlyMap<LooseField, string>;
  readonly names: readonly string[];
}

const headerOf = (rows: readonly (readonly string[])[]): Header | null => {
  for (const [row, names] of rows.slice(0, MAX_LINES_ABOVE).entries()) {
    const fields = new Map(looseFieldsOf(names));
    const activity = names.find((name) => ACTIVITY.test(name.trim()));
    if (activity !== undefined && !fields.has('title')) fields.set('title', activity);
    if (fields.has('title') && fields.size >= 2) return { row, fields, names };
  }
  return null;
};

/** True for text whose first lines hold a header row that names a title and one thing more. */
export const looksLikeCsv = (text: string): boolean => {
  const rows = Papa.parse<string[]>(text.slice(0, 20_000), {
    delimitersToGuess: DELIMITERS,
    preview: MAX_LINES_ABOVE,
  });
  return headerOf(rows.data) !== null;
};

/** The place where a quoted field begins that never ends, or where a quote stands wrong. */
const checkQuotes = (errors: readonly Papa.ParseError[]): void => {
  const error = errors.find(({ type }) => type === 'Quotes');
  if (error !== undefined) throw refused('broken', `row ${(error.row ?? 0) + 1}`, `csv: ${error.message}`);
};

/**
 * @throws {InvalidInput} no header row that names a title; a quoted field without an end
 */
export const readCsv = (text: string, remarks: RemarkCollector): RawProgramme => {
  const { data: rows, errors } = Papa.parse<string[]>(text, {
    delimitersToGuess: DELIMITERS,
    skipEmptyLines: false,
  });
  checkQuotes(errors);
  const header = headerOf(rows);
  if (header === null) throw refused('unknown-shape', 'row 1', 'csv: no header row that names a title');
  const columns = new Map(
    [...header.fields].map(([field, name]) => {
      const others = WITH_SECOND.includes(field) ? namesOfField(header.names, field) : [];
      return [field, [...new Set([name, ...others])].map((each) => header.names.indexOf(each))];
    }),
  );
  for (const [at, name] of header.names.entries()) {
    if (name.trim() !== '' && header.names.indexOf(name) !== at) {
      remarks.fault('duplicate-key', `row ${header.row + 1}`, { key: name.trim() });
    }
  }
  const body = rows.slice(header.row + 1);
  const cell = (row: readonly string[], field: LooseField): string => {
    const texts = columns.get(field)?.map((column) => row[column]?.trim() ?? '') ?? [];
    return texts.find((text) => text !== '') ?? '';
  };
  const { order, certain } = dateOrderOf(
    body.flatMap((row) => [cell(row, 'date'), cell(row, 'start'), cell(row, 'end')]),
    ENGLISH_TIME.test(header.fields.get('date') ?? header.fields.get('start') ?? 'date'),
  );
  if (!certain) remarks.assume('date-order', '', { order });
  const dates = dateHabitOf(order, () => text, remarks);
  let date = '';
  const sessions: RawSession[] = [];
  for (const [at, row] of body.entries()) {
    if (row.every((text) => text.trim() === '')) continue;
    const place = `row ${header.row + at + 2}`;
    // Programmes write a day once, above its rows.
    date = cell(row, 'date') || date;
    if (cell(row, 'title') === '') {
      remarks.fault('unreadable-row', place);
      continue;
    }
    sessions.push(
      readLooseSession(place, (field) => (field === 'date' ? date : cell(row, field)), dates, remarks),
    );
  }
  return {
    ...NO_RAW_PROGRAMME,
    format: 'csv',
    sessions,
    zoneName: body.map((row) => cell(row, 'zone')).find((zone) => zone !== '') ?? '',
  };
};
