/** From what a format's reader found to the programme: zone, instants, days, keys, texts, one way for all formats. */
import type { Speaker } from '../model/session.ts';
import { type Instant, instantOf, type PlainDate, type TimeZone } from '../model/time.ts';
import type { Programme, ProgrammeSession } from './programme.ts';
import { createDayFinder } from './programme-days.ts';
import { cleanLine, joinTexts } from './programme-text.ts';
import type { RawProgramme, RawSession, RemarkCollector } from './raw-programme.ts';
import { refused } from './refusal.ts';
import { keysOfSessions, titleEssence } from './session-keys.ts';
import { safeLink } from './session-links.ts';
import { isBreakByWords, isCancelledByTitle, kindOf, withoutCancelled } from './session-words.ts';
import { chooseZone } from './time-zone.ts';
import { addDays, MINUTE_MS, type When } from './when.ts';
import { createZoneClock, type ZoneClock } from './zone-clock.ts';

const EARLIEST_MS = Date.UTC(1970, 0, 1);
const LATEST_MS = Date.UTC(2200, 0, 1);
const MAX_SESSIONS = 20_000;
const MAX_TITLE_LENGTH = 500;

interface Timed {
  readonly raw: RawSession;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
}

const readStart = (raw: RawSession, clock: ZoneClock, remarks: RemarkCollector): number | null => {
  if (raw.start === null) {
    remarks.fault('no-start', raw.place, { title: raw.title.slice(0, 80) });
    return null;
  }
  const year = raw.start.kind === 'instant' ? null : Number(raw.start.date.slice(0, 4));
  const ms = clock.msOf(raw.start);
  const isOutside =
    year === null ? ms !== null && (ms < EARLIEST_MS || ms > LATEST_MS) : year < 1970 || year >= 2200;
  if (isOutside) {
    const text = raw.start.kind === 'instant' ? new Date(raw.start.ms).toISOString() : raw.start.date;
    remarks.fault('date-out-of-range', raw.place, { text });
    return null;
  }
  if (ms === null) remarks.fault('no-start', raw.place, { title: raw.title.slice(0, 80) });
  return ms;
};

const readEnd = (
  raw: RawSession,
  startMs: number,
  clock: ZoneClock,
  remarks: RemarkCollector,
): number | null => {
  const stated = raw.end === null ? null : clock.msOf(raw.end);
  if (stated !== null && stated > startMs && stated < LATEST_MS) return stated;
  if (stated !== null && stated !== startMs)
    remarks.fault('ends-before-start', raw.place, { title: raw.title.slice(0, 80) });
  if (raw.durationMinutes === null || raw.durationMinutes === 0) {
    if (stated === null || stated === startMs)
      remarks.fault('no-end', raw.place, { title: raw.title.slice(0, 80) });
    return null;
  }
  return startMs + raw.durationMinutes * MINUTE_MS;
};

/** Tells where the clock a file states is not the one its date has in the zone: UTC beside local time. */
const compareClocks = (
  raw: RawSession,
  startMs: number,
  clock: ZoneClock,
  remarks: RemarkCollector,
): void => {
  if (raw.clock === '' || raw.start?.kind !== 'instant') return;
  const local = clock.wallAt(startMs).clock;
  const written = new Date(startMs + raw.start.offsetMinutes * MINUTE_MS).toISOString().slice(11, 16);
  if (raw.clock !== local || raw.clock !== written) {
    remarks.assume('start-beside-date', raw.place, {
      start: raw.clock,
      date: written,
      local: local,
    });
  }
};

const withTimes = (raw: RawSession, clock: ZoneClock, remarks: RemarkCollector): Timed => {
  const startMs = readStart(raw, clock, remarks);
  if (startMs === null) return { raw, startsAt: null, endsAt: null };
  compareClocks(raw, startMs, clock, remarks);
  const endMs = readEnd(raw, startMs, clock, remarks);
  return { raw, startsAt: instantOf(startMs), endsAt: endMs === null ? null : instantOf(endMs) };
};

/** What the file says of a speaker elsewhere fills what a session leaves open. */
const withKnown = (speaker: Speaker, known: ReadonlyMap<string, Speaker>): Speaker => {
  const person = known.get(speaker.name);
  return person === undefined
    ? speaker
    : {
        name: speaker.name,
        affiliation: speaker.affiliation || person.affiliation,
        role: speaker.role || person.role,
        url: speaker.url || person.url,
      };
};

const cleanSpeakers = (speakers: readonly Speaker[]): readonly Speaker[] => {
  const byName = new Map<string, Speaker>();
  for (const speaker of speakers) {
    const name = cleanLine(speaker.name);
    if (name === '' || byName.has(name)) continue;
    byName.set(name, {
      name,
      affiliation: cleanLine(speaker.affiliation),
      role: cleanLine(speaker.role),
      url: /^https?:/i.test(speaker.url) && URL.canParse(speaker.url) ? new URL(speaker.url).href : '',
    });
  }
  return [...byName.values()];
};

/** The day of a date or an instant. */
const dayOf = (when: When | null, clock: ZoneClock): PlainDate | null =>
  when === null ? null : when.kind === 'instant' ? clock.wallAt(when.ms).date : when.date;

/** A title stated twice at one time in one room is one session. */
const withoutTwins = (sessions: readonly Timed[], remarks: RemarkCollector): readonly Timed[] => {
  const seen = new Set<string>();
  return sessions.filter(({ raw, startsAt }) => {
    const ids = raw.guid || raw.code || raw.id;
    const key = JSON.stringify([titleEssence(raw.title), startsAt, raw.room, ids]);
    if (seen.has(key) && raw.title !== '') {
      remarks.assume('same-session-twice', raw.place, { title: raw.title.slice(0, 80) });
      return false;
    }
    seen.add(key);
    return true;
  });
};

const distinct = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts)].filter((text) => text !== '');

const readSession = (
  { raw, startsAt, endsAt }: Timed,
  keys: readonly [string, ...string[]],
  day: PlainDate | null,
  base: string,
  known: ReadonlyMap<string, Speaker>,
  remarks: RemarkCollector,
): ProgrammeSession => {
  const full = cleanLine(raw.title).slice(0, MAX_TITLE_LENGTH);
  const byTitle = isCancelledByTitle(full);
  if (byTitle) remarks.assume('cancelled-by-title', raw.place, { title: full });
  const title = byTitle ? withoutCancelled(full) : full;
  if (title === '') remarks.fault('no-title', raw.place);
  const { text: abstract, repeated } = joinTexts(raw.abstract, raw.description);
  if (repeated) remarks.assume('repeated-text', raw.place, { title });
  const link = (url: string): string | null => safeLink(url.trim(), base, raw.place, remarks);
  const speakers = cleanSpeakers(raw.speakers).map((speaker) => withKnown(speaker, known));
  return {
    key: keys[0],
    keys,
    title,
    subtitle: cleanLine(raw.subtitle),
    kind: kindOf(raw.type, title, raw.track),
    type: cleanLine(raw.type),
    speakers,
    room: cleanLine(raw.room),
    track: cleanLine(raw.track),
    language: cleanLine(raw.language),
    startsAt,
    endsAt,
    day,
    abstract,
    links: { page: link(raw.page), slides: link(raw.slides), recording: link(raw.recording) },
    otherLinks: raw.otherLinks.flatMap(({ url, title: text }) => {
      const safe = link(url.trim());
      return safe === null ? [] : [{ url: safe, title: cleanLine(text) }];
    }),
    isBreak: raw.isBreak || (speakers.length === 0 && isBreakByWords(title, raw.type, raw.track)),
    isCancelled: raw.isCancelled || byTitle,
  };
};

const byStart = (left: ProgrammeSession, right: ProgrammeSession): number => {
  if (left.startsAt === right.startsAt) return 0;
  if (left.startsAt === null) return 1;
  if (right.startsAt === null) return -1;
  return left.startsAt < right.startsAt ? -1 : 1;
};

/**
 * @param given the zone the person named, or `null`
 * @param machineZone the machine's own, offered where the file has none
 * @param weakHint an address that may be of the conference's country, or empty
 * @throws {InvalidInput} too many sessions; every start out of range
 */
export const buildProgramme = (
  raw: RawProgramme,
  given: TimeZone | null,
  machineZone: TimeZone,
  weakHint: string,
  remarks: RemarkCollector,
): Programme => {
  const [firstRaw] = raw.sessions;
  if (raw.sessions.length > MAX_SESSIONS) {
    throw refused('too-many', raw.sessions[MAX_SESSIONS]?.place ?? '', `more than ${MAX_SESSIONS} sessions`);
  }
  const { timeZone, source, proposals } = chooseZone(raw, given, machineZone, weakHint, remarks);
  const clock = createZoneClock(timeZone);
  const timed = withoutTwins(
    raw.sessions.map((session) => withTimes(session, clock, remarks)),
    remarks,
  );
  const outside = remarks.problems().find(({ code }) => code === 'date-out-of-range');
  if (outside !== undefined && timed.every(({ startsAt }) => startsAt === null)) {
    throw refused('out-of-range', outside.place, `date out of range: ${outside.details.text ?? ''}`);
  }
  if (firstRaw === undefined) remarks.fault('no-sessions', '');
  const days = createDayFinder(raw, timed, clock, remarks);
  const keys = keysOfSessions(timed, remarks);
  const known = new Map(cleanSpeakers(raw.people).map((speaker) => [speaker.name, speaker]));
  const sessions = timed
    .map((session, at) =>
      readSession(session, keys[at] ?? [`hash:${at}`], days.dayOf(session), raw.url, known, remarks),
    )
    .sort(byStart);
  const speakers = cleanSpeakers([...sessions.flatMap((session) => session.speakers), ...raw.people]);
  const title = cleanLine(raw.title);
  const [firstDay = null] = days.all;
  return {
    format: raw.format,
    feed: titleEssence(raw.acronym || raw.title).replaceAll(' ', '-') || raw.format,
    title,
    timeZone,
    timeZoneSource: source,
    timeZoneProposals: proposals,
    startsOn: dayOf(raw.startsOn, clock) ?? firstDay,
    endsOn: lastDay(dayOf(raw.endsOn, clock), raw.endsOn) ?? days.all.at(-1) ?? null,
    venue: cleanLine(raw.venue),
    url: safeLink(raw.url.trim(), '', 'url', remarks) ?? '',
    days: days.all,
    rooms: distinct(timed.map(({ raw: { room } }) => cleanLine(room))),
    tracks: distinct(sessions.map(({ track }) => track)),
    speakers: speakers.map((speaker) => withKnown(speaker, known)),
    sessions,
    assumptions: remarks.assumptions(),
    problems: remarks.problems(),
  };
};

/** An end at midnight is the end of the day before. */
const lastDay = (day: PlainDate | null, end: When | null): PlainDate | null =>
  day !== null && end?.kind === 'local' && end.time === '00:00:00' ? addDays(day, -1) : day;
