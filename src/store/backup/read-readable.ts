/** What can still be read of a store in which some records cannot. */
import type { IDBPDatabase } from 'idb';
import type { LanyardSchema } from '../schema.ts';
import { HELD, type Holdings, NO_HOLDINGS, TEXT_STORES } from './holdings.ts';

/** All that is held, one record after another, without those that the browser can no longer read. */
export const readReadable = async (database: IDBPDatabase<LanyardSchema>): Promise<Holdings> => {
  const held: Record<string, unknown[]> = {};
  for (const name of TEXT_STORES) {
    const list: unknown[] = [];
    for (const key of await database.getAllKeys(name)) {
      const value: unknown = await database.get(name, key as never).catch(() => undefined);
      if (value === undefined) continue;
      const how: string = HELD[name];
      const isRow = how === 'notes' && typeof value === 'object' && value !== null && 'note' in value;
      list.push(how === 'entries' ? { key, value } : isRow ? value.note : value);
    }
    held[name] = list;
  }
  return { ...NO_HOLDINGS, ...held };
};
