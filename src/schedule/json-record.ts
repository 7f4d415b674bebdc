/** Reading fields out of parsed JSON that nobody has promised anything about. */

export type JsonRecord = Readonly<Record<string, unknown>>;

/** True for an object that is no list. */
export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object under a name, or an empty one. */
export const recordIn = (record: JsonRecord, name: string): JsonRecord => {
  const value = record[name];
  return isRecord(value) ? value : {};
};

/** The list under a name, or an empty one. */
export const listIn = (record: JsonRecord, name: string): readonly unknown[] => {
  const value = record[name];
  return Array.isArray(value) ? value : [];
};

/** The objects of the list under a name. */
export const recordsIn = (record: JsonRecord, name: string): readonly JsonRecord[] =>
  listIn(record, name).filter(isRecord);

/** Text of a value: a string, a number, or a translation object (`en`, else the first); else empty. */
export const textOfValue = (value: unknown, language = 'en'): string => {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (!isRecord(value)) return '';
  const translated = Object.entries(value).filter(([name]) => /^[a-z]{2,3}(?:[-_]\w+)*$/i.test(name));
  const texts = new Map(translated);
  const chosen = texts.get(language) ?? texts.get('en') ?? translated.find(([, text]) => text !== '')?.[1];
  return typeof chosen === 'string' ? chosen.trim() : '';
};

/** The first of the names that holds text. */
export const textIn = (record: JsonRecord, ...names: readonly string[]): string => {
  for (const name of names) {
    const text = textOfValue(record[name]);
    if (text !== '') return text;
  }
  return '';
};

/** `Starts-At`, `starts_at` and `startsAt` are one name: `startsat`. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The same record under plain names. The first of two that fall together counts. */
export const withPlainNames = (record: JsonRecord): JsonRecord => {
  const plain: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record)) {
    const key = plainName(name);
    if (key !== '' && !Object.hasOwn(plain, key)) plain[key] = value;
  }
  return plain;
};
