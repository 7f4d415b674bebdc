/** Raw HTML in MDX: tags that JSX takes stay, as JSX writes them; others become text. */
import type { Range } from '../../markdown/code-ranges.ts';
import type { FileExtension } from './site-profile.ts';

export interface HtmlPiece {
  readonly source: string;
  readonly range: Range;
}

interface KeptHtml {
  readonly range: Range;
  /** `null` when it cannot stay. */
  readonly text: string | null;
}

const TAG =
  /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>/gi;
const COMMENT = /^<!--([\s\S]*?)-->$/;
const VOID = new Set(['br', 'hr', 'img', 'wbr']);
/** Elements that mean the same as JSX. */
const KEPT = new Set(
  'a abbr b bdi bdo cite del details dfn div em figcaption figure i ins kbd mark p q rp rt ruby s samp small span strong sub summary sup u var'.split(
    ' ',
  ),
);
/** Elements that pages have besides those. */
const OTHER = new Set(
  'address article aside audio blockquote button canvas caption center code col colgroup dd dl dt embed fieldset font footer form h1 h2 h3 h4 h5 h6 header iframe input label legend li link main map math meta nav object ol option p param picture pre progress script section select source strike style svg table tbody td textarea tfoot th thead time title tr track tt ul video'.split(
    ' ',
  ),
);
/** Attributes that mean the same as JSX. */
const ATTRIBUTE =
  /\s+(?:alt|cite|dir|height|href|id|lang|open|rel|src|title|width)(?:\s*=\s*(?:"[^"{]*"|'[^'{]*'))?/gi;

/** Whether a piece of raw HTML is an element that pages have, or a comment; `<T>` is neither. */
export const isKnownHtml = (source: string): boolean => {
  const name = /^<\/?([a-z][a-z0-9-]*)/i.exec(source)?.[1]?.toLowerCase();
  return name === undefined || KEPT.has(name) || VOID.has(name) || OTHER.has(name);
};

interface Tag {
  readonly piece: number;
  readonly source: string;
  readonly closing: boolean;
  readonly name: string;
  readonly usable: boolean;
}

/** @param pieces of one paragraph, or one block: an element has to end where it began */
export const keptHtml = (pieces: readonly HtmlPiece[], extension: FileExtension): KeptHtml[] => {
  const tags = pieces.flatMap(({ source }, piece) => tagsIn(source, piece));
  const kept = new Set<Tag>();
  const open: Tag[] = [];
  for (const tag of tags) {
    if (!tag.usable) continue;
    if (VOID.has(tag.name)) kept.add(tag);
    else if (!tag.closing) open.push(tag);
    else if (open.at(-1)?.name === tag.name) {
      const opening = open.pop();
      if (opening !== undefined) kept.add(opening);
      kept.add(tag);
    }
  }
  return pieces.map(({ source, range }, piece) => {
    const comment = COMMENT.exec(source.trim())?.[1];
    if (comment !== undefined) {
      return { range, text: extension === 'md' ? source : `{/*${comment.replaceAll('*/', '* /')}*/}` };
    }
    const own = tags.filter((tag) => tag.piece === piece);
    const all = own.length > 0 && own.every((tag) => kept.has(tag));
    return { range, text: all ? asJsx(source, own) : null };
  });
};

const tagsIn = (source: string, piece: number): Tag[] =>
  Array.from(source.matchAll(TAG), ([whole, slash = '', name = '', attributes = '']) => ({
    piece,
    source: whole,
    closing: slash !== '',
    name: name.toLowerCase(),
    usable:
      (KEPT.has(name.toLowerCase()) || VOID.has(name.toLowerCase())) &&
      attributes.replace(ATTRIBUTE, '').trim() === '',
  }));

/** On one line: an element over several would have to begin and end on lines of its own. */
const asJsx = (source: string, tags: readonly Tag[]): string => {
  let result = '';
  let position = 0;
  for (const { source: tag, name, closing } of tags) {
    const at = source.indexOf(tag, position);
    result += escapeText(source.slice(position, at));
    result += VOID.has(name) && !closing ? tag.replace(/\s*\/?>$/, ' />') : tag;
    position = at + tag.length;
  }
  return (result + escapeText(source.slice(position))).replace(/\s*\n[\s>]*/g, ' ');
};

const escapeText = (text: string): string => text.replace(/[<{]/g, '\\$&');
