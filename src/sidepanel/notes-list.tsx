/** The session's notes in order: rendered in pieces from the newest up, moved by drag and by keyboard. */
import type { RefObject, VNode } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Situation } from '../app/read-situation.ts';
import type { Note } from '../model/note.ts';
import { t, tCount } from '../ui/strings.ts';
import { useLive } from '../ui/use-live.ts';
import { EmptyNotes } from './empty-notes.tsx';
import { MoveTargets } from './move-targets.tsx';
import { NoteCard } from './note-card.tsx';
import { useNoteDrag } from './use-note-drag.ts';
import { useNotes } from './use-notes.ts';

const FIRST_PIECE = 40;
const PIECE = 40;

/** How many of the newest notes are in the document: a first piece at once, the others when the page is idle. */
const usePieces = (key: string, count: number): number => {
  const [shown, setShown] = useState({ key, count: FIRST_PIECE });
  const current = shown.key === key ? shown.count : FIRST_PIECE;
  useEffect(() => {
    if (current >= count) return undefined;
    const handle = requestIdleCallback(() => setShown({ key, count: current + PIECE }), { timeout: 200 });
    return () => cancelIdleCallback(handle);
  }, [key, current, count]);
  return current;
};

/** Keeps the list at its end when a note is added there and the end was in sight. */
const useStickToEnd = (key: string, lastId: string | undefined) => {
  const box = useRef<HTMLElement>(null);
  const atEnd = useRef(true);
  const onScroll = useCallback(() => {
    const list = box.current;
    if (list !== null) atEnd.current = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  }, []);
  useLayoutEffect(() => {
    const list = box.current;
    if (list !== null && atEnd.current) list.scrollTop = list.scrollHeight;
  }, [key, lastId]);
  useEffect(() => {
    atEnd.current = true;
  }, [key]);
  return { box, onScroll };
};

export const NotesList = ({
  situation,
  composer,
  shortcuts,
}: {
  readonly situation: Situation;
  readonly composer: RefObject<HTMLTextAreaElement | null>;
  readonly shortcuts: Promise<ReadonlyMap<string, string>>;
}) => {
  const { place } = situation;
  const key = `${place.eventId}/${place.sessionId}`;
  const notes = useNotes(place);
  const drafts = useLive(
    `drafts ${key}`,
    async (store) => new Set((await store.listDrafts()).map(({ target }) => target)),
    () => false,
  );
  const shown = usePieces(key, notes?.length ?? 0);
  const { box, onScroll } = useStickToEnd(key, notes?.at(-1)?.id);
  const drag = useNoteDrag(situation, notes ?? []);
  const cache = useRef(
    new Map<string, { readonly note: Note; readonly card: VNode; readonly stamp: unknown }>(),
  );
  const focusComposer = useCallback(() => composer.current?.focus(), [composer]);
  const stamp = useMemo(
    () => ({ situation: situation.sessions, drafts, place: key }),
    [situation.sessions, drafts, key],
  );

  if (notes === undefined || drafts === undefined) return <section class="notes" aria-busy="true" />;
  if (notes.length === 0) return <EmptyNotes situation={situation} shortcuts={shortcuts} />;

  const start = Math.max(0, notes.length - shown);
  const cards = notes.slice(start).map((note) => {
    const known = cache.current.get(note.id);
    if (known?.note === note && known.stamp === stamp) return known.card;
    const card = (
      <NoteCard
        key={note.id}
        note={note}
        situation={situation}
        openDraft={drafts.has(`note:${note.id}`) || drafts.has(`answer:${note.id}`)}
        onLeave={focusComposer}
      />
    );
    cache.current.set(note.id, { note, card, stamp });
    return card;
  });
  return (
    <section
      class="notes"
      ref={box}
      onScroll={onScroll}
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
