/**
 * Build-time surgery on gray-matter 4.0.3: its engines bundle `eval` and a YAML 1.1 parser that turns dates into UTC
 * timestamps, and its `toString` needs Node's `Buffer`. We pass an engine of our own (see `markdown/front-matter.ts`), so the
 * file with its engines is replaced by an empty module.
 */
import type { Plugin } from 'vite';

/** The Vite plugin; the bundler's own hooks, so that it serves a dependency optimiser as well. */
export const slimGrayMatter = (): Plugin => ({
  name: 'lanyard-slim-gray-matter',
  load(id) {
    return /gray-matter[\\/]lib[\\/]engines\.js/.test(id) ? 'module.exports = {};' : null;
  },
  transform(code, id) {
    return /gray-matter[\\/]lib[\\/]utils\.js/.test(id)
      ? code.replace('return Buffer.from(input);', 'return input;').replace('Buffer.from(', '(')
      : null;
  },
});
