/** Markdown as MDX reads it: text that looks like JSX, an expression or a module shows as it is written (mdxjs.com). */
import type { MarkdownNode } from '../../markdown/blocks.ts';
import { type Range, visitNodes } from '../../markdown/code-ranges.ts';
import {
  fencedCode,
  type Replacement,
  replaceRanges,
  wordedAutolink,
} from '../../markdown/plain-commonmark.ts';
import { formatLink } from '../../markdown/plain-text.ts';
import { type HtmlPiece, keptHtml } from './raw-html.ts';
import type { EscapedBody, FileExtension } from './site-profile.ts';

const HAZARD = /[<{]|(^|\n)(import|export)[ \t{*'"]|(^|\n)[ \t>]*:::|(^|\n)[ \t>*+\-\d.)]*( {4}|\t)/;

/** Text that is replaced, and text that is safe as it is. Everything else has its `<` and `{` escaped. */
interface Findings {
  readonly edits: Replacement[];
  readonly safe: Range[];
  altered: boolean;
}

export const escapeMdx = (body: string, extension: FileExtension): EscapedBody => {
  if (!HAZARD.test(body)) return { body, altered: false };
  const findings: Findings = { edits: [], safe: [], altered: false };
  const html = new Map<MarkdownNode, HtmlPiece[]>();
  visitNodes(body, (node, range, parent) => {
    const source = body.slice(...range);
    if (node.type === 'html') {
      const key = parent === null || parent.type === 'root' ? node : parent;
      const pieces = html.get(key) ?? [];
      pieces.push({ source, range });
      html.set(key, pieces);
    } else inspect(node, range, parent, body, findings);
  });
  for (const pieces of html.values()) {
    for (const { range, text } of keptHtml(pieces, extension)) {
      if (text === null) findings.altered = true;
      findings.edits.push({ range, text: text ?? shownHtml(body.slice(...range)) });
    }
  }
  const kept = findings.safe.map((range) => ({ range, text: body.slice(...range) }));
  return { body: replaceRanges(body, [...findings.edits, ...kept], escapeText), altered: findings.altered };
};

const inspect = (
  node: MarkdownNode,
  [start, end]: Range,
  parent: MarkdownNode | null,
  body: string,
  { edits, safe }: Findings,
): void => {
  const source = body.slice(start, end);
  switch (node.type) {
    case 'code':
      // MDX has no indented code.
      edits.push({ range: [start, end], text: fencedCode(node, [start, end], body) ?? source });
      return;
    case 'inlineCode':
    case 'definition':
      safe.push([start, end]);
      return;
    case 'link': {
      const worded = wordedAutolink(node, source);
      if (worded !== null) {
        edits.push({ range: [start, end], text: worded });
      } else if (!source.startsWith('[')) {
        // A backslash behind a bare address would be a part of it.
        if (body.charAt(end) === '<') edits.push({ range: [start, end], text: formatLink(source, node.url) });
        else safe.push([start, end]);
      } else safe.push([start + destinationAt(source), end]);
      return;
    }
    case 'image':
      safe.push([start + destinationAt(source), end]);
      return;
    case 'paragraph':
      if (parent?.type === 'root' && /^(import|export)[ \t{*'"]/.test(source)) {
        edits.push({ range: [start, start + 1], text: `&#${source.charCodeAt(0)};` });
      }
      for (const { index } of source.matchAll(/(?<=^|\n[ \t>]*):::/g)) {
        edits.push({ range: [start + index, start + index], text: '\\' });
      }
      return;
    default:
  }
};

/** Tags as text. GFM links an address by itself up to the next `<`, the backslash before that with it: it must not begin. */
const shownHtml = (source: string): string =>
  escapeText(source).replace(/(https?)(?=:\/\/)|(www)(?=\.)/gi, '$1$2\\');

/** Where a link's or image's destination begins: behind its label. */
const destinationAt = (source: string): number => Math.max(0, source.lastIndexOf(']('));

const escapeText = (text: string): string =>
  text.replace(/(\\*)([<{])/g, (found, slashes: string, active: string) =>
    slashes.length % 2 === 1 ? found : `${slashes}\\${active}`,
  );
