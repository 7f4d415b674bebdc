/** How an imported post is written: what is added to it is written alike. */
import type { ImportedPost, PostPiece, SpeakerStyle } from '../../model/imported-post.ts';

export type SessionPiece = Extract<PostPiece, { kind: 'session' }>;

export interface PostStyle {
  readonly lineEnd: string;
  /** Between two blocks. */
  readonly gap: string;
  /** Before a session that is not the first of its section. */
  readonly sessionGap: string;
  /** Between a session's heading and what follows. */
  readonly headingGap: string;
  readonly setext: boolean;
  /** Lines in bold head its sessions. */
  readonly bold: boolean;
  readonly level: number;
  /** How speakers stand in a heading, and in a line of their own; `null` where the post has none so. */
  readonly inHeading: SpeakerStyle | null;
  readonly inLine: SpeakerStyle | null;
  /** Before an image's file name. */
  readonly imagePrefix: string;
}

const mostCommon = (texts: readonly string[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0];
};

const commonStyle = (styles: readonly SpeakerStyle[]): SpeakerStyle | null => {
  const common = mostCommon(styles.map((style) => JSON.stringify(style)));
  return styles.find((style) => JSON.stringify(style) === common) ?? null;
};

/** Reads the style off the post's own text. */
export const styleOf = ({ source, pieces, images }: ImportedPost): PostStyle => {
  const lineEnd = mostCommon(source.slice(0, 100_000).match(/\r\n|\n|\r/g) ?? []) ?? '\n';
  const gapBefore = (index: number): string =>
    source.slice(pieces[index - 1]?.end ?? 0, pieces[index]?.start ?? 0);
  const sessions = pieces.filter((piece) => piece.kind === 'session');
  const levels = sessions.flatMap(({ level }) => level ?? []);
  const sessionGaps = pieces.flatMap((piece, index) =>
    piece.kind === 'session' && index > 0 && pieces[index - 1]?.kind !== 'section' ? gapBefore(index) : [],
  );
  const headingGaps = pieces.flatMap((piece, index) => {
    const gap = pieces[index - 1]?.kind === 'session' && piece.kind !== 'session' ? gapBefore(index) : '';
    return gap.trim() === '' && gap !== '' ? gap : [];
  });
  const gap = lineEnd + lineEnd;
  const headings = sessions
    .filter(({ level }) => level !== null)
    .map(({ start, end }) => source.slice(start, end));
  const bold = sessions.filter(({ start, end }) => /^(?:\*\*|__)/.test(source.slice(start, end).trimStart()));
  return {
    lineEnd,
    gap,
    bold: bold.length * 2 > sessions.length,
    sessionGap: mostCommon(sessionGaps) ?? gap,
    headingGap: mostCommon(headingGaps) ?? gap,
    setext: headings.filter((text) => /[\r\n][=-]+\s*$/.test(text)).length * 2 > headings.length,
    level: Number(mostCommon(levels.map(String)) ?? sectionLevel(pieces) + 1),
    inHeading: commonStyle(sessions.flatMap(({ speakers }) => speakers?.style ?? [])),
    inLine: commonStyle(pieces.flatMap((piece) => (piece.kind === 'speakers' ? piece.speakers.style : []))),
    imagePrefix:
      mostCommon(images.map(({ address }) => address.slice(0, address.lastIndexOf('/') + 1))) ?? './',
  };
};

const sectionLevel = (pieces: readonly PostPiece[]): number =>
  Math.max(1, ...pieces.flatMap((piece) => (piece.kind === 'section' && piece.level < 3 ? piece.level : [])));
