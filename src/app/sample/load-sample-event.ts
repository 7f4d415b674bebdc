/** Puts a small event into the store to look around in: one talk over, one running now, two still to come. */
import type { Image } from '../../model/image.ts';
import { imageAddress } from '../../model/image.ts';
import type { Note, Place } from '../../model/note.ts';
import { ordersBetween } from '../../model/order.ts';
import { NO_SESSION_LINKS, type Session } from '../../model/session.ts';
import { instantOf, plainDateIn } from '../../model/time.ts';
import { type EventFields, emptyEvent } from '../create-event.ts';
import { alternativeText, measureFiles } from '../image-notes.ts';
import { noteRecord } from '../keep-note.ts';
import { newRecord } from '../new-record.ts';
import type { Ports, Put } from '../ports.ts';
import type { SampleSession, SampleTexts } from './sample-texts.ts';

const MINUTE_MS = 60_000;
/** Programmes are printed in steps of five minutes. */
const STEP_MS = 5 * MINUTE_MS;

const sessionRecord = (
  ports: Ports,
  eventId: string,
  order: string,
  zeroMs: number,
  { kind, title, speaker: [name, affiliation], room, from, to, slidesToCome }: SampleSession,
): Session => ({
  ...newRecord(ports),
  eventId,
  kind,
  title,
  speakers: name === '' ? [] : [{ name, affiliation, role: '', url: '' }],
  room,
  track: '',
  startsAt: instantOf(zeroMs + from * MINUTE_MS),
  endsAt: instantOf(zeroMs + to * MINUTE_MS),
  abstract: '',
  links: slidesToCome ? { ...NO_SESSION_LINKS, slides: 'pending' } : NO_SESSION_LINKS,
  scheduleKey: null,
  order,
  leftOut: false,
});

const notesOf = (
  ports: Ports,
  place: Place,
  notes: SampleSession['notes'],
  image: Image | undefined,
  slideText: string,
): readonly Note[] => {
  const shown = notes.filter((note) => note !== 'slide' || image !== undefined);
  const orders = ordersBetween(null, null, shown.length);
  return shown.map((note, position) =>
    noteRecord(
      ports,
      place,
      orders[position] ?? '',
      note === 'slide'
        ? {
            kind: 'image',
            markdown: `![${alternativeText(slideText)}](${imageAddress(image?.id ?? '')})`,
            source: null,
          }
        : note,
    ),
  );
};

/** The sample that stands in the store already, if it does. */
const chooseLoaded = async ({ store }: Ports): Promise<boolean> => {
  const { sampleEventId } = await store.getSettings();
  if (sampleEventId === null || (await store.getEvent(sampleEventId)) === null) return false;
  await store.write({
    label: 'event-chosen',
    puts: [],
    settings: { currentEventId: sampleEventId, heldSession: null },
  });
  return true;
};

/**
 * Loads the sample and takes it as the current event, in one step that can be undone; one that is there already is
 * only chosen.
 *
 * @param slide a picture for one of its notes; without it the note is left out
 */
export const loadSampleEvent = async (
  ports: Ports,
  texts: SampleTexts,
  fields: Pick<EventFields, 'language' | 'timeZone'>,
  slide: Blob | null,
): Promise<void> => {
  if (await chooseLoaded(ports)) return;
  const zeroMs = Math.floor(ports.nowMs() / STEP_MS) * STEP_MS;
  const base = newRecord(ports);
  const { usable } = await measureFiles(
    ports,
    { eventId: base.id, sessionId: null },
    slide === null ? [] : [{ blob: slide, name: 'slide.png', sourceUrl: '' }],
  );
  const image = usable[0]?.image;
  const orders = ordersBetween(null, null, texts.sessions.length);
  const sessions = texts.sessions.map((session, position) => ({
    notes: session.notes,
    record: sessionRecord(ports, base.id, orders[position] ?? '', zeroMs, session),
  }));
  const places = [
    { sessionId: null, notes: texts.overview },
    ...sessions.map(({ record, notes }) => ({ sessionId: record.id, notes })),
  ];
  const day = (minutes: number): string =>
    plainDateIn(instantOf(zeroMs + minutes * MINUTE_MS), fields.timeZone);
  const event = {
    ...base,
    ...emptyEvent(texts.name, fields.language, fields.timeZone),
    startsOn: day(Math.min(...texts.sessions.map(({ from }) => from))),
    endsOn: day(Math.max(...texts.sessions.map(({ to }) => to))),
    venue: texts.venue,
    tags: texts.tags,
    description: texts.description,
  };
  await ports.store.write({
    label: 'sample-loaded',
    puts: [
      { type: 'events', base: null, record: event },
      ...sessions.map(({ record }): Put => ({ type: 'sessions', base: null, record })),
      ...usable.map(({ image: record }): Put => ({ type: 'images', base: null, record })),
      ...places
        .flatMap(({ sessionId, notes }) =>
          notesOf(ports, { eventId: event.id, sessionId }, notes, image, texts.slide.alternativeText),
        )
        .map((record): Put => ({ type: 'notes', base: null, record })),
    ],
    blobs: usable.map(({ measured }) => ({ hash: measured.hash, blob: measured.blob })),
    settings: { currentEventId: event.id, heldSession: null, sampleEventId: event.id },
  });
};
