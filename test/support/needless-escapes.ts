/** Backslashes that a reader of the source sees and no renderer needs. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const render = (markdown: string): string =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });

/** Needed beyond GFM: shortcodes, definitions, attributes of headings, dashes of smart typography. */
const NEEDED_ELSEWHERE = /^\\(?:\{|:|--)/;

/** Each with what stands around it. A block is judged by itself; code is left alone. */
export const needlessEscapes = (markdown: string): string[] =>
  markdown
    .replace(/^ *(`{3,})[^\n]*\n[\s\S]*?\n *\1 *$/gm, '')
    .split(/\n{2,}/)
    .filter((block) => block.includes('\\') && block.length < 20_000)
    .flatMap((block) => {
      const html = render(block);
      return [...block.matchAll(/\\[!-/:-@[-`{-~]/g)]
        .filter(({ index }) => !NEEDED_ELSEWHERE.test(block.slice(index)))
        .filter(({ index }) => render(block.slice(0, index) + block.slice(index + 1)) === html)
        .map(({ index }) => block.slice(Math.max(0, index - 20), index + 20));
    });
