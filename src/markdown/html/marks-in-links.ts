/** Marks around a link, where a letter beside them would keep them from taking effect: they go into the link. */
import type { Inline } from './inline.ts';

const LETTER_BEFORE = /[^\s\p{P}]$/u;
const LETTER_AFTER = /^[^\s\p{P}]/u;

const opensMark = (token: Inline | undefined): boolean =>
  token?.type === 'open' && token.mark.type !== 'link';
const closesMark = (token: Inline | undefined): boolean =>
  token?.type === 'close' && token.mark.type !== 'link';

/** True when text comes right before the marks that open at `open`, or right after those that close at `close`. */
const touchesText = (tokens: readonly Inline[], open: number, close: number): boolean => {
  let [before, after] = [open - 1, close + 1];
  while (opensMark(tokens[before])) before -= 1;
  while (closesMark(tokens[after])) after += 1;
  const [left, right] = [tokens[before], tokens[after]];
  return (
    (left?.type === 'text' && LETTER_BEFORE.test(left.text)) ||
    (right?.type === 'text' && LETTER_AFTER.test(right.text))
  );
};

/** `한**[글](x)**은` needs references to take effect, `한[**글**](x)은` needs none; both look the same. */
export const putMarksInLinks = (tokens: readonly Inline[]): readonly Inline[] => {
  if (!tokens.some(({ type }, index) => type === 'open' && opensMark(tokens[index - 1]))) return tokens;
  const placed = [...tokens];
  let linkClose = -1;
  for (let index = tokens.length - 1; index > 0; index -= 1) {
    const token = tokens[index];
    if (token?.type === 'close' && token.mark.type === 'link') linkClose = index;
    if (token?.type !== 'open' || token.mark.type !== 'link') continue;
    let [open, close] = [index - 1, linkClose + 1];
    for (; isPair(placed[open], placed[close]) && touchesText(placed, open, close); open -= 1, close += 1) {
      const [before, after] = [placed[open], placed[close]];
      if (before === undefined || after === undefined) break;
      [placed[open], placed[open + 1]] = [token, before];
      [placed[close - 1], placed[close]] = [after, { type: 'close', mark: token.mark }];
    }
  }
  return placed;
};

const isPair = (before: Inline | undefined, after: Inline | undefined): boolean =>
  before?.type === 'open' &&
  after?.type === 'close' &&
  before.mark === after.mark &&
  before.mark.type !== 'link';
