/** What a format's reader hands to the builder: the file's own words, with the place where each session stood. */
import type { Speaker } from '../model/session.ts';
import type { PlainDate } from '../model/time.ts';
import type { AssumptionCode, ProblemCode, ProgrammeFormat, ProgrammeLink, Remark } from './programme.ts';
import type { When } from './when.ts';

export interface RawSession {
  readonly place: string;
  readonly guid: string;
  readonly code: string;
  readonly id: string;
  readonly uid: string;
  readonly title: string;
  readonly subtitle: string;
  readonly type: string;
  readonly speakers: readonly Speaker[];
  readonly room: string;
  readonly track: string;
  readonly language: string;
  readonly start: When | null;
  readonly end: When | null;
  readonly durationMinutes: number | null;
  /** The wall clock of the start where the file states it beside the date, `HH:MM`. */
  readonly clock: string;
  /** The conference day that the file puts it under. */
  readonly day: PlainDate | null;
  readonly abstract: string;
  readonly description: string;
  readonly page: string;
  readonly slides: string;
  readonly recording: string;
  readonly otherLinks: readonly ProgrammeLink[];
  readonly isBreak: boolean;
  readonly isCancelled: boolean;
}

/** A day the file declares: its date as written and, where it says so, when it begins. */
export interface RawDay {
  readonly date: PlainDate;
  readonly start: When | null;
}

export interface RawProgramme {
  readonly format: ProgrammeFormat;
  readonly acronym: string;
  readonly title: string;
  /** The zone's name as the file writes it; empty when it states none. */
  readonly zoneName: string;
  readonly startsOn: When | null;
  readonly endsOn: When | null;
  readonly venue: string;
  /** A country where the file states it: name or ISO 3166 code. */
  readonly country: string;
  readonly url: string;
  /** The days the file declares, sessions or not. */
  readonly days: readonly RawDay[];
  readonly sessions: readonly RawSession[];
  /** People listed apart from sessions. */
  readonly people: readonly Speaker[];
  /** Of those, who is known by an id that sessions may name. */
  readonly peopleById: ReadonlyMap<string, Speaker>;
}

export const NO_RAW_SESSION: RawSession = {
  place: '',
  guid: '',
  code: '',
  id: '',
  uid: '',
  title: '',
  subtitle: '',
  type: '',
  speakers: [],
  room: '',
  track: '',
  language: '',
  start: null,
  end: null,
  durationMinutes: null,
  clock: '',
  day: null,
  abstract: '',
  description: '',
  page: '',
  slides: '',
  recording: '',
  otherLinks: [],
  isBreak: false,
  isCancelled: false,
};

export const NO_RAW_PROGRAMME: Omit<RawProgramme, 'format' | 'sessions'> = {
  acronym: '',
  title: '',
  zoneName: '',
  startsOn: null,
  endsOn: null,
  venue: '',
  country: '',
  url: '',
  days: [],
  people: [],
  peopleById: new Map(),
};

/** Counts what is to be told, so that one fault of a thousand sessions is one remark. */
export interface RemarkCollector {
  assume(code: AssumptionCode, place: string, details?: Record<string, string>): void;
  fault(code: ProblemCode, place: string, details?: Record<string, string>): void;
  assumptions(): Remark<AssumptionCode>[];
  problems(): Remark<ProblemCode>[];
}

/** @returns an empty collector */
export const createRemarkCollector = (): RemarkCollector => {
  const assumptions = new Map<AssumptionCode, Remark<AssumptionCode>>();
  const problems = new Map<ProblemCode, Remark<ProblemCode>>();
  const add = <Code extends string>(
    remarks: Map<Code, Remark<Code>>,
    code: Code,
    place: string,
    details: Record<string, string>,
  ): void => {
    const known = remarks.get(code);
    remarks.set(
      code,
      known === undefined ? { code, count: 1, place, details } : { ...known, count: known.count + 1 },
    );
  };
  return {
    assume: (code, place, details = {}) => add(assumptions, code, place, details),
    fault: (code, place, details = {}) => add(problems, code, place, details),
    assumptions: () => [...assumptions.values()],
    problems: () => [...problems.values()],
  };
};
