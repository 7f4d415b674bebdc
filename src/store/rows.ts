/** Records to rows and back. */
import { addressKey } from '../model/address.ts';
import type { Note } from '../model/note.ts';
import { type NoteRow, placeKey } from './schema.ts';

/** The row of a note; a deleted one has no place and so no entry in the indexes. */
export const noteRow = (note: Note): NoteRow => ({
  note,
  id: note.id,
  order: note.order,
  capturedAt: note.capturedAt,
  ...(note.deletedAt === null ? { place: placeKey(note) } : {}),
  ...(note.kind === 'link' && note.deletedAt === null ? { addressKey: addressKey(note.url) } : {}),
});

const withoutBookkeeping = (record: object): string =>
  JSON.stringify({ ...record, revision: 0, updatedAt: '' });

/** True when two versions of a record differ in nothing but revision and time of change. */
export const sameContent = (left: object, right: object): boolean =>
  withoutBookkeeping(left) === withoutBookkeeping(right);
