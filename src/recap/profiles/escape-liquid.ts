/** Liquid and Nunjucks in a body: shown, never run. They run everywhere, also in code. */
import { rangesOf } from '../../markdown/code-ranges.ts';
import type { EscapedBody } from './site-profile.ts';

/** Each opening alone is wrapped; what follows it is text then. Nunjucks has `{#` as well, and the same `raw`. */
const wrapOpenings = (body: string): string => body.replace(/\{[{%]/g, '{% raw %}$&{% endraw %}');

export const escapeLiquid = (body: string): EscapedBody => ({ body: wrapOpenings(body), altered: false });

/**
 * Jekyll's Liquid, and what kramdown reads otherwise than CommonMark: `{:.class}` is an attribute, and a bar makes a
 * table of any line (kramdown.gettalong.org, "Tables").
 */
export const escapeJekyll = (body: string): EscapedBody => {
  if (!/\{:|\|/.test(body)) return escapeLiquid(body);
  const safe = rangesOf(body, ['code', 'inlineCode', 'table', 'html', 'definition']);
  const escaped = body.replace(/(\\*)(\{:|\|)/g, (found, slashes: string, active: string, at: number) => {
    const stays = slashes.length % 2 === 1 || safe.some(([from, to]) => from <= at && at < to);
    return stays ? found : `${slashes}\\${active}`;
  });
  return escapeLiquid(escaped);
};
