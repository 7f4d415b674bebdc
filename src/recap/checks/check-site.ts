/** What the site will not take: keys, dates, limits, a file that another post has. */
import { cleanLine } from '../../markdown/plain-text.ts';
import type { ConferenceEvent } from '../../model/event.ts';
import { postFactsOf } from '../assemble/post-facts.ts';
import { postFilesOf } from '../profiles/post-paths.ts';
import { type SettledSite, settleSite } from '../profiles/settle-site.ts';
import type { Recap } from '../recap.ts';
import type { RecapCheck, SiteCheck } from './check-recap.ts';

export const checkSite = (
  event: ConferenceEvent,
  recap: Recap,
  site: SettledSite,
  takenPaths: ReadonlySet<string>,
): RecapCheck[] => {
  const where = { eventId: event.id };
  const path = pathOf(recap);
  const errors: SiteCheck[] = [
    ...checkKeys(recap, site),
    ...checkLimits(recap, site),
    ...(takenPaths.has(path.toLowerCase()) ? [{ code: 'path-taken', path } as const] : []),
  ];
  return [
    ...errors.map((check) => ({ ...check, severity: 'error', where }) as const),
    ...checkDates(event, site).map((check) => ({ ...check, severity: 'warning', where }) as const),
  ];
};

const pathOf = ({ folder, path }: Pick<Recap, 'folder' | 'path'>): string =>
  [folder, path].filter((part) => part !== '').join('/');

/** The files of these events' posts that are for the same site as this event's, in lower case. */
export const pathsOfOthers = (
  event: ConferenceEvent,
  events: readonly ConferenceEvent[],
): ReadonlySet<string> => {
  const others = events.filter(
    ({ id, recapOptions }) => id !== event.id && recapOptions.siteProfile === event.recapOptions.siteProfile,
  );
  return new Set(
    others.map((other) => {
      const site = settleSite(other.recapOptions);
      const { facts } = postFactsOf(other, [], site.profile, undefined);
      const { folder, post } = postFilesOf(facts, site);
      return pathOf({ folder, path: post }).toLowerCase();
    }),
  );
};

const checkKeys = ({ frontMatter }: Recap, { keys, profile, style }: SettledSite): SiteCheck[] => {
  if (style.format === 'none') return [];
  const names = keys.map(({ key }) => cleanLine(key));
  const twice = new Set(names.filter((key, index) => key !== '' && names.indexOf(key) < index));
  return [
    ...profile.required
      .filter((key) => !frontMatter.has(key))
      .map((key) => ({ code: 'key-missing', key }) as const),
    ...names
      .filter((key) => profile.refused.includes(key))
      .map((key) => ({ code: 'key-refused', key }) as const),
    ...[...twice].map((key) => ({ code: 'key-twice', key }) as const),
    ...(names.includes('') ? [{ code: 'key-empty' } as const] : []),
  ];
};

const checkLimits = ({ facts }: Recap, { profile: { limits } }: SettledSite): SiteCheck[] => {
  if (limits === undefined) return [];
  const checks: SiteCheck[] = [];
  if (limits.title !== undefined && [...facts.title].length > limits.title)
    checks.push({ code: 'title-too-long', limit: limits.title });
  if (limits.tags !== undefined && facts.tags.length > limits.tags)
    checks.push({ code: 'tags-too-many', limit: limits.tags });
  if (limits.slug !== undefined && !limits.slug.test(facts.slug))
    checks.push({ code: 'slug-unfit', slug: facts.slug });
  for (const tag of facts.tags) {
    if (limits.tag !== undefined && [...tag].length > limits.tag)
      checks.push({ code: 'tag-too-long', tag, limit: limits.tag });
  }
  return checks;
};

/** A day alone is midnight in UTC to most sites: another day in the west, and no order among posts of one day. */
const checkDates = ({ frontMatter }: ConferenceEvent, { dateForm, keys }: SettledSite): SiteCheck[] =>
  (['date', 'lastmod'] as const).flatMap((key) => {
    const value = frontMatter[key]?.trim() ?? '';
    const written = keys.some(({ from }) => from === key) && dateForm !== 'day';
    return written && /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? [{ code: 'date-without-offset', key, value } as const]
      : [];
  });
