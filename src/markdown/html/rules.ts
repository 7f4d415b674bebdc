/** turndown with the rules of blocks. */
import TurndownService from 'turndown';
import type { BlockData, BlockNode, Cell } from './block-node.ts';
import { disarmShortcodes, type WritePlace } from './inline-pieces.ts';
import { writeInlines } from './write-inlines.ts';

/** How the Markdown may be written. */
export interface WriteOptions {
  readonly rawHtml: boolean;
  readonly shortcodes: 'hugo' | 'none';
}

/** A line's end inside code, while turndown, which trims lines, has the text. A noncharacter: no page text has it. */
const CODE_NEWLINE = '\uFDD1';
const LINE_ENDS = /[\n\uFDD1]/g;

type Kind = BlockData['kind'];
type NodeOf<Name extends Kind> = BlockNode<Extract<BlockData, { kind: Name }>>;
type Replace<Name extends Kind> = (node: NodeOf<Name>, content: string) => string;
type Rules = { readonly [Name in Exclude<Kind, 'root'>]: Replace<Name> };

const gapOf = (node: BlockNode): string => (node.tight ? '\n' : '\n\n');
const spaced = (node: BlockNode, text: string): string => gapOf(node) + text + gapOf(node);
const trimLines = (text: string): string => {
  let [from, to] = [0, text.length];
  while (text[from] === '\n') from += 1;
  while (to > from && text[to - 1] === '\n') to -= 1;
  return text.slice(from, to);
};

/** Puts `prefix` before every line but the first; blank lines get it without its trailing spaces. */
const indent = (text: string, prefix: string): string => {
  const blank = prefix.trimEnd();
  return text.replace(LINE_ENDS, (end, at: number) => {
    const next = text[at + 1];
    return end + (next === '\n' || next === CODE_NEWLINE || next === undefined ? blank : prefix);
  });
};

const fenceFor = (code: string): string => {
  let longest = 2;
  for (const run of code.match(/`{3,}/g) ?? []) longest = Math.max(longest, run.length);
  return '`'.repeat(longest + 1);
};

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell || ' ').join(' | ')} |`;
const DELIMITER_CELLS = { left: ':---', center: ':---:', right: '---:', none: '---' } as const;

const listMarker = (node: NodeOf<'item'>): string => {
  const list = node.parentNode?.data;
  const alternate = list?.kind === 'list' && list.alternate;
  if (node.data.number === null) return alternate ? '*' : '-';
  return `${node.data.number}${alternate ? ')' : '.'}`;
};

const createRules = (options: WriteOptions): Rules => {
  const place = (block: WritePlace['block']): WritePlace => ({ block, ...options });
  const cell = (inlines: Cell): string => writeInlines(inlines, place('cell'));
  return {
    paragraph: (node) => spaced(node, writeInlines(node.data.inlines, place('paragraph'))),
    heading: (node) =>
      spaced(node, `${'#'.repeat(node.data.level)} ${writeInlines(node.data.inlines, place('heading'))}`),
    code: (node) => {
      const code = disarmShortcodes(node.data.text, options.shortcodes);
      const fence = fenceFor(code);
      const lines = [fence + node.data.language, ...(code === '' ? [] : [code]), fence].join('\n');
      return spaced(node, lines.replaceAll('\n', CODE_NEWLINE));
    },
    quote: (node, content) => spaced(node, `> ${indent(trimLines(content), '> ')}`),
    rule: (node) => spaced(node, node.parentNode?.data.kind === 'item' ? '***' : '---'),
    list: (node, content) => spaced(node, trimLines(content)),
    item: (node, content) => {
      const marker = listMarker(node);
      const box = node.data.task === null ? '' : node.data.task ? '[x] ' : '[ ] ';
      const text = indent(trimLines(content), ' '.repeat(marker.length + 1));
      return spaced(node, `${marker} ${box}${text}`.trimEnd());
    },
    table: (node) => {
      const { header, rows, alignments } = node.data;
      const lines = [header.map(cell), alignments.map((alignment) => DELIMITER_CELLS[alignment ?? 'none'])];
      return spaced(node, [...lines, ...rows.map((cells) => cells.map(cell))].map(row).join('\n'));
    },
    // `term` and `: definition`: a definition list in Hugo, readable lines elsewhere. Its further blocks stand under it,
    // not so far in that others would take them for code.
    definitions: (node, content) => spaced(node, trimLines(content)),
    term: (node) => {
      const text = writeInlines(node.data.inlines, place('paragraph'));
      return `${node.data.apart ? '\n\n' : '\n'}${text}\n`;
    },
    definition: (node, content) =>
      `${node.data.apart ? '\n\n' : '\n'}: ${indent(trimLines(content), '  ')}\n`,
    footnote: (node, content) => `\n\n[^${node.data.label}]: ${indent(trimLines(content), '    ')}\n\n`,
  };
};

/** Writes the tree as Markdown. */
export const writeBlocks = (root: BlockNode, options: WriteOptions): string => {
  const service = new TurndownService();
  for (const [kind, replace] of Object.entries(createRules(options))) {
    service.addRule(kind, {
      filter: (node) => kindOf(node) === kind,
      replacement: (content, node) => (replace as (node: unknown, content: string) => string)(node, content),
    });
  }
  // The tree has the few properties of a DOM node that turndown reads.
  const markdown = service.turndown(root as unknown as HTMLElement);
  return markdown.replaceAll(CODE_NEWLINE, '\n');
};

const kindOf = (node: unknown): Kind => (node as BlockNode).data.kind;
