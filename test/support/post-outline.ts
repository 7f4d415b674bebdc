/** What two posts are compared by: read from Markdown with a parser that the product's assembler does not use for it. */
import type { Nodes, Root, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parse } from 'yaml';

export interface PostFacts {
  readonly frontMatter: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** `## Title` for each heading. */
  readonly headings: readonly string[];
  /** `text <address>` in order. */
  readonly links: readonly string[];
  /** `alternative text <address>` in order. */
  readonly images: readonly string[];
  /** Language, line feed, code. */
  readonly code: readonly string[];
  /** Cells, joined by ` | `, a line for each row. */
  readonly tables: readonly string[];
  /** Text of each quote. */
  readonly quotes: readonly string[];
  /** Text of each list item, nested ones apart. */
  readonly items: readonly string[];
}

export const splitFrontMatter = (
  text: string,
): { readonly frontMatter: Record<string, unknown>; readonly body: string } => {
  const [, yaml = '', body = text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  return { frontMatter: parse(yaml, { schema: 'failsafe' }) ?? {}, body };
};

const textOf = (node: Nodes): string => {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(textOf).join(node.type === 'list' ? '\n' : '') : '';
};

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

const rowsOf = (table: Table): string =>
  table.children.map((row) => row.children.map((cell) => tidy(textOf(cell))).join(' | ')).join('\n');

const walk = (node: Nodes, visit: (node: Nodes) => void): void => {
  visit(node);
  if ('children' in node) for (const child of node.children) walk(child, visit);
};

const parseBody = (body: string): Root =>
  fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** The facts of a post with front matter in YAML. Dates stay text. */
export const readPost = (text: string): PostFacts => {
  const { frontMatter, body } = splitFrontMatter(text);
  const facts = {
    headings: [] as string[],
    links: [] as string[],
    images: [] as string[],
    code: [] as string[],
    tables: [] as string[],
    quotes: [] as string[],
    items: [] as string[],
  };
  walk(parseBody(body), (node) => {
    if (node.type === 'heading') facts.headings.push(`${'#'.repeat(node.depth)} ${tidy(textOf(node))}`);
    else if (node.type === 'link') facts.links.push(`${tidy(textOf(node))} <${node.url}>`);
    else if (node.type === 'image') facts.images.push(`${node.alt} <${node.url.replace(/^\.\//, '')}>`);
    else if (node.type === 'code') facts.code.push(`${node.lang ?? ''}\n${node.value}`);
    else if (node.type === 'table') facts.tables.push(rowsOf(node));
    else if (node.type === 'blockquote') facts.quotes.push(tidy(textOf(node)));
    else if (node.type === 'listItem')
      facts.items.push(
        tidy(
          node.children
            .filter(({ type }) => type !== 'list')
            .map(textOf)
            .join(' '),
        ),
      );
  });
  return { frontMatter, body, ...facts };
};
