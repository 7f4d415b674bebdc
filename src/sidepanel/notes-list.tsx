/** The session's notes in order: the newest first in the document, moved by drag and by keyboard. */
import type { RefObject, VNode } from 'preact';
import { useCallback, useMemo, useRef } from 'preact/hooks';
import type { Situation } from '../app/read-situation.ts';
import type { Note } from '../model/note.ts';
import { t, tCount } from '../ui/strings.ts';
import { useLive } from '../ui/use-live.ts';
import { EmptyNotes } from './empty-notes.tsx';
import { MoveTargets } from './move-targets.tsx';
import { NoteCard } from './note-card.tsx';
import { useNoteDrag } from './use-note-drag.ts';
import { useNoteWindow } from './use-note-window.ts';
import { useNotes } from './use-notes.ts';

const NO_NOTES: readonly Note[] = [];

export const NotesList = ({
  situation,
  composer,
  shortcuts,
  reveal,
}: {
  readonly situation: Situation;
  readonly composer: RefObject<HTMLTextAreaElement | null>;
  readonly shortcuts: Promise<ReadonlyMap<string, string>>;
  /** A note that was looked for. */
  readonly reveal: string | null;
}) => {
  const { place } = situation;
  const key = `${place.eventId}/${place.sessionId}`;
  const notes = useNotes(place);
  // Ids of notes whose edit is under way: at first those with a draft, then what the cards say, also those out of the window.
  const edits = useLive(
    `edits ${key}`,
    async (store) =>
      new Set((await store.listDrafts()).map(({ target }) => target.replace(/^(?:note|answer):/, ''))),
    () => false,
  );
  const {
    box,
    handlers: scrolling,
    start,
    end,
  } = useNoteWindow(
    // Nothing is on screen before both are known.
    notes === undefined || edits === undefined ? '' : key,
    edits === undefined ? NO_NOTES : (notes ?? NO_NOTES),
    reveal,
  );
  const drag = useNoteDrag(situation, notes ?? []);
  const cache = useRef(
    new Map<string, { readonly note: Note; readonly card: VNode; readonly stamp: unknown }>(),
  );
  const focusComposer = useCallback(() => composer.current?.focus(), [composer]);
  const stamp = useMemo(
    () => ({ situation: situation.sessions, edits, place: key }),
    [situation.sessions, edits, key],
  );

  if (notes === undefined || edits === undefined) return <section class="notes" aria-busy="true" />;
  if (notes.length === 0) return <EmptyNotes situation={situation} shortcuts={shortcuts} />;

  const cards = notes.slice(start, end).map((note) => {
    const known = cache.current.get(note.id);
    if (known?.note === note && known.stamp === stamp) return known.card;
    const card = (
      <NoteCard key={note.id} note={note} situation={situation} edits={edits} onLeave={focusComposer} />
    );
    cache.current.set(note.id, { note, card, stamp });
    return card;
  });
  return (
    <section
      class="notes"
      ref={box}
      {...scrolling}
      aria-label={tCount('noteCountOne', 'noteCount', notes.length)}
    >
      {start > 0 && <p class="notes-loading">{t('loadingNotes')}</p>}
      <ol class="notes-list" {...drag.handlers}>
        {cards}
      </ol>
      {drag.dragged !== null && (
        <MoveTargets situation={situation} noteId={drag.dragged} onMoved={drag.end} />
      )}
    </section>
  );
};
