/** The programme: what every schedule format is read into, before anything of it becomes a session of the event. */
import type { SessionKind, Speaker } from '../model/session.ts';
import type { Instant, PlainDate, TimeZone } from '../model/time.ts';

export type ProgrammeFormat =
  | 'frab-xml'
  | 'c3voc-json'
  | 'c3voc-hub-json'
  | 'sessionize-all'
  | 'sessionize-grid'
  | 'sessionize-list'
  | 'open-event'
  | 'json-ld'
  | 'json-sessions'
  | 'xml-sessions'
  | 'icalendar'
  | 'csv';

/** What had to be assumed; the words are chosen by the surfaces. */
export type AssumptionCode =
  | 'zone-assumed'
  | 'zone-contradicts-offsets'
  | 'start-from-day'
  | 'after-midnight'
  | 'day-a-day-off'
  | 'start-beside-date'
  | 'ids-not-unique'
  | 'repeated-text'
  | 'speakers-from-title'
  | 'speakers-from-description'
  | 'speakers-from-organizer'
  | 'date-order'
  | 'year-assumed'
  | 'same-session-twice'
  | 'cancelled-by-title'
  | 'recurrence-expanded'
  | 'lines-unfolded';

/** What could not be read; the rest of the file was. */
export type ProblemCode =
  | 'no-sessions'
  | 'no-title'
  | 'no-start'
  | 'no-end'
  | 'bad-time'
  | 'bad-duration'
  | 'date-out-of-range'
  | 'ends-before-start'
  | 'unknown-zone'
  | 'duplicate-key'
  | 'unsafe-address'
  | 'unknown-reference'
  | 'unreadable-row'
  | 'damaged-characters';

/** One thing to tell the person: how often it was met, where in the file first, and its details there. */
export interface Remark<Code extends string> {
  readonly code: Code;
  readonly count: number;
  /** `line 12`, `schedule.conference.days[0]`, or empty where it concerns the whole file. */
  readonly place: string;
  readonly details: Readonly<Record<string, string>>;
}

/** Text as the file holds it. HTML is not sanitised yet: convert it before it is stored or shown. */
export interface ProgrammeText {
  readonly format: 'markdown' | 'html';
  readonly text: string;
}

export interface ProgrammeLink {
  readonly url: string;
  readonly title: string;
}

export interface ProgrammeSession {
  /** The strongest of its keys: `guid:…`, `code:…`, `id:…`, `uid:…` or `hash:…`; unique within the programme. */
  readonly key: string;
  /** All keys that are unique within the programme, the strongest first. */
  readonly keys: readonly string[];
  readonly title: string;
  readonly subtitle: string;
  readonly kind: SessionKind;
  /** What the file calls its kind: `Talk 40 (30min +10 Q&A)`. */
  readonly type: string;
  readonly speakers: readonly Speaker[];
  readonly room: string;
  readonly track: string;
  readonly language: string;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  /** The conference day it belongs to: a talk after midnight belongs to the day before. */
  readonly day: PlainDate | null;
  readonly abstract: ProgrammeText;
  readonly links: Readonly<Record<'page' | 'slides' | 'recording', string | null>>;
  readonly otherLinks: readonly ProgrammeLink[];
  readonly isBreak: boolean;
  readonly isCancelled: boolean;
}

/** Where the zone came from; `assumed`: ask the person, and read again with the answer. */
export type TimeZoneSource = 'given' | 'file' | 'assumed';

export interface Programme {
  readonly format: ProgrammeFormat;
  /** What tells one feed of an event from another, whatever its address: made of the acronym or the title. */
  readonly feed: string;
  readonly title: string;
  readonly timeZone: TimeZone;
  readonly timeZoneSource: TimeZoneSource;
  /** Zones to offer, the likeliest first. */
  readonly timeZoneProposals: readonly TimeZone[];
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
  readonly venue: string;
  readonly url: string;
  readonly days: readonly PlainDate[];
  /** Rooms that hold a session, in the file's order. */
  readonly rooms: readonly string[];
  readonly tracks: readonly string[];
  /** Everybody once, by name. */
  readonly speakers: readonly Speaker[];
  /** By start, then in the file's order; those without a start come last. */
  readonly sessions: readonly ProgrammeSession[];
  readonly assumptions: readonly Remark<AssumptionCode>[];
  readonly problems: readonly Remark<ProblemCode>[];
}
