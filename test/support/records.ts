/** Records for tests: complete, with ids and times that ascend, the same in every run of a file. */
import {
  type ConferenceEvent,
  DEFAULT_RECAP_OPTIONS,
  NO_FRONT_MATTER_CHOICES,
} from '../../src/model/event.ts';
import { createIdSource } from '../../src/model/ids.ts';
import type { Image } from '../../src/model/image.ts';
import type { Note, NoteKind, Source } from '../../src/model/note.ts';
import { orderBetween } from '../../src/model/order.ts';
import { NO_SESSION_LINKS, type Session } from '../../src/model/session.ts';

const MADE = '2024-05-10T08:00:00.000Z';

const nextId = createIdSource(
  () => Date.parse(MADE),
  (bytes) => bytes.fill(7),
);
let lastOrder: string | null = null;
const nextOrder = (): string => {
  lastOrder = orderBetween(lastOrder, null);
  return lastOrder;
};

const revisioned = () => ({ id: nextId(), createdAt: MADE, updatedAt: MADE, revision: 1, deletedAt: null });

export const makeEvent = (fields: Partial<ConferenceEvent> = {}): ConferenceEvent => ({
  ...revisioned(),
  name: 'Demo Conf',
  slug: '',
  startsOn: '2024-05-10',
  endsOn: null,
  timeZone: 'Europe/Berlin',
  venue: '',
  url: '',
  language: 'en',
  tags: [],
  description: '',
  frontMatter: NO_FRONT_MATTER_CHOICES,
  recapOptions: DEFAULT_RECAP_OPTIONS,
  ...fields,
});

export const makeSession = (event: ConferenceEvent, fields: Partial<Session> = {}): Session => ({
  ...revisioned(),
  eventId: event.id,
  kind: 'talk',
  title: 'A talk',
  speakers: [],
  room: '',
  track: '',
  startsAt: null,
  endsAt: null,
  abstract: '',
  links: NO_SESSION_LINKS,
  scheduleKey: null,
  order: nextOrder(),
  leftOut: false,
  ...fields,
});

/** The fields of any kind of note; what a kind does not have is not given. */
export type NoteFields = { readonly kind?: NoteKind } & Partial<
  Omit<Extract<Note, { kind: 'question' }>, 'kind'> & Omit<Extract<Note, { kind: 'link' }>, 'kind'>
>;

export const makeNote = (event: ConferenceEvent, session: Session | null, fields: NoteFields = {}): Note =>
  ({
    ...revisioned(),
    eventId: event.id,
    sessionId: session?.id ?? null,
    kind: 'text',
    markdown: '',
    source: null,
    order: nextOrder(),
    capturedAt: MADE,
    ...(fields.kind === 'question' && { answer: '' }),
    ...(fields.kind === 'link' && { url: '', title: '', linkKind: 'article' }),
    ...fields,
  }) as Note;

export const makeSource = (fields: Partial<Source> = {}): Source => ({
  url: '',
  title: '',
  site: '',
  author: '',
  publishedOn: '',
  mediaSeconds: null,
  ...fields,
});

export const makeImage = (event: ConferenceEvent, fields: Partial<Image> = {}): Image => {
  const base = revisioned();
  return {
    ...base,
    eventId: event.id,
    type: 'image/png',
    width: 4,
    height: 3,
    bytes: 70,
    hash: base.id,
    name: '',
    sourceUrl: '',
    ...fields,
  };
};
