/** Front matter of any kind found in a post, by position: YAML, TOML or JSON, broken or not. Nothing of it is ever run. */
import { readFrontMatter } from './front-matter.ts';
import { parseToml } from './read-toml.ts';
import { withLineFeeds } from './root-blocks.ts';

/** Offsets are UTF-16 units in the whole text. */
export interface LocatedFrontMatter {
  readonly format: 'yaml' | 'toml' | 'json' | 'none' | 'other';
  /** What stands between the delimiters; of JSON the object with its braces. */
  readonly start: number;
  readonly end: number;
  readonly bodyStart: number;
  /** Empty when it could not be read. Levels below are maps as well. */
  readonly data: ReadonlyMap<string, unknown>;
  /** It is kept as it is, but nothing of it is known. `line` counts from 1 in the file. */
  readonly problem?: {
    readonly code: 'broken' | 'unclosed' | 'too-long' | 'unsupported-format';
    readonly line?: number;
  };
}

const MAX_LENGTH = 1_000_000;
const TOML_OPENING = /^\ufeff?\+\+\+[ \t]*\n/;
const TOML_CLOSING = /(?:^|\n)\+\+\+[ \t]*(?:\n|$)/;
const JSON_OPENING = /^\ufeff?\{[ \t]*\n?\s*"/;

/** Finds it. Never throws: what cannot be read is told in `problem`. */
export const locateFrontMatter = (source: string): LocatedFrontMatter => {
  // Offset for offset the same.
  const text = withLineFeeds(source);
  if (TOML_OPENING.test(text)) return locateToml(text);
  if (JSON_OPENING.test(text)) return locateJson(text);
  const { raw, body, data, problem } = readFrontMatter(text);
  const told =
    problem === undefined
      ? {}
      : { problem: { code: problem.code, ...('line' in problem ? { line: problem.line } : {}) } };
  if (raw === null) return { ...nothing(text), ...told };
  const start = text.indexOf('\n') + 1;
  const format = problem?.code === 'unsupported-format' ? 'other' : 'yaml';
  return { format, start, end: start + raw.length, bodyStart: text.length - body.length, data, ...told };
};

const nothing = (text: string): LocatedFrontMatter => {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  return { format: 'none', start, end: start, bodyStart: start, data: new Map() };
};

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

const locateToml = (text: string): LocatedFrontMatter => {
  const start = text.indexOf('\n') + 1;
  const closing = TOML_CLOSING.exec(text.slice(start));
  if (closing === null) return { ...nothing(text), problem: { code: 'unclosed' } };
  const end = start + closing.index + (closing[0].startsWith('\n') ? 1 : 0);
  const located = {
    format: 'toml',
    start,
    end,
    bodyStart: start + closing.index + closing[0].length,
  } as const;
  if (end - start > MAX_LENGTH) return { ...located, data: new Map(), problem: { code: 'too-long' } };
  const read = parseToml(text.slice(start, end));
  if ('data' in read) return { ...located, data: read.data };
  return {
    ...located,
    data: new Map(),
    problem: { code: 'broken', line: lineAt(text, start) + read.line - 1 },
  };
};

/** Behind the object's last brace, or `null`. */
const objectEnd = (text: string, start: number): number | null => {
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + MAX_LENGTH); at += 1) {
    const character = text.charAt(at);
    if (character === '"') {
      for (at += 1; at < text.length && text.charAt(at) !== '"'; at += 1)
        if (text.charAt(at) === '\\') at += 1;
    } else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return null;
};

const MAX_DEPTH = 50;

const mapOf = (value: unknown, depth = 0): unknown => {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((entry) => mapOf(entry, depth + 1));
  return new Map(Object.entries(value).map(([key, entry]) => [key, mapOf(entry, depth + 1)]));
};

const locateJson = (text: string): LocatedFrontMatter => {
  const start = text.indexOf('{');
  const end = objectEnd(text, start);
  if (end === null) return { ...nothing(text), problem: { code: 'unclosed' } };
  const lineEnd = /^[ \t]*(?:\n|$)/.exec(text.slice(end));
  if (lineEnd === null) return nothing(text);
  const located = { format: 'json', start, end, bodyStart: end + lineEnd[0].length } as const;
  try {
    const data = mapOf(JSON.parse(text.slice(start, end)));
    return { ...located, data: data instanceof Map ? data : new Map() };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ...located, data: new Map(), problem: { code: 'broken', line: lineAt(text, start) } };
  }
};
