/** What a post says of itself: title, dates, tags, slug, from the event and what the person chose by hand. */
import { cleanLine } from '../../markdown/plain-text.ts';
import type { ConferenceEvent } from '../../model/event.ts';
import { safeFileName, slugOf } from '../../model/file-name.ts';
import {
  epochMsOf,
  type Instant,
  instantAt,
  instantOf,
  isPlainDate,
  parseTimeZone,
  withOffset,
} from '../../model/time.ts';
import type { PostFacts, SiteProfile } from '../profiles/site-profile.ts';
import type { RecapProblem } from '../recap.ts';

const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-]([01]\d|2[0-3]):[0-5]\d))?$/;

/** A calendar date, or one with time and offset (RFC 3339): what every site generator reads unquoted. */
export const isPostDate = (text: string): boolean => {
  const match = DATE_TIME.exec(text);
  return match?.[1] !== undefined && isPlainDate(match[1]);
};

/**
 * Settles the facts. A chosen date that is none is reported and passed over; the first day of the event, else the day
 * it was made, stands in.
 *
 * @param updatedAt when each record of the post was last changed
 */
export const postFactsOf = (
  event: ConferenceEvent,
  updatedAt: readonly Instant[],
  profile: Pick<SiteProfile, 'tagOf' | 'slugOf'>,
  nowMs: number | undefined,
): { readonly facts: PostFacts; readonly problems: readonly RecapProblem[] } => {
  const problems: RecapProblem[] = [];
  const where = { eventId: event.id };
  const choose = (key: 'date' | 'lastmod', derived: string): string => {
    const chosen = event.frontMatter[key]?.trim() ?? '';
    const valid = isPostDate(chosen);
    if (chosen !== '' && !valid) problems.push({ code: 'date-invalid', key, value: chosen, where });
    const value = valid ? chosen : derived;
    if (nowMs !== undefined && Date.parse(value) > nowMs) {
      problems.push({ code: 'date-in-future', key, value, where });
    }
    return value;
  };
  const tags = wordList(event.tags).flatMap((tag) => {
    const taken = !isUsableTag(tag) ? null : profile.tagOf === undefined ? tag : profile.tagOf(tag);
    if (taken === null) problems.push({ code: 'tag-unusable', tag, where });
    return taken ?? [];
  });
  // An address that others point at stays what it is.
  const date = choose('date', event.lastExport?.date ?? firstDay(event));
  const facts: PostFacts = {
    title: cleanLine(event.frontMatter.title ?? '') || cleanLine(event.name),
    date,
    lastmod: choose('lastmod', lastChange(event, updatedAt, date)),
    description: cleanLine(event.description),
    keywords: wordList(event.frontMatter.keywords),
    tags: [...new Set(tags)],
    slug: settleSlug(event, date, profile),
  };
  return { facts, problems };
};

/** What the person wrote stands; a derived one is made to fit the site. */
const settleSlug = (
  event: ConferenceEvent,
  date: string,
  { slugOf: made }: Pick<SiteProfile, 'slugOf'>,
): string => {
  if (event.slug.trim() !== '') return safeFileName(event.slug, 'recap').replaceAll(' ', '-');
  if (event.lastExport !== undefined) return event.lastExport.slug;
  const slug = slugOf(event.name, 'recap');
  return made === undefined ? slug : made(slug, date.slice(0, 10));
};

const wordList = (words: readonly string[]): string[] => [
  ...new Set(words.map(cleanLine).filter((word) => word !== '')),
];

/** Longest part of a tag, in bytes of UTF-8: it becomes a folder's name. */
const MAX_TAG_BYTES = 200;

/** Tags become folders: one that leads out of its folder, or is too long for one, stops the build of the whole site. */
const isUsableTag = (tag: string): boolean =>
  tag
    .split('/')
    .every(
      (part) =>
        !/^[^\p{L}\p{N}.]*\.\.[^\p{L}\p{N}.]*$/u.test(part) &&
        new TextEncoder().encode(part).length <= MAX_TAG_BYTES,
    );

const zoneOf = (event: ConferenceEvent): string => parseTimeZone(event.timeZone) ?? 'UTC';

const firstDay = (event: ConferenceEvent): string => {
  const zone = zoneOf(event);
  const begins = event.startsOn === null ? null : instantAt(event.startsOn, '00:00', zone);
  return withOffset(begins ?? event.createdAt, zone);
};

const lastChange = (event: ConferenceEvent, updatedAt: readonly Instant[], date: string): string => {
  const latestMs = updatedAt.reduce((latest, instant) => Math.max(latest, epochMsOf(instant)), 0);
  return latestMs < Date.parse(date) ? date : withOffset(instantOf(latestMs), zoneOf(event));
};
