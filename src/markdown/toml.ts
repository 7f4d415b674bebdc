/** TOML, read and written: the one wrapper of smol-toml. */
import { parse, stringify, TomlDate, TomlError } from 'smol-toml';

export type TomlValue = string | number | boolean | Date | readonly string[] | TomlTable;
export interface TomlTable {
  [key: string]: TomlValue;
}

/** smol-toml writes a `Date` by its ISO form; this one gives the text that was chosen, with its offset. */
class WrittenDate extends Date {
  readonly #text: string;
  constructor(text: string) {
    super(0);
    this.#text = text;
  }
  override toISOString(): string {
    return this.#text;
  }
}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** A date or date-time as TOML 1.0 has it; `null` when it is no such and has to be written as a string. */
export const tomlDate = (text: string): Date | null => (DATE_TIME.test(text) ? new WrittenDate(text) : null);

/** Tables stand behind the keys of the table that they belong to. */
export const stringifyToml = (table: TomlTable): string => stringify(table);

/** Tables as maps; dates as their text. */
const plain = (value: unknown): unknown => {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === 'object' && value !== null ? mapOf(value) : value;
};

const mapOf = (table: object): Map<string, unknown> =>
  new Map(Object.entries(table).map(([key, value]): [string, unknown] => [key, plain(value)]));

/** What the text holds; `line` (from 1) where it is broken. */
export const parseToml = (
  text: string,
): { readonly data: Map<string, unknown> } | { readonly line: number } => {
  try {
    return { data: mapOf(parse(text)) };
  } catch (error) {
    if (error instanceof TomlError) return { line: error.line };
    throw error;
  }
};
