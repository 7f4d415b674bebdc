/** The demo's day is always in the middle: somewhere on earth it is. */

/** Date and time of day in a zone, so many minutes from now. */
export const clockIn = (timeZone: string, minutes = 0): { readonly day: string; readonly time: string } => {
  const text = new Date(Date.now() + minutes * 60_000).toLocaleString('sv-SE', { timeZone });
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
};

/** A zone in which a conference would have begun by now and not be over. */
export const daytimeZone = (): string =>
  ['Asia/Seoul', 'Europe/Berlin', 'America/Los_Angeles'].find((zone) => {
    const hour = Number(clockIn(zone).time.slice(0, 2));
    return hour >= 11 && hour < 20;
  }) ?? 'UTC';
