/** The text of an imported post as it is written again: pieces kept with what stood between them, others added. */
import type { BlockKind } from '../../markdown/blocks.ts';
import type { Span } from '../../model/imported-post.ts';
import type { PostStyle } from './imported-style.ts';

export interface PostText {
  /** The next piece, with what stood before it. */
  readonly keep: (piece: Span, text: string, heading: boolean) => void;
  /** The next piece is not written. What stood around it stays; two gaps become one. */
  readonly leaveOut: (piece: Span) => void;
  readonly add: (text: string, kind: BlockKind, gap: string) => void;
  /** What the text added last ends with. */
  readonly endsWith: (kind: BlockKind) => void;
  readonly afterHeading: () => boolean;
  /** The line, from 0, of what is added next behind this gap; and of what was written last. */
  readonly line: (gap: string) => number;
  readonly lineOfLast: () => number;
  readonly finish: () => string;
}

const LISTS: ReadonlySet<BlockKind> = new Set<BlockKind>(['-', '*', '+', '.', ')']);
const lineCount = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

/** One gap of several: none of their words is lost, of blanks the most stays. */
const joinGaps = (gaps: readonly string[], atStart: boolean): string => {
  const worded = gaps.filter(
    (gap, index) => gap.trim() !== '' && gaps.findIndex((other) => other.trim() === gap.trim()) === index,
  );
  if (worded.length > 1) return worded.join('');
  if (atStart && worded.length === 0) return gaps[0] ?? '';
  return worded[0] ?? gaps.reduce((longest, gap) => (gap.length > longest.length ? gap : longest), '');
};

export const openSource = (source: string, start: number, style: PostStyle): PostText => {
  const parts: string[] = [];
  let at = start;
  let lines = 0;
  let lastLine = 0;
  let last: { kind: BlockKind | null; added: boolean; heading: boolean } = {
    kind: null,
    added: false,
    heading: false,
  };
  let dropped: string[] = [];

  const push = (gap: string, text: string): void => {
    lines += lineCount(gap);
    lastLine = lines;
    lines += lineCount(text);
    parts.push(gap, text);
  };
  /** Blanks at the end of a piece's last line are its own: a hard break, or a habit of the author's. */
  const blanksBehind = ({ end }: Span): string => /^[ \t]+(?=[\r\n]|$)/.exec(source.slice(end))?.[0] ?? '';
  const endKind = (): BlockKind | null => {
    if (last.kind !== null) return last.kind;
    const marker = /^[ \t]{0,3}([-*+])[ \t]/.exec(parts.at(-1) ?? '')?.[1];
    return marker === '-' || marker === '*' || marker === '+' ? marker : null;
  };

  return {
    keep: (piece, text, heading) => {
      const gap = source.slice(at, piece.start);
      const settled = dropped.length === 0 ? gap : joinGaps([...dropped, gap], parts.length === 0);
      // What was added before must not flow into what follows.
      const needed = last.added && lineCount(settled) < 2 && !heading ? style.gap : settled;
      const blanks = blanksBehind(piece);
      push(needed, text + blanks);
      at = piece.end + blanks.length;
      dropped = [];
      last = { kind: null, added: false, heading };
    },
    leaveOut: (piece) => {
      dropped.push(source.slice(at, piece.start));
      at = piece.end + blanksBehind(piece).length;
    },
    add: (text, kind, gap) => {
      const listed = LISTS.has(kind) && endKind() === kind;
      const atStart = parts.length === 0 && start === 0 && source.slice(0, at).trim() === '';
      push(atStart ? '' : listed ? style.lineEnd : gap, text);
      last = { kind: null, added: true, heading: kind === 'heading' };
    },
    endsWith: (kind) => {
      last = { ...last, kind };
    },
    afterHeading: () => last.heading,
    line: (gap) => lines + lineCount(gap),
    lineOfLast: () => lastLine,
    finish: () => {
      const tail = source.slice(at);
      const rest =
        dropped.length === 0 ? tail : joinGaps([...dropped.filter((gap) => gap.trim() !== ''), tail], false);
      return parts.join('') + rest;
    },
  };
};
