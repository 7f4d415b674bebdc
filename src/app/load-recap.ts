/** The records that an event's recap is made of; read whole once, then only where something changed. */
import type { ConferenceEvent } from '../model/event.ts';
import type { Id } from '../model/ids.ts';
import { type Image, imageIdsIn } from '../model/image.ts';
import { type Note, type Place, textsOf } from '../model/note.ts';
import type { Session } from '../model/session.ts';
import { assembleRecap } from '../recap/assemble/assemble-recap.ts';
import type { ImportedPart, Recap } from '../recap/recap.ts';
import type { Ports, StoreChange } from './ports.ts';

export interface RecapRecords {
  readonly event: ConferenceEvent;
  readonly sessions: readonly Session[];
  /** Place by place, in their order. */
  readonly notes: readonly Note[];
  readonly images: readonly Image[];
  /** What the event was imported from; never changes. */
  readonly imported: ImportedPart | null;
}

/** With those that notes show and another place has: a note came from the inbox, or its text from another event. */
const withShown = async (
  { store }: Pick<Ports, 'store'>,
  images: readonly Image[],
  notes: readonly Note[],
): Promise<readonly Image[]> => {
  const known = new Set(images.map(({ id }) => id));
  const shown = notes.flatMap(textsOf).flatMap(imageIdsIn);
  const others = [...new Set(shown)].filter((id) => !known.has(id));
  if (others.length === 0) return images;
  const found = await Promise.all(others.map((id) => store.getImage(id)));
  return [...images, ...found.filter((image) => image !== null)];
};

/** Loaded for the events that were imported. */
const loadWriter = async (): Promise<ImportedPart['write']> =>
  (await import('../recap/assemble/imported-recap.ts')).writeImported;

/** `null` when there is no such event. */
export const loadRecapRecords = async (
  { store }: Pick<Ports, 'store'>,
  eventId: Id,
): Promise<RecapRecords | null> => {
  const [event, sessions, notes, images, post] = await Promise.all([
    store.getEvent(eventId),
    store.listSessions(eventId),
    store.listEventNotes(eventId),
    store.listImages(eventId),
    store.getPost(eventId),
  ]);
  if (event === null) return null;
  const imported = post === null ? null : { post, write: await loadWriter() };
  return { event, sessions, notes, images: await withShown({ store }, images, notes), imported };
};

/** Several changes as one question: what must be read again. */
export interface TouchedRecords {
  readonly event: boolean;
  readonly sessions: boolean;
  readonly images: boolean;
  readonly places: readonly Place[];
}

export const NOTHING_TOUCHED: TouchedRecords = { event: false, sessions: false, images: false, places: [] };

const samePlace = (left: Place, right: Place): boolean =>
  left.eventId === right.eventId && left.sessionId === right.sessionId;

/** What a change touches of this event, added to what was touched before; the same object when it is nothing. */
export const touchedBy = (before: TouchedRecords, change: StoreChange, eventId: Id): TouchedRecords => {
  let touched = before;
  for (const { type, id, places } of change.records) {
    if (type === 'events' && id === eventId) touched = { ...touched, event: true };
    if (type === 'sessions') touched = { ...touched, sessions: true };
    if (type === 'images') touched = { ...touched, images: true };
    for (const place of places) {
      if (place.eventId !== eventId || touched.places.some((other) => samePlace(place, other))) continue;
      touched = { ...touched, places: [...touched.places, place] };
    }
  }
  return touched;
};

/** Reads again what was touched. `null` when the event is gone. */
export const refreshRecapRecords = async (
  { store }: Pick<Ports, 'store'>,
  records: RecapRecords,
  touched: TouchedRecords,
): Promise<RecapRecords | null> => {
  const { imported } = records;
  const { id } = records.event;
  const [event, sessions, images, notes] = await Promise.all([
    touched.event ? store.getEvent(id) : records.event,
    touched.sessions ? store.listSessions(id) : records.sessions,
    touched.images ? store.listImages(id) : records.images,
    Promise.all(touched.places.map((place) => store.listNotes(place))),
  ]);
  if (event === null) return null;
  const kept = records.notes.filter((note) => !touched.places.some((place) => samePlace(note, place)));
  const all = touched.places.length === 0 ? kept : [...kept, ...notes.flat()];
  const shown = await withShown({ store }, images, touched.images ? all : notes.flat());
  return { event, sessions, images: shown, imported, notes: all };
};

/** The recap as the store has it now. `null` when there is no such event. */
export const loadRecap = async (ports: Ports, eventId: Id): Promise<Recap | null> => {
  const records = await loadRecapRecords(ports, eventId);
  return records === null ? null : assembleRecap({ ...records, nowMs: ports.nowMs() });
};
