/** The database: its object stores, their indexes, and the rows as they lie on disk. */
import type { DBSchema } from 'idb';
import type { Draft } from '../model/draft.ts';
import type { ConferenceEvent } from '../model/event.ts';
import type { Id } from '../model/ids.ts';
import type { Image } from '../model/image.ts';
import type { ImportedPost } from '../model/imported-post.ts';
import type { Note, Place } from '../model/note.ts';
import type { Session } from '../model/session.ts';
import type { JournalEntry } from './journal.ts';
import type { Settings } from './settings.ts';

export const DATABASE_NAME = 'lanyard';

/** A note as a row: `place` is absent from a deleted one, which keeps it out of every index of living notes. */
export interface NoteRow {
  readonly note: Note;
  readonly id: Id;
  readonly place?: string;
  readonly order: string;
  readonly capturedAt: string;
  /** `addressKey` of a link clip, to find the same address again. */
  readonly addressKey?: string;
}

export interface LanyardSchema extends DBSchema {
  events: { key: Id; value: ConferenceEvent };
  sessions: { key: Id; value: Session; indexes: { byEvent: Id } };
  notes: {
    key: Id;
    value: NoteRow;
    indexes: {
      byPlace: [string, string, string];
      byCapture: [string, string];
      byAddress: [string, string];
    };
  };
  images: { key: Id; value: Image; indexes: { byEvent: Id } };
  /** The bytes of images by their hash. */
  blobs: { key: string; value: Blob };
  drafts: { key: string; value: Draft };
  settings: { key: 'settings'; value: Settings };
  /** The posts that events were imported from. */
  posts: { key: Id; value: ImportedPost; indexes: { byEvent: Id } };
  journal: { key: number; value: JournalEntry };
}

/** The index key of a place: the event and the session in it; empty parts stand for the inbox and the overview. */
export const placeKey = (place: Place): string => `${place.eventId ?? ''}/${place.sessionId ?? ''}`;
