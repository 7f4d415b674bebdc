/** A recap in pieces, one for each heading of its outline, so that a change draws one piece anew and not the post. */
import type { Id } from '../model/ids.ts';
import type { NoteLines, Recap, RecapImage, RecapPage } from '../recap/recap.ts';

export interface RecapChunk {
  /** Stays the same while the piece is about the same session or section. */
  readonly key: string;
  readonly sessionId: Id | null;
  /** With its final line feeds: all pieces together are the body. */
  readonly markdown: string;
  /** Images of the piece by their address in it. */
  readonly images: ReadonlyMap<string, RecapImage>;
  /** Which of its lines, from 0, come from which note. */
  readonly noteLines: readonly NoteLines[];
}

/** Address of the element that shows the piece of a session. */
export const chunkId = (key: string): string => `piece-${key}`;

const imagesIn = (
  markdown: string,
  images: ReadonlyMap<string, RecapImage>,
): ReadonlyMap<string, RecapImage> => {
  if (images.size === 0 || !markdown.includes('![')) return new Map();
  const found = new Map<string, RecapImage>();
  for (const [, address = ''] of markdown.matchAll(/!\[[^\]]*\]\(\s*<?([^)\s>]+)/g)) {
    const image = images.get(address);
    if (image !== undefined) found.set(address, image);
  }
  return found;
};

/** The pieces of the body in order. */
export const chunksOf = ({ body, outline, images, noteLines }: RecapPage): RecapChunk[] => {
  const lines = body.split('\n');
  const byAddress = new Map(images.map((image) => [image.address, image]));
  const starts = outline.map(({ line }) => line);
  const ends = [...starts.slice(1), lines.length];
  const seen = new Map<string, number>();
  const piece = (from: number, to: number, sessionId: Id | null, name: string): RecapChunk => {
    const markdown = lines.slice(from, to).join('\n') + (to < lines.length ? '\n' : '');
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    const key = times === 0 ? name : `${name}-${times}`;
    const notes = noteLines.flatMap((lines) =>
      lines.from < from || lines.from >= to
        ? []
        : [{ noteId: lines.noteId, from: lines.from - from, to: lines.to - from }],
    );
    return { key, sessionId, markdown, images: imagesIn(markdown, byAddress), noteLines: notes };
  };
  const first = starts[0] ?? lines.length;
  return [
    ...(first > 0 && body !== '' ? [piece(0, first, null, 'start')] : []),
    ...outline.map(({ line, sessionId, text }, index) =>
      piece(line, ends[index] ?? lines.length, sessionId, sessionId ?? `section-${text}`),
    ),
  ].filter(({ markdown }) => markdown !== '');
};

/** What stands before the body: the front matter as it is written. */
export const headOf = ({ text, body }: Recap): string =>
  body === '' ? text : text.slice(0, text.lastIndexOf(body));
