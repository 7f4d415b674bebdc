/** TOML written; reading it (`read-toml.ts`) is loaded apart. The two are all that touches smol-toml. */
import { stringify } from 'smol-toml';

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
