/** Definitions of links and footnotes (`[label]: …`): kept apart when several texts become one. */
import { type MarkdownNode, parseMarkdown } from './blocks.ts';

const DEFINITION = /^ {0,3}\[[^\]\n]+\]:/m;
const MAX_DEPTH = 100;

/** What labels stand for in the texts so far. */
export type TakenLabels = Map<string, string>;

type Labelled = Extract<MarkdownNode, { readonly identifier: string }>;

const isFootnote = (node: Labelled): boolean => node.type.startsWith('footnote');

const keyOf = (node: Labelled): string => (isFootnote(node) ? '^' : '') + node.identifier;

const listLabelled = (text: string): Labelled[] => {
  const found: Labelled[] = [];
  const visit = (node: MarkdownNode, depth: number): void => {
    if ('identifier' in node) found.push(node);
    if ('children' in node && depth < MAX_DEPTH) for (const child of node.children) visit(child, depth + 1);
  };
  visit(parseMarkdown(text), 0);
  return found;
};

/**
 * Renames the labels that an earlier text has given another meaning, here where they are defined and where they are
 * used, and takes note of this text's own.
 */
export const separateDefinitions = (text: string, taken: TakenLabels): string => {
  if (!DEFINITION.test(text)) return text;
  const labelled = listLabelled(text);
  const renamed = new Map<string, string>();
  for (const node of labelled) {
    if (node.type !== 'definition' && node.type !== 'footnoteDefinition') continue;
    const key = keyOf(node);
    const meaning = node.type === 'definition' ? `${node.url} ${node.title ?? ''}` : text;
    if (renamed.has(key) || taken.get(key) === meaning) continue;
    let label = node.label ?? node.identifier;
    if (taken.has(key)) {
      let number = 2;
      while (taken.has(`${key}-${number}`)) number += 1;
      label = `${label}-${number}`;
      renamed.set(key, label);
      taken.set(`${key}-${number}`, meaning);
    } else taken.set(key, meaning);
  }
  if (renamed.size === 0) return text;
  let result = text;
  for (const node of labelled.toReversed()) {
    const label = renamed.get(keyOf(node));
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (label === undefined || start === undefined || end === undefined) continue;
    result = result.slice(0, start) + relabel(node, result.slice(start, end), label) + result.slice(end);
  }
  return result;
};

const relabel = (node: Labelled, source: string, label: string): string => {
  if (node.type === 'footnoteReference') return `[^${label}]`;
  if (node.type === 'footnoteDefinition') return source.replace(/^\[\^[^\]]+\]/, () => `[^${label}]`);
  if (node.type === 'definition') return source.replace(/^\[(?:\\.|[^\]\\])+\]/, () => `[${label}]`);
  const kept = source.replace(/\[\]$/, '');
  return node.referenceType === 'full'
    ? source.replace(/\[(?:\\.|[^\]\\])+\]$/, () => `[${label}]`)
    : `${kept}[${label}]`;
};
