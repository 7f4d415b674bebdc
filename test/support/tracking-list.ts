/** The table of `src/capture/tracking-parameters.ts`, made from the list that tidy-url maintains (MIT). */
import { createRequire } from 'node:module';
import { TRACKING_PREFIXES } from '../../src/capture/clean-address.ts';

const require = createRequire(import.meta.url);

interface Rule {
  readonly match: RegExp;
  readonly match_href?: boolean;
  readonly rules?: readonly string[];
}

/** Sites that people clip from; the list's shops and the like would double the script for nothing. */
const SITES =
  /youtu|vimeo|github|gitlab|speakerdeck|slideshare|medium|linkedin|twitter|^x\\?\.com|google|reddit|facebook|instagram|twitch|bilibili|tiktok|spotify|amazon|meetup|eventbrite|stack|substack|hashnode|techcrunch|producthunt|bing|naver|nytimes|bbc|theguardian|infoq|ted\b|udemy|microsoft|apple|yahoo|zhihu|quora|pinterest|squarespace|wsj|cnn|washingtonpost|msn|baidu/;

const clean = (names: readonly string[]): string[] =>
  [...new Set(names.map((name) => name.trim()))].filter((name) => !TRACKING_PREFIXES.test(name)).sort();

/** The module's text, as it is to be committed. */
export const trackingModule = (): string => {
  const [everywhere, ...sites]: readonly Rule[] = require('tidy-url/data/rules.js');
  const known = new Set(clean(everywhere?.rules ?? []));
  const rows = sites.flatMap(({ match, match_href: ofAddress, rules = [] }) => {
    const names = clean(rules).filter((name) => !known.has(name) && name !== '');
    return ofAddress === true || names.length === 0 || !SITES.test(match.source)
      ? []
      : [`  [/${match.source}/i, '${names.join(' ')}'],`];
  });
  return `/** Parameters that only track, as tidy-url lists them (MIT, Kain); \`test/capture/tracking-parameters.test.ts\` writes this file. */

/** On every site, with spaces between. */
export const TRACKING_EVERYWHERE =
  '${[...known].sort().join(' ')}';

/** On hosts that match. */
export const TRACKING_ON_SITES: readonly (readonly [RegExp, string])[] = [
${rows.join('\n')}
];
`;
};
