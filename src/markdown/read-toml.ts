/** TOML read. */
import { parse, TomlDate, TomlError } from 'smol-toml';

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
