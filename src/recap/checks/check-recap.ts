/** What is still missing in a recap, or will not come out as meant. */
import { listReferences } from '../../markdown/blocks.ts';
import { cleanLine } from '../../markdown/plain-text.ts';
import type { Id } from '../../model/ids.ts';
import { imageIdOf } from '../../model/image.ts';
import type { Note } from '../../model/note.ts';
import { byOrder } from '../../model/order.ts';
import { SESSION_LINK_KINDS, type Session, type SessionLinkKind } from '../../model/session.ts';
import { settleSite } from '../profiles/settle-site.ts';
import type { Recap, RecapInput, RecapPlace, RecapProblem } from '../recap.ts';
import { checkBody } from './check-body.ts';
import { checkSite } from './check-site.ts';

/** `error`: the post will be wrong or not built; `warning`: something is missing; `hint`: something is still open. */
export type CheckSeverity = 'error' | 'warning' | 'hint';

type Missing =
  | { readonly code: 'recap-empty' | 'event-unnamed' | 'description-missing' }
  | { readonly code: 'session-untitled' | 'speaker-missing' | 'notes-missing' | 'answer-missing' }
  | { readonly code: 'link-pending'; readonly link: SessionLinkKind }
  | { readonly code: 'alt-missing' | 'image-remote'; readonly address: string };

/** What the site, or good form, asks for beyond what is missing. */
export type SiteCheck =
  | { readonly code: 'date-without-offset'; readonly key: 'date' | 'lastmod'; readonly value: string }
  | { readonly code: 'key-refused' | 'key-twice' | 'key-missing'; readonly key: string }
  | { readonly code: 'key-empty' }
  | { readonly code: 'title-too-long' | 'tags-too-many'; readonly limit: number }
  | { readonly code: 'tag-too-long'; readonly tag: string; readonly limit: number }
  | { readonly code: 'slug-unfit'; readonly slug: string }
  | { readonly code: 'path-taken'; readonly path: string }
  | { readonly code: 'html-dropped'; readonly html: string }
  | { readonly code: 'heading-jump'; readonly heading: string }
  | { readonly code: 'link-twice'; readonly address: string }
  | { readonly code: 'image-too-large'; readonly imageId: Id; readonly bytes: number };

/** One thing to look at, with its place. */
export type RecapCheck = { readonly severity: CheckSeverity } & (
  | ({ readonly where: RecapPlace } & (Missing | SiteCheck))
  | RecapProblem
);

const PROBLEM_SEVERITY: Readonly<Record<RecapProblem['code'], CheckSeverity>> = {
  'image-missing': 'error',
  'date-invalid': 'error',
  'date-in-future': 'warning',
  'tag-unusable': 'warning',
  'session-missing': 'warning',
  'shortcode-altered': 'warning',
};

/** Kinds of sessions that have speakers. */
const SPOKEN = new Set<Session['kind']>(['talk', 'keynote', 'lightning-talk', 'panel', 'workshop']);

/**
 * Lists what is missing: first what concerns the event, then session by session in order.
 *
 * @param recap assembled from the same input; what it reports stands first
 * @param takenPaths files of other events' posts for the same site
 */
export const checkRecap = (
  input: RecapInput,
  recap: Recap,
  takenPaths: ReadonlySet<string> = new Set(),
): RecapCheck[] => {
  const { event } = input;
  const notes = input.notes
    .filter((note) => note.eventId === event.id && note.deletedAt === null)
    .toSorted(byOrder);
  const sessions = input.sessions
    .filter(({ eventId, deletedAt, leftOut }) => eventId === event.id && deletedAt === null && !leftOut)
    .toSorted(byOrder);
  const bySession = new Map<Id | null, Note[]>();
  for (const note of notes) bySession.set(note.sessionId, [...(bySession.get(note.sessionId) ?? []), note]);
  const site = settleSite(event.recapOptions);
  const notesOf = (sessionId: Id | null): readonly Note[] => bySession.get(sessionId) ?? [];
  return [
    ...recap.problems.map((problem) => ({ severity: PROBLEM_SEVERITY[problem.code], ...problem })),
    ...checkEvent(input, recap, sessions.length === 0 && notesOf(null).length === 0),
    ...checkSite(event, recap, site, takenPaths),
    ...notesOf(null).flatMap((note) => checkNote(note, { eventId: event.id })),
    ...sessions.flatMap((session) => checkSession(session, notesOf(session.id))),
    ...[null, ...sessions].flatMap((session) =>
      checkBody(notesOf(session?.id ?? null), input.images, site.profile),
    ),
  ];
};

const checkEvent = ({ event }: RecapInput, recap: Recap, empty: boolean): RecapCheck[] => {
  const where = { eventId: event.id };
  const checks: RecapCheck[] = [];
  if (recap.facts.title === '') checks.push({ code: 'event-unnamed', severity: 'warning', where });
  if (empty) checks.push({ code: 'recap-empty', severity: 'warning', where });
  if (cleanLine(event.description) === '') {
    checks.push({ code: 'description-missing', severity: 'hint', where });
  }
  return checks;
};

const checkSession = (session: Session, notes: readonly Note[]): RecapCheck[] => {
  const where = { eventId: session.eventId, sessionId: session.id };
  const checks: RecapCheck[] = [];
  if (cleanLine(session.title) === '') checks.push({ code: 'session-untitled', severity: 'warning', where });
  const named = session.speakers.some(({ name, affiliation }) => cleanLine(name + affiliation) !== '');
  if (!named && SPOKEN.has(session.kind))
    checks.push({ code: 'speaker-missing', severity: 'warning', where });
  if (notes.length === 0) checks.push({ code: 'notes-missing', severity: 'warning', where });
  for (const link of SESSION_LINK_KINDS) {
    if (session.links[link] === 'pending')
      checks.push({ code: 'link-pending', link, severity: 'hint', where });
  }
  return [...checks, ...notes.flatMap((note) => checkNote(note, where))];
};

const checkNote = (note: Note, place: RecapPlace): RecapCheck[] => {
  const where = { ...place, noteId: note.id };
  const checks: RecapCheck[] = [];
  const answer = note.kind === 'question' ? note.answer : '';
  if (note.kind === 'question' && answer.trim() === '') {
    checks.push({ code: 'answer-missing', severity: 'hint', where });
  }
  for (const { kind, address, text } of [note.markdown, answer].flatMap(imagesIn)) {
    if (kind !== 'image') continue;
    if (cleanLine(text) === '') checks.push({ code: 'alt-missing', address, severity: 'warning', where });
    if (imageIdOf(address) === null)
      checks.push({ code: 'image-remote', address, severity: 'warning', where });
  }
  return checks;
};

const imagesIn = (markdown: string) => (markdown.includes('![') ? listReferences(markdown) : []);
