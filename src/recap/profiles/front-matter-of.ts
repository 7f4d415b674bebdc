/** A post's facts under the keys of a site, in its order and its date form. */
import { cleanLine } from '../../markdown/plain-text.ts';
import {
  type FrontMatter,
  FrontMatterDate,
  type FrontMatterValue,
} from '../../markdown/write-front-matter.ts';
import type { DateForm, FrontMatterKey } from '../../model/site-settings.ts';
import { withOffset } from '../../model/time.ts';
import type { SettledSite } from './settle-site.ts';
import type { PostFacts } from './site-profile.ts';

const isEmpty = (value: FrontMatterValue): boolean =>
  value === '' || (Array.isArray(value) && value.length === 0);

/** Empty values are left out; of two keys alike, the first stands. */
export const frontMatterOf = (facts: PostFacts, site: SettledSite): FrontMatter => {
  const entries = new Map<string, FrontMatterValue>();
  for (const entry of site.keys) {
    const key = cleanLine(entry.key);
    const value = fieldOf(entry, facts, site);
    if (key !== '' && !entries.has(key) && !isEmpty(value)) entries.set(key, value);
  }
  return entries;
};

const fieldOf = (
  entry: FrontMatterKey,
  facts: PostFacts,
  { dateForm, quotedDates, style }: SettledSite,
): FrontMatterValue => {
  if (entry.from === 'fixed') return fixedValue(entry.value);
  if (entry.from !== 'date' && entry.from !== 'lastmod') return facts[entry.from];
  // TOML has no form of its own for these.
  const form =
    style.format === 'toml' && ['spaced', 'minutes', 'tokyo'].includes(dateForm) ? 'offset' : dateForm;
  const text = dateIn(facts[entry.from], form);
  return quotedDates ? text : new FrontMatterDate(text);
};

/** What a person writes as a fixed value: `true`, a number, `[a, b]`, text; in double quotes it is text in any case. */
const fixedValue = (text: string): FrontMatterValue => {
  const line = cleanLine(text);
  if (line === 'true' || line === 'false') return line === 'true';
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(line)) return Number(line);
  const list = /^\[(.*)\]$/.exec(line)?.[1];
  if (list !== undefined) {
    return list
      .split(',')
      .map((item) => unquoted(item.trim()))
      .filter((item) => item !== '');
  }
  return unquoted(line);
};

const unquoted = (text: string): string => /^"(.*)"$/.exec(text)?.[1] ?? text;

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** @param date RFC 3339 with offset; a plain date stays one in every form */
export const dateIn = (date: string, form: DateForm): string => {
  const [, day, time, offset] = DATE_TIME.exec(date) ?? [];
  if (day === undefined || time === undefined || offset === undefined) return date;
  switch (form) {
    case 'offset':
      return date;
    case 'utc':
      return withOffset(date, 'UTC').replace('+00:00', 'Z');
    case 'spaced':
      return `${day} ${time} ${offset === 'Z' ? '+0000' : offset.replace(':', '')}`;
    case 'local':
      return `${day}T${time}`;
    case 'minutes':
      return `${day} ${time.slice(0, 5)}`;
    case 'tokyo':
      return withOffset(date, 'Asia/Tokyo').slice(0, 16).replace('T', ' ');
    case 'day':
      return day;
  }
};
