/** What a note says, in one line of text: while it is the same, the note's place in its post is left as it is. */
import type { Note } from '../../model/note.ts';

export const noteContent = (note: Note): string =>
  JSON.stringify([
    note.kind,
    note.markdown,
    ...(note.kind === 'question' ? [note.answer] : []),
    ...(note.kind === 'link' ? [note.url, note.title] : []),
    ...(note.source === null ? [] : [note.source.url, note.source.title]),
  ]);
