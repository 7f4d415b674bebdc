/** The store's interface: what the rest of Lanyard may ask of it. */
import type { Draft } from '../model/draft.ts';
import type { ConferenceEvent } from '../model/event.ts';
import type { Id } from '../model/ids.ts';
import type { Image } from '../model/image.ts';
import type { ImportedPost } from '../model/imported-post.ts';
import type { LinkNote, Note, Place } from '../model/note.ts';
import type { Session } from '../model/session.ts';
import type { Instant } from '../model/time.ts';
import type { ChangeListener } from './changes.ts';
import type { RecordType, RecordTypes, StepLabel } from './journal.ts';
import type { Settings } from './settings.ts';

/**
 * One record to write. `base` is the revision that the change started from; `null` makes a new record. The store
 * sets `revision` itself.
 */
export type Put = {
  [Type in RecordType]: {
    readonly type: Type;
    readonly base: number | null;
    readonly record: RecordTypes[Type];
  };
}[RecordType];

/** Everything that one step writes, in one transaction: all of it or nothing. */
export interface Step {
  readonly label: StepLabel;
  readonly puts: readonly Put[];
  /** Bytes of new images by their hash. */
  readonly blobs?: readonly { readonly hash: string; readonly blob: Blob }[];
  /** Drafts that the step turns into records. */
  readonly draftsDone?: readonly string[];
  /** When the person asked for it: what was typed later stays a draft. The time of the write when left out. */
  readonly askedAt?: Instant;
  readonly settings?: Partial<Settings>;
  /**
   * New notes stand behind all that their place has when the step is written: whoever wrote there meanwhile, no two get
   * one order key.
   */
  readonly appends?: boolean;
  /** False for what must not be undone in one go (an import). */
  readonly undoable?: boolean;
}

/** What undo or redo did. */
interface UndoResult {
  readonly label: StepLabel;
}

interface NotePage {
  readonly notes: readonly Note[];
  /** Where the next page begins; `null` when this is the last. */
  readonly nextId: Id | null;
}

export interface Store {
  /** Living events, the newest first. */
  listEvents(): Promise<ConferenceEvent[]>;
  getEvent(id: Id): Promise<ConferenceEvent | null>;
  /** Living sessions of an event in their order. */
  listSessions(eventId: Id): Promise<Session[]>;
  getSession(id: Id): Promise<Session | null>;
  /** Living notes of a place in their order. */
  listNotes(place: Place): Promise<Note[]>;
  /** Living notes of all places of an event, place by place, in their order. */
  listEventNotes(eventId: Id): Promise<Note[]>;
  /** Living notes of all events and the inbox, the newest first. */
  listAllNotes(): Promise<Note[]>;
  /**
   * Living notes of all events and the inbox in the order in which they were made, some at a time: a call that read all of
   * a large store would hold up the page.
   *
   * @param afterId where the page before ended; `null` for the first
   */
  listNotePage(afterId: Id | null, limit: number): Promise<NotePage>;
  getNotes(ids: readonly Id[]): Promise<(Note | null)[]>;
  /** The order key of the last living note of a place. */
  lastNoteOrder(place: Place): Promise<string | null>;
  /** The last living captures of all places, the newest first. */
  listRecentNotes(limit: number): Promise<Note[]>;
  /** How many living notes each session of an event has; key null is the overview. */
  countNotes(eventId: Id | null): Promise<Map<Id | null, number>>;
  /** The living link clip of this address in a place. */
  findLink(place: Place, address: string): Promise<LinkNote | null>;
  getImage(id: Id): Promise<Image | null>;
  listImages(eventId: Id): Promise<Image[]>;
  /** The post that an event was imported from. */
  getPost(eventId: Id): Promise<ImportedPost | null>;
  getBlob(hash: string): Promise<Blob | null>;
  getSettings(): Promise<Settings>;
  /** What `getDraft` will most likely say, at once and also before the store is open. */
  peekDraft(target: string): Draft | null;
  /** @param mirrored what `peekDraft` said earlier; asked anew when left out */
  getDraft(target: string, mirrored?: Draft | null): Promise<Draft | null>;
  listDrafts(): Promise<Draft[]>;
  /** Sent to disk at once and not waited for: it survives the closing of the page (relaxed, committed by hand). */
  putDraft(draft: Draft): void;
  deleteDraft(target: string): void;
  /**
   * Writes a step in one strict transaction and resolves when it is on disk.
   *
   * @throws RevisionConflict when a record has another revision than the step started from
   * @throws StoreFailure when the disk or the quota does not take it
   */
  write(step: Step): Promise<void>;
  /**
   * Takes back the step of this number, else the last one not yet undone.
   *
   * @throws UndoNotPossible when it is undone already, or a record of it was changed since
   */
  undo(step?: number): Promise<UndoResult>;
  /** Does the last undone step again. @throws UndoNotPossible */
  redo(): Promise<UndoResult>;
  subscribe(listener: ChangeListener): () => void;
  close(): void;
}
