/** A session as its form has it, and what of it can be saved. */
import type { SessionFields } from '../app/create-session.ts';
import type { ConferenceEvent } from '../model/event.ts';
import {
  SESSION_LINK_KINDS,
  type Session,
  type SessionKind,
  type SessionLink,
  type SessionLinkKind,
  type Speaker,
} from '../model/session.ts';
import type { PlainDate } from '../model/time.ts';
import { readSessionTimes, type SessionTimes, sessionTimesOf, type TimesProblem } from './session-times.ts';
import { filledSpeakers } from './speaker-lines.ts';
import { typedAddress } from './typed-address.ts';

/** An address as typed, or one that is still to come. */
export interface LinkDraft {
  readonly url: string;
  readonly pending: boolean;
}

export interface SessionDraft extends SessionTimes {
  readonly kind: SessionKind;
  readonly title: string;
  readonly speakers: readonly Speaker[];
  readonly room: string;
  readonly track: string;
  readonly abstract: string;
  readonly links: Readonly<Record<SessionLinkKind, LinkDraft>>;
}

export interface SessionProblems {
  readonly times?: TimesProblem;
  readonly links?: readonly SessionLinkKind[];
  /** Places of speakers whose address is none. */
  readonly speakers?: readonly number[];
}

const linkDraft = (link: SessionLink): LinkDraft =>
  link === 'pending' ? { url: '', pending: true } : { url: link?.url ?? '', pending: false };

/** What the form begins with. @param day shown while the session has no start */
export const sessionDraftOf = (
  session: SessionFields | Session,
  event: ConferenceEvent,
  day: PlainDate,
): SessionDraft => ({
  kind: session.kind,
  title: session.title,
  speakers: session.speakers,
  room: session.room,
  track: session.track,
  abstract: session.abstract,
  links: {
    page: linkDraft(session.links.page),
    slides: linkDraft(session.links.slides),
    recording: linkDraft(session.links.recording),
  },
  ...sessionTimesOf(session, event.timeZone, day),
});

const readLink = ({ url, pending }: LinkDraft): SessionLink | undefined => {
  if (pending) return 'pending';
  const address = typedAddress(url);
  if (address === null) return undefined;
  return address === '' ? null : { url: address };
};

export type ReadSession =
  | { readonly fields: Omit<SessionFields, 'leftOut'>; readonly problems: null }
  | { readonly fields: null; readonly problems: SessionProblems };

/** The fields to save, or what is wrong with them. */
export const readSessionDraft = (draft: SessionDraft, timeZone: string): ReadSession => {
  const times = readSessionTimes(draft, timeZone);
  const typed = filledSpeakers(draft.speakers);
  const speakers = typed.map((speaker) => ({ ...speaker, url: typedAddress(speaker.url) }));
  const wrongSpeakers = draft.speakers.flatMap(({ url }, index) =>
    typedAddress(url) === null ? [index] : [],
  );
  const page = readLink(draft.links.page);
  const slides = readLink(draft.links.slides);
  const recording = readLink(draft.links.recording);
  const read = { page, slides, recording };
  const wrongLinks = SESSION_LINK_KINDS.filter((kind) => read[kind] === undefined);
  if (times.problem !== null || wrongLinks.length > 0 || wrongSpeakers.length > 0) {
    const problems: SessionProblems = {
      ...(times.problem === null ? {} : { times: times.problem }),
      ...(wrongLinks.length === 0 ? {} : { links: wrongLinks }),
      ...(wrongSpeakers.length === 0 ? {} : { speakers: wrongSpeakers }),
    };
    return { fields: null, problems };
  }
  const { startsAt, endsAt } = times;
  return {
    problems: null,
    fields: {
      kind: draft.kind,
      title: draft.title.trim(),
      speakers: speakers.map((speaker) => ({ ...speaker, url: speaker.url ?? '' })),
      room: draft.room.trim(),
      track: draft.track.trim(),
      abstract: draft.abstract.trim(),
      links: { page: page ?? null, slides: slides ?? null, recording: recording ?? null },
      startsAt,
      endsAt,
    },
  };
};
