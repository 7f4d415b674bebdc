/** Gives an image in a note its alternative text, where it has none. */
import { NotFound } from '../model/errors.ts';
import type { Id } from '../model/ids.ts';
import { editNote } from './edit-note.ts';
import { alternativeText } from './image-notes.ts';
import type { Ports } from './ports.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const describe = (markdown: string, address: string, text: string): string =>
  markdown.replace(
    new RegExp(`!\\[\\s*\\](\\(\\s*<?${escaped(address)}(?=[>)\\s]))`, 'g'),
    (_, rest: string) => `![${text}]${rest}`,
  );

/**
 * @param address as the note's Markdown has it: `image:<id>`, `https://…`
 * @throws NotFound when the note was deleted meanwhile
 */
export const describeImage = async (
  ports: Ports,
  noteId: Id,
  address: string,
  text: string,
): Promise<void> => {
  const [note] = await ports.store.getNotes([noteId]);
  if (note === null || note === undefined) throw new NotFound('notes', noteId);
  const words = alternativeText(text);
  await editNote(ports, noteId, note.revision, {
    markdown: describe(note.markdown, address, words),
    ...(note.kind === 'question' ? { answer: describe(note.answer, address, words) } : {}),
  });
};
