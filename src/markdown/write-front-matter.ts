/** Front matter written: gray-matter with engines of our own, YAML or TOML, in the style that a site's posts have. */
import matter from 'gray-matter';
import { isScalar, isSeq, Document as YamlDocument } from 'yaml';
import type { FrontMatterFormat, ListStyle, Quoting } from '../model/site-settings.ts';
import { stringifyToml, type TomlTable, type TomlValue, tomlDate } from './toml.ts';

/** A date or date-time that is written as it is, without quotes. */
export class FrontMatterDate {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type FrontMatterValue = string | number | boolean | FrontMatterDate | readonly string[];

/** Keys and values in the order in which they are written. A dot in a key stands for a level: `taxonomies.tags`. */
export type FrontMatter = ReadonlyMap<string, FrontMatterValue>;

export interface FrontMatterStyle {
  readonly format: FrontMatterFormat;
  readonly quoting: Quoting;
  readonly lists: ListStyle;
}

/** Strings always in double quotes, with JSON's escapes; lists in flow style. */
export const PLAIN_STYLE: FrontMatterStyle = { format: 'yaml', quoting: 'double', lists: 'flow' };

type Tree = Map<string, FrontMatterValue | Tree>;

/** Keys as a tree; a key whose way is taken by a value stays one key, with its dot. */
const treeOf = (entries: FrontMatter): Tree => {
  const root: Tree = new Map();
  for (const [path, value] of entries) {
    const parts = path.split('.');
    const last = parts.pop() ?? path;
    let branch: Tree | undefined = root;
    for (const part of parts) {
      const next: FrontMatterValue | Tree | undefined = branch?.get(part);
      if (next !== undefined && !(next instanceof Map)) branch = undefined;
      else if (next === undefined && part !== '') branch?.set(part, new Map());
      const found: FrontMatterValue | Tree | undefined = branch?.get(part);
      branch = found instanceof Map ? found : undefined;
    }
    if (branch === undefined || last === '' || branch.has(last)) root.set(path, value);
    else branch.set(last, value);
  }
  return root;
};

/** Characters that YAML 1.1 and 1.2 readers treat differently inside double quotes; written as escapes. */
const UNUSUAL = /[\u007f-\u00a0\u2028\u2029\ufeff]/g;

const escapeUnusual = (yaml: string): string =>
  yaml.replace(UNUSUAL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Text that every YAML reader takes for text without quotes: never `yes`, a number or a date (YAML 1.1, 10.2). */
const isPlainText = (text: string): boolean =>
  /^\p{L}[\p{L}\p{M}\p{N} _./()+-]*(?<! )$/u.test(text) &&
  !/^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i.test(text);

const QUOTES = { double: 'QUOTE_DOUBLE', single: 'QUOTE_SINGLE', plain: 'PLAIN' } as const;

const stringifyYaml = (entries: FrontMatter, { quoting, lists }: FrontMatterStyle): string => {
  const document = new YamlDocument(new Map());
  const write = (tree: Tree, path: readonly string[]): void => {
    for (const [key, value] of tree) {
      if (value instanceof Map) {
        document.setIn([...path, key], document.createNode(new Map()));
        write(value, [...path, key]);
        continue;
      }
      const plain = value instanceof FrontMatterDate;
      const node = document.createNode(plain ? value.text : value);
      if (isSeq(node)) node.flow = lists === 'flow';
      if (plain) Object.assign(node, { type: 'PLAIN' });
      else quoteWhereNeeded(node, quoting);
      document.setIn([...path, document.createNode(key)], node);
    }
  };
  write(treeOf(entries), []);
  const yaml = document.toString({
    defaultStringType: QUOTES[quoting],
    defaultKeyType: 'PLAIN',
    doubleQuotedAsJSON: true,
    flowCollectionPadding: false,
    lineWidth: 0,
  });
  return escapeUnusual(yaml);
};

/** Text that must not stand in the style that was asked for goes into double quotes. */
const quoteWhereNeeded = (node: unknown, quoting: Quoting): void => {
  if (isSeq(node)) for (const item of node.items) quoteWhereNeeded(item, quoting);
  if (!isScalar(node) || typeof node.value !== 'string') return;
  const needed = quoting === 'plain' ? !isPlainText(node.value) : node.value.search(UNUSUAL) >= 0;
  if (needed) node.type = 'QUOTE_DOUBLE';
};

const tomlOf = (value: FrontMatterValue | Tree): TomlValue => {
  if (value instanceof FrontMatterDate) return tomlDate(value.text) ?? value.text;
  return value instanceof Map ? tableOf(value) : (value as TomlValue);
};

const tableOf = (tree: Tree): TomlTable => {
  // Without a prototype, so that `__proto__` is a key like any other.
  const table: TomlTable = Object.create(null);
  for (const [key, value] of tree) table[key] = tomlOf(value);
  return table;
};

const DELIMITERS = { yaml: '---', toml: '+++' } as const;

/** gray-matter copies data into a plain object, where `__proto__` is lost; so all keys travel under one. */
interface Carried {
  readonly entries?: FrontMatter;
}

const refuse = (): never => {
  throw new Error('this engine only writes');
};

/**
 * Writes a file: front matter between its delimiters, then the body as it is. Without entries, the body alone. The text
 * ends with a line feed.
 *
 * Strings must be free of control characters and lone surrogates (`cleanLine`): YAML cannot carry all of them.
 */
export const writeFrontMatter = (entries: FrontMatter, body: string, style = PLAIN_STYLE): string => {
  const language = style.format === 'none' ? 'yaml' : style.format;
  const stringify = (data: Carried): string => {
    if (style.format === 'none' || data.entries === undefined || data.entries.size === 0) return '{}';
    return language === 'toml'
      ? stringifyToml(tableOf(treeOf(data.entries)))
      : stringifyYaml(data.entries, style);
  };
  return matter.stringify(
    { content: body },
    { entries },
    {
      language,
      delimiters: DELIMITERS[language],
      engines: { [language]: { parse: refuse, stringify } },
    },
  );
};
