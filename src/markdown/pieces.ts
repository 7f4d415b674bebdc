/**
 * Long Markdown in pieces that can be parsed one by one: the parser's time grows with the square of the number of lists
 * and quotes in a text (micromark 4.0.3 copies all its events at the end of each), so that 1 MB would take it minutes.
 */

export interface Piece {
  readonly text: string;
  /** Offset in the whole, in UTF-16 units. */
  readonly start: number;
}

/** Pieces are at least this long, in UTF-16 units … */
const WANTED_LENGTH = 2_000;
/** … and from here on a list may be cut between two of its items. */
const LONG_LENGTH = 8_000;

const PREFIXED_FENCE = /^([ \t>*+\-\d.)]*)(`{3,}(?=[^`]*$)|~{3,})/;
const HTML_OPENING = /^ {0,3}(?:<(pre|script|style|textarea)(?=[\s>]|$)|<!--|<\?|<!\[CDATA\[)/i;
const LIST_ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]/;

interface OpenBlock {
  readonly closes: (line: string) => boolean;
  /** Opened inside a list or a quote: text at the left margin ends it. */
  readonly inside: boolean;
}

const openBlock = (line: string): OpenBlock | null => {
  const fence = PREFIXED_FENCE.exec(line);
  if (fence?.[2] !== undefined) {
    const closing = new RegExp(`^[ \\t>]*${fence[2].charAt(0)}{${fence[2].length},}[ \\t]*$`);
    return { closes: (text) => closing.test(text), inside: fence[1] !== '' };
  }
  const html = HTML_OPENING.exec(line);
  if (html === null) return null;
  const ends = html[1] === undefined ? /-->|\?>|\]\]>/ : /<\/(pre|script|style|textarea)>/i;
  return ends.test(line) ? null : { closes: (text) => ends.test(text), inside: false };
};

/** Cuts where nothing is open: at a line at the left margin behind a blank one; a very long list between two items. */
export const splitMarkdown = (text: string): Piece[] => {
  if (text.length < 2 * WANTED_LENGTH) return [{ text, start: 0 }];
  const pieces: Piece[] = [];
  let start = 0;
  let open: OpenBlock | null = null;
  let blankBefore = false;
  for (let at = 0; at < text.length; ) {
    const lineEnd = text.indexOf('\n', at);
    const next = lineEnd < 0 ? text.length : lineEnd + 1;
    const line = text.slice(at, lineEnd < 0 ? text.length : lineEnd);
    const blank = line.trim() === '';
    const atMargin = !blank && !/^[ \t>]/.test(line);
    if (open?.inside === true && atMargin && !open.closes(line)) open = null;
    if (open === null) {
      const item = LIST_ITEM.test(line);
      const mayCut = item ? at - start >= LONG_LENGTH : blankBefore && at - start >= WANTED_LENGTH;
      if (atMargin && mayCut) {
        pieces.push({ text: text.slice(start, at), start });
        start = at;
      }
      open = openBlock(line);
    } else if (open.closes(line)) {
      open = null;
    }
    blankBefore = blank;
    at = next;
  }
  pieces.push({ text: text.slice(start), start });
  return pieces;
};

/** What links and footnotes anywhere in the text may refer to: `[label]: …` lines. */
export const definitionsIn = (text: string): string =>
  Array.from(text.matchAll(/^ {0,3}\[[^\]\n]+\]:.*$/gm), ([line]) => line).join('\n');
