/** How a session of a programme is told in one line. */
import type { Speaker } from '../../model/session.ts';
import type { Instant, PlainDate, TimeZone } from '../../model/time.ts';
import { timeRangeText } from '../../ui/format.ts';
import { t } from '../../ui/strings.ts';
import { dayHeading } from '../event-dates.ts';

interface Timed {
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
}

/** `10:30–11:10`; empty when the time is not known. */
export const clockText = ({ startsAt, endsAt }: Timed, timeZone: TimeZone): string =>
  startsAt === null ? '' : timeRangeText(startsAt, endsAt, timeZone);

export const speakersText = (speakers: readonly Speaker[]): string =>
  speakers.map(({ name }) => name).join(', ');

/** `Sat, Aug 5`, or that the day is not known. */
export const dayTitle = (day: PlainDate | null): string =>
  day === null ? t('programmeNoDay') : dayHeading(day);
