/** What was held, back into its object store. */
import type { Note } from '../../model/note.ts';
import { noteRow } from '../rows.ts';
import type { LanyardSchema } from '../schema.ts';
import { HELD, type Holdings, type TextStore, type Transaction } from './holdings.ts';

/** Puts one thing into its store, as it was held. */
export const putHeld = async <Name extends TextStore>(
  transaction: Transaction<'readwrite'>,
  name: Name,
  held: Holdings[Name][number],
): Promise<void> => {
  const how: string = HELD[name];
  if (how === 'notes') await transaction.objectStore('notes').put(noteRow(held as Note));
  else if (how === 'entries') {
    const { key, value } = held as Holdings['settings'][number];
    await transaction.objectStore('settings').put(value, key);
  } else await transaction.objectStore(name).put(held as LanyardSchema[Name]['value']);
};
