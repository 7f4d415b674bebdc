/** What a heading or a line shows, as plain text that leads back to its place in the source. */
import type { TextRun } from '../../markdown/root-blocks.ts';
import type { Span } from '../../model/imported-post.ts';

export interface InlineText {
  readonly text: string;
  /** Where these characters stand in the source, with the markup that is wholly theirs. */
  readonly spanOf: (from: number, to: number) => Span;
  /** Links in order, with the characters they cover. */
  readonly links: readonly {
    readonly address: string;
    readonly from: number;
    readonly to: number;
    readonly span: Span;
  }[];
}

interface Character {
  readonly run: TextRun;
  readonly start: number;
  readonly end: number;
}

const charactersOf = (runs: readonly TextRun[]): Character[] =>
  runs.flatMap((run) =>
    Array.from({ length: run.text.length }, (_, index) => ({
      run,
      start: run.offsets[index] ?? 0,
      end: run.offsets[index + 1] ?? 0,
    })),
  );

export const inlineTextOf = (runs: readonly TextRun[]): InlineText => {
  const characters = charactersOf(runs);
  return {
    text: runs.map(({ text }) => text).join(''),
    spanOf: (from, to) => spanOf(characters[from], characters[to - 1]),
    links: linksOf(runs),
  };
};

/** The part between two characters. */
export const partOf = (line: InlineText, from: number, to: number): InlineText => ({
  text: line.text.slice(from, to),
  spanOf: (start, end) => line.spanOf(from + start, from + end),
  links: line.links
    .filter((link) => link.from >= from && link.to <= to)
    .map((link) => ({ ...link, from: link.from - from, to: link.to - from })),
});

/** Without blanks at its ends. */
const trimmed = (line: InlineText): InlineText => {
  const from = line.text.length - line.text.trimStart().length;
  return partOf(line, from, Math.max(from, line.text.trimEnd().length));
};

/** The lines of a paragraph. */
export const linesOf = (line: InlineText): InlineText[] => {
  const lines: InlineText[] = [];
  let from = 0;
  for (const text of line.text.split('\n')) {
    lines.push(trimmed(partOf(line, from, from + text.length)));
    from += text.length + 1;
  }
  return lines.filter(({ text }) => text !== '');
};

/** Text of one element: its characters. Over several: from the outermost element that holds only the one end. */
const spanOf = (first: Character | undefined, last: Character | undefined): Span => {
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  if (first.run === last.run) return { start: first.start, end: last.end };
  let depth = 0;
  while (first.run.path[depth]?.[0] === last.run.path[depth]?.[0] && first.run.path[depth] !== undefined)
    depth += 1;
  const begins = first.run.path[depth];
  const ends = last.run.path[depth];
  const atStart = first.start === first.run.offsets[0] || first.run.path.length > depth + 1;
  const atEnd = last.end === last.run.offsets.at(-1) || last.run.path.length > depth + 1;
  return {
    start: atStart && begins !== undefined ? begins[0] : first.start,
    end: atEnd && ends !== undefined ? ends[1] : last.end,
  };
};

const linksOf = (runs: readonly TextRun[]): InlineText['links'] => {
  const links: { address: string; from: number; to: number; span: Span }[] = [];
  let at = 0;
  let before: TextRun['link'] = null;
  for (const { text, link } of runs) {
    const known = links.at(-1);
    if (link !== null && link.start === before?.start && known !== undefined) known.to = at + text.length;
    else if (link !== null) {
      links.push({
        address: link.address,
        from: at,
        to: at + text.length,
        span: { start: link.start, end: link.end },
      });
    }
    before = link;
    at += text.length;
  }
  return links;
};
