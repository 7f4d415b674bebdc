/** The text kept in a session's `scheduleKey`: which feed it came from, and its key there. */

/** `38c3#guid:270fa44c-…` */
export const scheduleKeyOf = (feed: string, key: string): string => `${feed.replaceAll('#', ' ')}#${key}`;

/** The two parts; a key without a feed has an empty one. */
export const splitScheduleKey = (scheduleKey: string): { readonly feed: string; readonly key: string } => {
  const at = scheduleKey.indexOf('#');
  return at < 0
    ? { feed: '', key: scheduleKey }
    : { feed: scheduleKey.slice(0, at), key: scheduleKey.slice(at + 1) };
};
