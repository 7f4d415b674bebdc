/** Front matter read: gray-matter with a YAML engine of our own and no other. */
import matter from 'gray-matter';
import { LineCounter, parseDocument } from 'yaml';

/** Longest front matter that is parsed, in UTF-16 units. */
const MAX_LENGTH = 1_000_000;

const refuse = (): never => {
  throw new Error('this engine only reads');
};

/** What reading may meet. `line` counts from 1 in the file. */
type FrontMatterProblem =
  | { readonly code: 'broken'; readonly line: number; readonly reason: string }
  | { readonly code: 'unclosed' }
  | { readonly code: 'too-long' }
  | { readonly code: 'unsupported-format'; readonly format: string };

export interface ReadFrontMatter {
  /** Scalars, arrays and maps as YAML 1.2 (core schema) reads them; dates stay strings. Empty when it cannot be read. */
  readonly data: ReadonlyMap<string, unknown>;
  /** What follows the closing line, byte for byte. */
  readonly body: string;
  /** What stands between the two lines, byte for byte; `null` when there is no front matter. */
  readonly raw: string | null;
  readonly problem?: FrontMatterProblem;
}

const OPENING = /^\ufeff?---([^\n\r]*)(?:\r\n|\n|\r)/;
const CLOSING = /(^|\r\n|\n|\r)---[ \t]*(?:\r\n|\n|\r|$)/;
const TOML = /^\ufeff?\+\+\+[ \t]*(?:\r\n|\n|\r)/;

/**
 * Reads a file's front matter. Nothing is thrown away: what cannot be read stays in `raw`, and `problem` says why.
 * Only YAML is parsed; `---js` and its like are never run.
 */
export const readFrontMatter = (text: string): ReadFrontMatter => {
  const opening = OPENING.exec(text);
  if (opening === null) {
    const none = { data: new Map(), body: text, raw: null };
    return TOML.test(text) ? { ...none, problem: { code: 'unsupported-format', format: 'toml' } } : none;
  }
  const language = (opening[1] ?? '').trim().toLowerCase();
  // A fourth hyphen makes it a rule or a heading's underline, not front matter.
  if (language.startsWith('-')) return { data: new Map(), body: text, raw: null };
  const rest = text.slice(opening[0].length);
  const closing = CLOSING.exec(rest);
  if (closing === null) return { data: new Map(), body: text, raw: null, problem: { code: 'unclosed' } };
  const raw = rest.slice(0, closing.index + (closing[1] ?? '').length);
  const body = rest.slice(closing.index + closing[0].length);
  if (language !== '' && language !== 'yaml' && language !== 'yml') {
    return { data: new Map(), body, raw, problem: { code: 'unsupported-format', format: language } };
  }
  if (raw.length > MAX_LENGTH) return { data: new Map(), body, raw, problem: { code: 'too-long' } };
  return { ...parseYaml(raw), body, raw };
};

const parseYaml = (raw: string): Pick<ReadFrontMatter, 'data' | 'problem'> => {
  let problem: FrontMatterProblem | undefined;
  const parse = (yaml: string): Map<string, unknown> => {
    const lines = new LineCounter();
    const document = parseDocument(yaml, { lineCounter: lines, schema: 'core', logLevel: 'silent' });
    const error = document.errors[0];
    if (error !== undefined) {
      // The engine is given the line feed behind the opening line as well: its line 1 is the file's.
      problem = { code: 'broken', line: lines.linePos(error.pos[0]).line, reason: error.code };
      return new Map();
    }
    const data = readDocument(document);
    if (data === null) problem = { code: 'broken', line: 2, reason: 'NOT_A_MAP' };
    return data ?? new Map();
  };
  const file = matter(`---\n${raw.replace(/\r\n?/g, '\n').replace(/\n?$/, '\n')}---\n`, {
    language: 'yaml',
    engines: { yaml: { parse, stringify: refuse } },
  });
  const data = file.data instanceof Map ? file.data : new Map<string, unknown>();
  return problem === undefined ? { data } : { data, problem };
};

/** The document as a map with text keys; `null` when it is something else or its aliases multiply without end. */
const readDocument = (document: ReturnType<typeof parseDocument>): Map<string, unknown> | null => {
  try {
    const value: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 100 });
    if (value === null) return new Map();
    if (!(value instanceof Map)) return null;
    return new Map([...value].map(([key, entry]): [string, unknown] => [String(key), entry]));
  } catch (error) {
    if (error instanceof ReferenceError) return null;
    throw error;
  }
};
