/** Chooses the delimiters of emphasis: stars, and underscores where runs of stars would flow into one another. */
import type { Inline } from './inline.ts';

/** Inline content with the delimiter of each mark that opens or closes; `''` for tokens that have none. */
export interface PlannedInlines {
  readonly tokens: readonly Inline[];
  readonly delimiters: readonly string[];
}

interface Pair {
  readonly open: number;
  readonly close: number;
  readonly type: 'em' | 'strong' | 'del';
  /** The pair of the same kind around it. */
  readonly outer: number | null;
}

const NOT_A_LETTER_BEFORE = /[\s\p{P}]$/u;
const NOT_A_LETTER_AFTER = /^[\s\p{P}]/u;

const isEmphasis = (token: Inline | undefined): boolean =>
  (token?.type === 'open' || token?.type === 'close') &&
  (token.mark.type === 'em' || token.mark.type === 'strong');

/** Which token closes which: marks of a line nest properly. */
const pairsIn = (tokens: readonly Inline[]): Pair[] => {
  const pairs: Pair[] = [];
  const opened: { index: number; pair: number }[] = [];
  tokens.forEach((token, index) => {
    if (token.type === 'open' && token.mark.type !== 'link') {
      const { type } = token.mark;
      const outer = opened.findLast(({ pair }) => pairs[pair]?.type === type)?.pair ?? null;
      opened.push({ index, pair: pairs.length });
      pairs.push({ open: index, close: tokens.length, type, outer });
    } else if (token.type === 'close' && token.mark.type !== 'link') {
      const last = opened.pop();
      const pair = last === undefined ? undefined : pairs[last.pair];
      if (last !== undefined && pair !== undefined) pairs[last.pair] = { ...pair, close: index };
    }
  });
  return pairs;
};

/** No letter stands beside the pair, nor beside the marks that begin and end with it: underscores take effect. */
const allowsUnderscore = (tokens: readonly Inline[], { open, close }: Pair): boolean => {
  let before = open - 1;
  while (before >= 0 && tokens[before]?.type === 'open' && isEmphasis(tokens[before])) before -= 1;
  let after = close + 1;
  while (tokens[after]?.type === 'close' && isEmphasis(tokens[after])) after += 1;
  const [left, right] = [tokens[before], tokens[after]];
  return (
    (left?.type !== 'text' || NOT_A_LETTER_BEFORE.test(left.text)) &&
    (right?.type !== 'text' || NOT_A_LETTER_AFTER.test(right.text))
  );
};

const touchesEmphasis = (tokens: readonly Inline[], { open, close }: Pair): boolean =>
  [open - 1, open + 1, close - 1, close + 1].some((index) => isEmphasis(tokens[index]));

/** Chooses the delimiters. A mark within one of its kind that cannot be told from it is left out. */
export const planDelimiters = (tokens: readonly Inline[]): PlannedInlines => {
  if (!tokens.some(({ type }) => type === 'open')) return { tokens, delimiters: [] };
  const pairs = pairsIn(tokens);
  const chosen: string[] = [];
  const delimiters = tokens.map(() => '');
  const dropped = new Set<number>();
  pairs.forEach((pair, index) => {
    const delimiter = chooseDelimiter(tokens, pair, pair.outer === null ? '' : (chosen[pair.outer] ?? ''));
    chosen[index] = delimiter === '' && pair.outer !== null ? (chosen[pair.outer] ?? '') : delimiter;
    for (const at of [pair.open, pair.close]) {
      delimiters[at] = delimiter;
      if (delimiter === '') dropped.add(at);
    }
  });
  if (dropped.size === 0) return { tokens, delimiters };
  return {
    tokens: tokens.filter((_, index) => !dropped.has(index)),
    delimiters: delimiters.filter((_, index) => !dropped.has(index)),
  };
};

/** @param outer delimiter of the mark of the same kind around it, or empty */
const chooseDelimiter = (tokens: readonly Inline[], pair: Pair, outer: string): string => {
  if (pair.type === 'del') return '~~';
  const [star, underscore] = pair.type === 'em' ? ['*', '_'] : ['**', '__'];
  if (outer === '') {
    const prefersUnderscore = pair.type === 'em' && touchesEmphasis(tokens, pair);
    return prefersUnderscore && allowsUnderscore(tokens, pair) ? underscore : star;
  }
  if (!allowsUnderscore(tokens, pair)) return '';
  return outer.startsWith('*') ? underscore : star;
};
