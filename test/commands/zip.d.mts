/** The types of `zip.mjs`, which runs without a compiler. */
export const zip: (files: ReadonlyMap<string, Buffer>) => Buffer;
