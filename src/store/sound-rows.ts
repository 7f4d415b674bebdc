/** Rows that lost their shape, or that the browser can no longer read: told apart one by one, so that the others are shown. */
import type { IDBPDatabase, StoreNames } from 'idb';
import type { LanyardSchema } from './schema.ts';

/** A record that cannot be shown; `value` is absent where not even its bytes are readable. */
export interface DamagedRow {
  readonly store: string;
  readonly key: string;
  readonly value?: unknown;
}

export type OnDamaged = (row: DamagedRow) => void;

type Shaped = 'events' | 'sessions' | 'notes' | 'images' | 'posts';

/** What every surface takes for granted in a record: text in these fields. */
const TEXTS: Readonly<Record<Shaped, string>> = {
  events: 'name slug timeZone venue url language description',
  sessions: 'eventId kind title room track abstract order',
  notes: 'kind markdown order capturedAt',
  images: 'hash type name',
  posts: 'eventId path source',
};
/** Lists or records of our own in these. */
const OBJECTS: Readonly<Partial<Record<Shaped, string>>> = {
  events: 'tags frontMatter recapOptions',
  sessions: 'speakers links',
  posts: 'pieces images',
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isSound = (name: Shaped, row: unknown): boolean => {
  const record = name === 'notes' && isRecord(row) ? row.note : row;
  if (!isRecord(record)) return false;
  return (
    TEXTS[name].split(' ').every((field) => typeof record[field] === 'string') &&
    (OBJECTS[name]?.split(' ').every((field) => isRecord(record[field])) ?? true) &&
    (record.kind !== 'link' || typeof record.url === 'string')
  );
};

type Value<Name extends Shaped> = LanyardSchema[Name]['value'];

/** Reads of whole records; what is damaged is left out and told. */
export interface SoundRows {
  one<Name extends Shaped>(name: Name, key: string): Promise<Value<Name> | undefined>;
  all<Name extends Shaped>(
    name: Name,
    index?: string | null,
    query?: IDBValidKey | IDBKeyRange | null,
    limit?: number,
  ): Promise<Value<Name>[]>;
}

export const soundRows = (database: IDBPDatabase<LanyardSchema>, onDamaged: OnDamaged): SoundRows => {
  const checked = <Name extends Shaped>(name: Name, key: string, value: unknown): value is Value<Name> => {
    if (isSound(name, value)) return true;
    onDamaged({ store: name, key, value });
    return false;
  };
  const one = async <Name extends Shaped>(name: Name, key: string): Promise<Value<Name> | undefined> => {
    let value: unknown;
    try {
      value = await database.get(name as StoreNames<LanyardSchema>, key);
    } catch (cause) {
      // The connection is gone, not the record.
      if (cause instanceof DOMException && /InvalidState|Abort/.test(cause.name)) throw cause;
      onDamaged({ store: name, key });
      return undefined;
    }
    return value !== undefined && checked(name, key, value) ? value : undefined;
  };
  return {
    one,
    all: async <Name extends Shaped>(
      name: Name,
      index: string | null = null,
      query: IDBValidKey | IDBKeyRange | null = null,
      limit?: number,
    ) => {
      const transaction = database.transaction(name as StoreNames<LanyardSchema>);
      const source = index === null ? transaction.store : transaction.store.index(index as never);
      const asked = query as IDBKeyRange | null;
      let rows: readonly unknown[];
      try {
        rows = await source.getAll(asked, limit);
      } catch {
        // One that is unreadable takes all with it: each by itself then. A database that is closed fails here again.
        const again = database.transaction(name as StoreNames<LanyardSchema>);
        const keysOf = index === null ? again.store : again.store.index(index as never);
        const keys = (await keysOf.getAllKeys(asked, limit)) as string[];
        const found = await Promise.all(keys.map((key) => one(name, key)));
        return found.flatMap((value) => (value === undefined ? [] : [value]));
      }
      return rows.filter((row): row is Value<Name> =>
        checked(name, isRecord(row) ? String(row.id) : '', row),
      );
    },
  };
};
