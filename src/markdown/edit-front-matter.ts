/** Single values of a front matter changed where they stand: comments, order and quoting of all others stay. */
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { locateFrontMatter } from './locate-front-matter.ts';

export interface FieldChange {
  /** A dot stands for a level. */
  readonly key: string;
  /** `null`: the key is not there. */
  readonly was: string | readonly string[] | null;
  readonly value: string | readonly string[];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * The head of a file (all before its body) with these values changed.
 *
 * What cannot be found, or not be written in this format, stays as it is.
 */
export const editFrontMatter = (head: string, changes: readonly FieldChange[]): string =>
  changes.reduce((text, change) => {
    const { format, start, end, problem } = locateFrontMatter(text);
    if (problem !== undefined || format === 'none' || format === 'other') return text;
    const raw = text.slice(start, end);
    const edited = format === 'toml' ? editToml(raw, change) : editYaml(raw, change, format === 'json');
    return text.slice(0, start) + edited + text.slice(end);
  }, head);

const quote = (text: string): string => JSON.stringify(text);
const lineEndOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';

const replace = (text: string, { start, end }: Place, value: string): string =>
  text.slice(0, start) + value + text.slice(end);

/** In the quotes that stood there, if the text can stand in them. */
const inStyleOf = (before: string, value: string, plain: (text: string) => boolean): string => {
  if (before.startsWith("'") && !/[\p{Cc}']/u.test(value)) return `'${value}'`;
  if (/^["'|>]/.test(before)) return quote(value);
  return plain(value) ? value : quote(value);
};

/** YAML that reads the text back as it is without quotes. */
const isPlainYaml = (text: string): boolean => {
  if (/[\p{Cc}#:,[\]{}]/u.test(text))
    return /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})?$/.test(text);
  try {
    return (
      parseDocument(text, { schema: 'yaml-1.1', logLevel: 'silent' }).toJS() === text ||
      /^\d{4}-\d{2}-\d{2}$/.test(text)
    );
  } catch {
    return false;
  }
};

const editYaml = (raw: string, { key, was, value }: FieldChange, json: boolean): string => {
  // Offset for offset the same.
  const text = raw.replace(/\r\n/g, ' \n').replace(/\r/g, '\n');
  const document = parseDocument(text, { schema: 'core', logLevel: 'silent', keepSourceTokens: true });
  if (was === null) return addYaml(raw, key, value, json);
  const node: unknown = document.getIn(key.split('.'), true);
  if (isSeq(node) && Array.isArray(value)) {
    const items = node.items.flatMap((item) =>
      isScalar(item) && item.range
        ? { text: String(item.value), start: item.range[0], end: item.range[1] }
        : [],
    );
    if (items.length !== node.items.length || !node.range) return raw;
    const [start, end] = node.range;
    return node.flow === true ? editFlow(raw, { start, end }, items, value) : editBlock(raw, items, value);
  }
  const listed = Array.isArray(value)
    ? value.join(typeof was === 'string' && !was.includes(',') ? ' ' : ', ')
    : String(value);
  if (isScalar(node) && node.range) {
    const [start, end] = node.range;
    const before = raw.slice(start, end);
    if (before === '')
      return emptyYaml(raw, document, key, Array.isArray(value) ? flowOf(value, []) : quote(listed));
    const block = /^[|>]/.test(before);
    const written = inStyleOf(before, listed, json ? () => false : isPlainYaml);
    return replace(raw, { start, end }, block ? written + lineEndOf(before) : written);
  }
  return node === null || node === undefined
    ? emptyYaml(raw, document, key, Array.isArray(value) ? flowOf(value, []) : quote(listed))
    : raw;
};

/** `key:` without a value. */
const emptyYaml = (
  raw: string,
  document: ReturnType<typeof parseDocument>,
  key: string,
  value: string,
): string => {
  const pair = isMap(document.contents)
    ? document.contents.items.find((item) => isScalar(item.key) && item.key.value === key)
    : undefined;
  const end = isScalar(pair?.key) ? pair.key.range?.[1] : undefined;
  if (end === undefined) return raw;
  const colon = raw.indexOf(':', end);
  return colon < 0 ? raw : replace(raw, { start: colon + 1, end: colon + 1 }, ` ${value}`);
};

interface Item extends Place {
  readonly text: string;
}

const flowOf = (values: readonly string[], sources: readonly string[]): string => {
  const [first] = sources;
  const style = first === undefined ? '"' : first;
  return `[${values.map((value) => inStyleOf(style, value, isPlainYaml)).join(', ')}]`;
};

const editFlow = (raw: string, place: Place, items: readonly Item[], values: readonly string[]): string => {
  const source = raw.slice(place.start, place.end);
  const [first] = items;
  const style = first === undefined ? '"' : raw.slice(first.start, first.end);
  const padding = /^\[([ \t]*)/.exec(source)?.[1] ?? '';
  const written = values.map((value) => {
    const known = items.find(({ text }) => text === value);
    return known === undefined ? inStyleOf(style, value, isPlainYaml) : raw.slice(known.start, known.end);
  });
  return replace(raw, place, written.length === 0 ? '[]' : `[${padding}${written.join(', ')}${padding}]`);
};

/** Line by line: those that stay keep theirs. */
const editBlock = (raw: string, items: readonly Item[], values: readonly string[]): string => {
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return raw;
  const lineStart = (offset: number): number =>
    Math.max(raw.lastIndexOf('\n', offset - 1), raw.lastIndexOf('\r', offset - 1)) + 1;
  const lineEnd = (offset: number): number => {
    const found = /\r\n|\n|\r/.exec(raw.slice(offset));
    return found === null ? raw.length : offset + found.index + found[0].length;
  };
  const start = lineStart(first.start);
  const end = lineEnd(last.end);
  const marker = raw.slice(start, first.start);
  const ending = lineEndOf(raw.slice(start));
  const style = raw.slice(first.start, first.end);
  const lines = values.map((value) => {
    const known = items.find(({ text }) => text === value);
    return known === undefined
      ? `${marker}${inStyleOf(style, value, isPlainYaml)}${ending}`
      : raw.slice(lineStart(known.start), lineEnd(known.end));
  });
  return replace(
    raw,
    { start, end },
    lines.length === 0 ? `${/^[ \t]*/.exec(marker)?.[0] ?? ''}[]${ending}` : lines.join(''),
  );
};

const addYaml = (raw: string, key: string, value: FieldChange['value'], json: boolean): string => {
  const written = typeof value === 'string' ? quote(value) : `[${value.map(quote).join(', ')}]`;
  if (!json)
    return `${raw}${/[\n\r]$|^$/.test(raw) ? '' : lineEndOf(raw)}${key}: ${written}${lineEndOf(raw)}`;
  const close = raw.trimEnd().lastIndexOf('}');
  const before = raw.slice(0, close).trimEnd();
  const indent = /\n([ \t]+)"/.exec(raw)?.[1];
  const comma = before.endsWith('{') ? '' : ',';
  return `${before}${comma}${indent === undefined ? ' ' : lineEndOf(raw) + indent}${quote(key)}: ${written}${indent === undefined ? ' ' : lineEndOf(raw)}${raw.slice(close)}`;
};

const TABLE = /^[ \t]*\[+([^\]\n]+)\]+/;

/** Where a key's value stands; strings and lists may go over several lines. */
const placeInToml = (raw: string, key: string): Place | null => {
  const parts = key.split('.');
  const name = parts.pop() ?? key;
  const table = parts.join('.');
  let current = '';
  const lines = /[^\n]*(?:\n|$)/g;
  for (let match = lines.exec(raw); match !== null && match[0] !== ''; match = lines.exec(raw)) {
    current = TABLE.exec(match[0])?.[1]?.trim() ?? current;
    const own = /^[ \t]*(?:"([^"]+)"|'([^']+)'|([\w-]+))[ \t]*=[ \t]*/.exec(match[0]);
    if (own === null) continue;
    const start = match.index + own[0].length;
    const end = start + tomlValueLength(raw.slice(start));
    if (current === table && (own[1] ?? own[2] ?? own[3]) === name) return { start, end };
    lines.lastIndex = Math.max(lines.lastIndex, end);
  }
  return null;
};

const TOML_STRING = /^(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')/;

const tomlValueLength = (text: string): number => {
  const string = TOML_STRING.exec(text);
  if (string !== null) return string[0].length;
  if (!text.startsWith('[') && !text.startsWith('{'))
    return /^[^#\r\n]*/.exec(text)?.[0].trimEnd().length ?? 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const inner = TOML_STRING.exec(text.slice(at, at + 2000));
    if (inner !== null) at += inner[0].length - 1;
    else if (text.charAt(at) === '#') at = Math.max(at, text.indexOf('\n', at));
    else if (/[[{]/.test(text.charAt(at))) depth += 1;
    else if (/[\]}]/.test(text.charAt(at)) && --depth === 0) return at + 1;
  }
  return text.length;
};

const editToml = (raw: string, { key, was, value }: FieldChange): string => {
  const place = was === null ? null : placeInToml(raw, key);
  const written = typeof value === 'string' ? quote(value) : `[${value.map(quote).join(', ')}]`;
  if (place !== null) {
    const before = raw.slice(place.start, place.end);
    const single = before.startsWith("'") && typeof value === 'string' && !/[\p{Cc}']/u.test(value);
    const bare = typeof value === 'string' && /^\d/.test(before) && /^\d{4}-\d{2}-\d{2}/.test(value);
    return replace(raw, place, single ? `'${value}'` : bare ? value : written);
  }
  if (was !== null || key.includes('.')) return raw;
  // Before the first table: what follows a table's name belongs to it.
  const table = /^[ \t]*\[/m.exec(raw)?.index ?? raw.length;
  const before = raw.slice(0, table);
  return `${before}${/[\n\r]$|^$/.test(before) ? '' : lineEndOf(raw)}${key} = ${written}${lineEndOf(raw)}${raw.slice(table)}`;
};
