/** JSON with what `JSON.parse` leaves out: where the text breaks off, and keys that stand twice in one object. */
import type { RemarkCollector } from './raw-programme.ts';
import { refused } from './refusal.ts';

const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\n\r]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*")|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
const MAX_DEPTH = 200;

const placeAt = (text: string, offset: number): string => {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return `line ${line}, column ${offset - before.lastIndexOf('\n')}`;
};

/** What may follow: a key, the colon after it, a value, or what ends one. */
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

interface OpenContainer {
  readonly isObject: boolean;
  readonly keys: Set<string>;
}

/**
 * Walks the tokens of the text.
 *
 * @param duplicate called with the key, its offset, and whether its value is an object or an array
 * @returns the offset where the text stops being JSON, or `null` when it is JSON to the end
 */
const walk = (
  text: string,
  duplicate: (key: string, offset: number, isContainer: boolean) => void,
): { readonly offset: number; readonly reason: string } | null => {
  const open: OpenContainer[] = [];
  let expected: Expected = 'value';
  let twice: { key: string; offset: number } | null = null;
  TOKEN.lastIndex = 0;
  for (;;) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) {
      const blank = /[^ \t\r\n]/g;
      blank.lastIndex = from;
      const next = blank.exec(text);
      if (expected === 'nothing' && next === null) return null;
      return {
        offset: next?.index ?? text.length,
        reason: next === null ? 'cut off' : 'unexpected character',
      };
    }
    const punctuation = match[1];
    const string = match[2];
    const offset = TOKEN.lastIndex - (punctuation ?? string ?? match[0].trimStart()).length;
    const container = open.at(-1);
    const wrong = { offset, reason: `unexpected ${match[0].trim().slice(0, 20)}` };
    const closes = punctuation === '}' || punctuation === ']';
    if (closes) {
      const fits = container !== undefined && container.isObject === (punctuation === '}');
      const ready =
        expected === 'comma-or-end' || expected === (container?.isObject ? 'key-or-end' : 'value-or-end');
      if (!fits || !ready) return wrong;
      open.pop();
      expected = open.length === 0 ? 'nothing' : 'comma-or-end';
    } else if (expected === 'value' || expected === 'value-or-end') {
      if (punctuation !== undefined && punctuation !== '{' && punctuation !== '[') return wrong;
      if (twice !== null) duplicate(twice.key, twice.offset, punctuation !== undefined);
      twice = null;
      if (punctuation === undefined) expected = open.length === 0 ? 'nothing' : 'comma-or-end';
      else {
        if (open.length >= MAX_DEPTH) return { offset, reason: 'too deep' };
        open.push({ isObject: punctuation === '{', keys: new Set() });
        expected = punctuation === '{' ? 'key-or-end' : 'value-or-end';
      }
    } else if (expected === 'key' || expected === 'key-or-end') {
      if (string === undefined || container === undefined) return wrong;
      if (container.keys.has(string)) twice = { key: string.slice(1, -1), offset };
      container.keys.add(string);
      expected = 'colon';
    } else if (expected === 'colon') {
      if (punctuation !== ':') return wrong;
      expected = 'value';
    } else if (expected === 'comma-or-end') {
      if (punctuation !== ',') return wrong;
      expected = container?.isObject ? 'key' : 'value';
    } else return wrong;
  }
};

/**
 * @throws {InvalidInput} `field` names line and column: not JSON, cut off, nested too deep, or an object that holds
 * two lists or objects under one key (one of them would be lost without a word). A plain value that stands twice is
 * a remark only: the later one counts.
 */
export const parseJson = (text: string, remarks: RemarkCollector): unknown => {
  const end = walk(text, (key, offset, isContainer) => {
    const place = placeAt(text, offset);
    if (isContainer) throw refused('duplicate-key', place, `json: key "${key}" stands twice in one object`);
    remarks.fault('duplicate-key', place, { key });
  });
  if (end !== null) {
    const kind = end.reason === 'too deep' ? 'too-deep' : 'broken';
    throw refused(kind, placeAt(text, end.offset), `json: ${end.reason}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refused('broken', 'file', 'json: a control character inside a text', error);
  }
};
