/** Posts made up by chance: what is imported comes out with the same bytes, and a change stays where it was made. */
import { describe, expect, it } from 'vitest';
import { exportPost, importPost } from '../support/imported.ts';
import { randomOf } from '../support/random.ts';
import { randomPost } from '../support/random-post.ts';

const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1);

describe.each(SEEDS)('a post of chance, seed %i', (seed) => {
  const random = randomOf(seed);
  const post = randomPost(random);
  const records = importPost(post.source);

  it('comes out with the same bytes', () => {
    expect(exportPost(records).text).toBe(post.source);
  });

  it('has the sessions and speakers that a reader finds', () => {
    const found = records.sessions.map(({ title, speakers }) => ({
      title,
      speakers: speakers.map(({ name }) => name),
    }));
    expect(found, `${post.shape}\n${post.source}`).toEqual(post.sessions);
  });

  it('differs in nothing but the note that changed', () => {
    const pieces = records.post.pieces.flatMap((piece) => (piece.kind === 'note' ? piece : []));
    const piece = random.pick(pieces);
    const notes = records.notes.map((note) =>
      note.id === piece.noteId ? { ...note, markdown: `${note.markdown}\n\nOne more line.` } : note,
    );
    const { text } = exportPost({ ...records, notes });
    expect(text.slice(0, piece.start)).toBe(post.source.slice(0, piece.start));
    const behind = post.source.slice(piece.end);
    expect(text.slice(text.length - behind.length)).toBe(behind);
    expect(text).toContain('One more line.');
  });

  it('loses no line of others when a session goes', () => {
    const gone = random.pick(records.sessions);
    const sessions = records.sessions.map((session) =>
      session === gone ? { ...session, deletedAt: '2026-09-05T11:00:00.000Z' } : session,
    );
    const { text } = exportPost({ ...records, sessions });
    for (const piece of records.post.pieces) {
      const kept = piece.kind === 'section' || piece.sessionId !== gone.id;
      if (kept) expect(text).toContain(post.source.slice(piece.start, piece.end));
    }
  });
});
