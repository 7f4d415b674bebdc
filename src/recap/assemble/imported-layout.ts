/** Where each record of an imported event goes: what stayed keeps its place, what came or moved stands behind its neighbour. */
import type { Id } from '../../model/ids.ts';
import type { ImportedPost } from '../../model/imported-post.ts';
import type { Note } from '../../model/note.ts';
import type { Session } from '../../model/session.ts';
import type { SelectedRecords } from './select-records.ts';

/** A record that is written anew at a place: a note, or a session with its notes. */
export type Insertion =
  | { readonly kind: 'note'; readonly note: Note; readonly piece: number | null }
  | { readonly kind: 'session'; readonly session: Session };

export interface PostLayout {
  /** Pieces that are written where they stand. */
  readonly stays: ReadonlySet<number>;
  /** Behind which piece something is added, in order; -1 for before all of them. */
  readonly insertions: ReadonlyMap<number, readonly Insertion[]>;
}

/** Indexes into `values` of a longest ascending run, so that as little as possible moves. */
const longestAscending = (values: readonly number[]): ReadonlySet<number> => {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, value] of values.entries()) {
    let low = 0;
    for (let high = tails.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = index;
  }
  const kept = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(at);
  return kept;
};

const isReference = (note: Note): boolean => note.sessionId === null && note.kind === 'link';

export const layOut = ({ pieces }: ImportedPost, records: SelectedRecords): PostLayout => {
  const stays = new Set<number>(pieces.flatMap((piece, index) => (piece.kind === 'section' ? index : [])));
  const insertions = new Map<number, Insertion[]>();
  const insert = (behind: number, insertion: Insertion): void => {
    const anchor = behindTable(pieces, behind);
    const there = insertions.get(anchor) ?? [];
    there.push(insertion);
    insertions.set(anchor, there);
  };
  const pieceOf = new Map<Id, number>();
  const extents = new Map<Id | null, { first: number; last: number; head: number }>();
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'note' || piece.kind === 'reference') pieceOf.set(piece.noteId, index);
    if (piece.kind === 'section') continue;
    const extent = extents.get(piece.sessionId) ?? { first: index, last: index, head: index };
    if (piece.kind === 'speakers') extent.head = index;
    extents.set(piece.sessionId, { ...extent, last: index });
  }

  /** Notes of one place, in their order. */
  const placeNotes = (notes: readonly Note[], sessionId: Id | null, head: number): void => {
    const known = notes.flatMap((note) => {
      const at = pieceOf.get(note.id);
      const piece = at === undefined ? undefined : pieces[at];
      return at !== undefined && piece !== undefined && 'noteId' in piece && piece.sessionId === sessionId
        ? { note, at }
        : [];
    });
    const still = longestAscending(known.map(({ at }) => at));
    const places = new Map(
      known.flatMap(({ note, at }, index) => (still.has(index) ? [[note.id, at] as const] : [])),
    );
    let anchor = head;
    for (const note of notes) {
      const at = places.get(note.id);
      if (at === undefined) insert(anchor, { kind: 'note', note, piece: pieceOf.get(note.id) ?? null });
      else {
        stays.add(at);
        anchor = at;
      }
    }
  };

  const own = records.notes.get(null) ?? [];
  const references = own.filter(isReference);
  const firstSection = pieces.findIndex(({ kind }) => kind !== 'section');
  const lastReference = pieces.findLastIndex(({ kind }) => kind === 'reference');
  placeNotes(
    own.filter((note) => !isReference(note)),
    null,
    firstSection < 0 ? pieces.length - 1 : firstSection - 1,
  );
  placeNotes(references, null, lastReference >= 0 ? lastReference : pieces.length - 1);

  const sessions = records.sessions.flatMap((session) => {
    const extent = extents.get(session.id);
    return extent === undefined ? [] : { session, ...extent };
  });
  const still = longestAscending(sessions.map(({ first }) => first));
  const standing = new Map(
    sessions.flatMap((each, index) => (still.has(index) ? [[each.session.id, each] as const] : [])),
  );
  const firstStanding = Math.min(...[...standing.values()].map(({ first }) => first));
  let anchor = Number.isFinite(firstStanding) ? firstStanding - 1 : endOfOverview(pieces);
  for (const session of records.sessions) {
    const extent = standing.get(session.id);
    if (extent === undefined) {
      insert(anchor, { kind: 'session', session });
      continue;
    }
    for (let at = extent.first; at <= extent.head; at += 1) stays.add(at);
    placeNotes(records.notes.get(session.id) ?? [], session.id, extent.head);
    anchor = extent.last;
  }
  return { stays, insertions: sortInsertions(insertions) };
};

/** Nothing is added between the rows of a table: a section without words ends it. */
const behindTable = (pieces: ImportedPost['pieces'], anchor: number): number => {
  let at = anchor;
  for (let piece = pieces[at]; piece?.kind === 'session' && piece.level === null; piece = pieces[at]) at += 1;
  const end = pieces[at];
  return at > anchor && end?.kind === 'section' && end.start === end.end ? at : anchor;
};

/** Before the references, if there are any. */
const endOfOverview = (pieces: ImportedPost['pieces']): number => {
  const first = pieces.findIndex(({ kind }) => kind === 'reference');
  if (first < 0) return pieces.length - 1;
  return pieces[first - 1]?.kind === 'section' ? first - 2 : first - 1;
};

/** Notes come before the sessions that stand behind them. */
const sortInsertions = (insertions: ReadonlyMap<number, readonly Insertion[]>): PostLayout['insertions'] =>
  new Map(
    [...insertions].map(([anchor, there]) => [
      anchor,
      [...there.filter(({ kind }) => kind === 'note'), ...there.filter(({ kind }) => kind === 'session')],
    ]),
  );
