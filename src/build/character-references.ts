/**
 * Build-time choice for the Markdown parser: in browsers it would look up `&nbsp;` and its like by setting `innerHTML`, which
 * the pages' policy forbids. The table that it uses everywhere else is taken.
 */
import { fileURLToPath } from 'node:url';

/** An alias for the bundler. */
export const characterReferenceTable = {
  'decode-named-character-reference': fileURLToPath(import.meta.resolve('decode-named-character-reference')),
};
