/** What each kind of record must look like when it comes from a file. */
import { InvalidInput } from '../../model/errors.ts';
import {
  type ConferenceEvent,
  type FrontMatterChoices,
  RECAP_LANGUAGES,
  type RecapOptions,
  type Revisioned,
} from '../../model/event.ts';
import { isId } from '../../model/ids.ts';
import { IMAGE_TYPES, type Image } from '../../model/image.ts';
import type { ImportedPost } from '../../model/imported-post.ts';
import type { ExportedFile, LastExport } from '../../model/last-export.ts';
import { LINK_KINDS, type Note, type NoteKind, type Place, type Source } from '../../model/note.ts';
import { isOrderKey } from '../../model/order.ts';
import type { RecapShape } from '../../model/recap-shape.ts';
import { SESSION_KINDS, type Session, type SessionLink, type Speaker } from '../../model/session.ts';
import type { SiteSettings } from '../../model/site-settings.ts';
import { isInstant, isPlainDate, parseTimeZone } from '../../model/time.ts';
import type { JournalEntry, JournalItem, RecordType } from '../journal.ts';
import type { Settings } from '../settings.ts';
import {
  type Check,
  count,
  flag,
  isObject,
  listOf,
  maybe,
  number,
  oneOf,
  orNull,
  plain,
  type Shape,
  shape,
  text,
  textThat,
} from './checks.ts';

const id = textThat(isId, 'no id');
const instant = textThat(isInstant, 'no instant');
const plainDate = textThat(isPlainDate, 'no date');
const order = textThat(isOrderKey, 'no order key');
/** SHA-256, lower-case hex. */
export const isHash = (value: string): boolean => /^[0-9a-f]{64}$/.test(value);
/** Nothing that a browser would run when it is followed. */
const address = textThat(
  (value) => !/^(javascript|vbscript|data|blob|filesystem):/i.test(value.replace(/[\p{Cc}\s]/gu, '')),
  'an address that could run',
);

const REVISIONED: Shape<Revisioned> = {
  id,
  createdAt: instant,
  updatedAt: instant,
  revision: count,
  deletedAt: orNull(instant),
};

/** What a site does otherwise, by profile: plain data, of which the writers of posts take only what they know. */
const sites: Check = (value, field) => {
  if (!isObject(value)) throw new InvalidInput(field, 'no object');
  for (const [name, settings] of Object.entries(value))
    shape<SiteSettings>({
      format: maybe(oneOf(['yaml', 'toml', 'none'])),
      extension: maybe(oneOf(['md', 'mdx'])),
      keys: maybe(listOf(shape({ key: text, from: text, value: maybe(text) }))),
      dateForm: maybe(text),
      quotedDates: maybe(flag),
      quoting: maybe(oneOf(['double', 'single', 'plain'])),
      lists: maybe(oneOf(['flow', 'block'])),
      paths: maybe(
        shape({ post: maybe(text), images: maybe(text), imageAddress: maybe(text), link: maybe(text) }),
      ),
      summary: maybe(flag),
    })(settings, `${field}.${name}`);
};

const words: Check = (value, field) => {
  if (!isObject(value)) throw new InvalidInput(field, 'no object');
  for (const [name, word] of Object.entries(value)) text(word, `${field}.${name}`);
};

const recapOptions = shape<RecapOptions>({
  spacers: flag,
  imageNames: oneOf(['numbered', 'named']),
  siteProfile: text,
  sites: maybe(sites),
  template: text,
  shape: maybe(
    shape<RecapShape>({
      words: maybe(words),
      heading: maybe(text),
      speakerLine: maybe(text),
      speaker: maybe(text),
      betweenSpeakers: maybe(text),
      sectionLevel: maybe((value, field) => {
        if (value !== 1 && value !== 2 && value !== 3) throw new InvalidInput(field, 'no level');
      }),
    }),
  ),
});

const event = shape<ConferenceEvent>({
  ...REVISIONED,
  name: text,
  slug: text,
  startsOn: orNull(plainDate),
  endsOn: orNull(plainDate),
  timeZone: textThat((zone) => parseTimeZone(zone) !== null, 'no time zone'),
  venue: text,
  url: address,
  language: oneOf(RECAP_LANGUAGES),
  tags: listOf(text),
  description: text,
  frontMatter: shape<FrontMatterChoices>({
    title: orNull(text),
    date: orNull(text),
    lastmod: orNull(text),
    keywords: listOf(text),
  }),
  recapOptions,
  lastExport: maybe(
    shape<LastExport>({
      at: instant,
      revision: count,
      changedAt: instant,
      slug: text,
      date: text,
      imageNames: words,
      files: listOf(shape<ExportedFile>({ path: text, hash: textThat(isHash, 'no hash') })),
      text,
    }),
  ),
});

const sessionLink: Check = (value, field) => {
  if (value === null || value === 'pending') return;
  shape<Exclude<SessionLink, null | 'pending'>>({ url: address })(value, field);
};

const session = shape<Session>({
  ...REVISIONED,
  eventId: id,
  kind: oneOf(SESSION_KINDS),
  title: text,
  speakers: listOf(shape<Speaker>({ name: text, affiliation: text, role: text, url: address })),
  room: text,
  track: text,
  startsAt: orNull(instant),
  endsAt: orNull(instant),
  abstract: text,
  links: shape<Session['links']>({ page: sessionLink, slides: sessionLink, recording: sessionLink }),
  scheduleKey: orNull(text),
  order,
  leftOut: flag,
  starred: maybe(flag),
});

const PLACE: Shape<Place> = { eventId: orNull(id), sessionId: orNull(id) };

const source = shape<Source>({
  url: address,
  title: text,
  site: text,
  author: text,
  publishedOn: text,
  mediaSeconds: orNull(number),
});

type BaseNote = Extract<Note, { kind: 'text' }>;
const BASE_NOTE: Omit<Shape<BaseNote>, 'kind'> = {
  ...REVISIONED,
  ...PLACE,
  markdown: text,
  source: orNull(source),
  order,
  capturedAt: instant,
};

const noteOf = <Kind extends NoteKind>(
  kind: Kind,
  more: Omit<Shape<Extract<Note, { kind: Kind }>>, keyof BaseNote>,
): Check => shape<unknown>({ ...BASE_NOTE, kind: oneOf([kind]), ...more } as Shape<unknown>);

const NOTES: Readonly<Record<NoteKind, Check>> = {
  text: noteOf('text', {}),
  quote: noteOf('quote', {}),
  question: noteOf('question', { answer: text }),
  takeaway: noteOf('takeaway', {}),
  link: noteOf('link', { url: address, title: text, linkKind: oneOf(LINK_KINDS) }),
  selection: noteOf('selection', {}),
  image: noteOf('image', {}),
};

const note: Check = (value, field) => {
  const kind = isObject(value) ? value.kind : undefined;
  if (typeof kind !== 'string' || !Object.hasOwn(NOTES, kind))
    throw new InvalidInput(`${field}.kind`, 'unknown value');
  NOTES[kind as NoteKind](value, field);
};

const image = shape<Image>({
  ...REVISIONED,
  eventId: orNull(id),
  type: oneOf(Object.keys(IMAGE_TYPES)),
  width: count,
  height: count,
  bytes: count,
  hash: textThat(isHash, 'no SHA-256'),
  name: text,
  sourceUrl: address,
});

const post = shape<ImportedPost>({
  ...REVISIONED,
  eventId: id,
  folder: text,
  path: text,
  source: text,
  bodyStart: count,
  fields: plain,
  pieces: listOf(shape({ kind: text, start: count, end: count })),
  images: listOf(shape({ imageId: id, address: text, path: text })),
});

/** By the name of the object store. */
const RECORDS: Readonly<Record<RecordType, Check>> = {
  events: event,
  sessions: session,
  notes: note,
  images: image,
  posts: post,
};

const journalItem: Check = (value, field) => {
  shape<JournalItem>({ type: oneOf(Object.keys(RECORDS)), before: plain, after: plain })(value, field);
  const item = value as JournalItem;
  orNull(RECORDS[item.type])(item.before, `${field}.before`);
  RECORDS[item.type](item.after, `${field}.after`);
};

/** What each object store holds, as it lies in a backup. */
export const STORE_CHECKS = {
  ...RECORDS,
  drafts: shape({
    target: text,
    text,
    caret: count,
    baseRevision: count,
    updatedAt: instant,
    place: maybe(shape<Place>(PLACE)),
    kind: maybe(oneOf(Object.keys(NOTES))),
  }),
  settings: shape({
    key: oneOf(['settings']),
    value: shape<Settings>({
      currentEventId: orNull(id),
      heldSession: orNull(shape<Place>({ ...PLACE, eventId: id })),
      sampleEventId: maybe(orNull(id)),
      nextRecapOptions: maybe(recapOptions),
    }),
  }),
  journal: shape<Required<JournalEntry>>({
    seq: count,
    label: text,
    at: instant,
    items: listOf(journalItem),
    undone: flag,
  }),
} as const satisfies Readonly<Record<string, Check>>;
