/** Front matter: the one wrapper of gray-matter, with a YAML engine of our own and no other. */
import matter from 'gray-matter';
import { isSeq, LineCounter, parseDocument, Document as YamlDocument } from 'yaml';

/** A date or date-time that is written as it is, without quotes. */
export class FrontMatterDate {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type FrontMatterValue = string | number | boolean | FrontMatterDate | readonly string[];

/** Keys and values in the order in which they are written. */
export type FrontMatter = ReadonlyMap<string, FrontMatterValue>;

/** Longest front matter that is parsed, in UTF-16 units. */
const MAX_LENGTH = 1_000_000;

/** Characters that YAML 1.1 and 1.2 readers treat differently inside double quotes; written as escapes. */
const UNUSUAL = /[\u007f-\u00a0\u2028\u2029\ufeff]/g;

const escapeUnusual = (yaml: string): string =>
  yaml.replace(UNUSUAL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Strings always in double quotes, with JSON's escapes; lists in flow style; dates plain. */
const stringifyYaml = (entries: FrontMatter): string => {
  const document = new YamlDocument(new Map());
  for (const [key, value] of entries) {
    const plain = value instanceof FrontMatterDate;
    const node = document.createNode(plain ? value.text : value);
    if (isSeq(node)) node.flow = true;
    if (plain) Object.assign(node, { type: 'PLAIN' });
    document.set(document.createNode(key), node);
  }
  const yaml = document.toString({
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    doubleQuotedAsJSON: true,
    flowCollectionPadding: false,
    lineWidth: 0,
  });
  return escapeUnusual(yaml);
};

/** gray-matter copies data into a plain object, where `__proto__` is lost; so all keys travel under one. */
interface Carried {
  readonly entries?: FrontMatter;
}

/**
 * Writes a file: front matter between `---` lines, then the body as it is. Without entries, the body alone. The text
 * ends with a line feed.
 *
 * Strings must be free of control characters and lone surrogates (`cleanLine`): YAML cannot carry all of them.
 */
export const writeFrontMatter = (entries: FrontMatter, body: string): string => {
  const stringify = (data: Carried): string =>
    data.entries === undefined || data.entries.size === 0 ? '{}' : stringifyYaml(data.entries);
  return matter.stringify(
    { content: body },
    { entries },
    {
      language: 'yaml',
      engines: { yaml: { parse: refuse, stringify } },
    },
  );
};

const refuse = (): never => {
  throw new Error('this engine only writes');
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
