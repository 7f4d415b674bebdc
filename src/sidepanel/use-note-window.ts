/**
 * Which notes of a long session are in the document: a window that slides with the scrolling, so that two thousand notes
 * cost no more than a few hundred. The browser's scroll anchoring keeps the place when notes above it come and go.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Note } from '../model/note.ts';

const FIRST_PIECE = 40;
/** As many as fit into a frame. */
const PIECE = 10;
const MAX_SHOWN = 120;
/** Pixels from either end of the window at which it slides on, and from the list's end at which it counts as there. */
const NEAR = 1200;
const NEAR_END = 80;
/** Scrolling so soon after a wheel, key or finger is a person's; else it is the layout that moves. */
const HAND_MS = 500;

interface Window {
  readonly key: string;
  readonly start: number;
  /** One behind the last note shown; `null`: to the end, whatever is added there. */
  readonly end: number | null;
  readonly revealed: string | null;
}

const atTheEnd = (key: string, count: number, shown: number, revealed: string | null): Window => ({
  key,
  start: Math.max(0, count - shown),
  end: null,
  revealed,
});

/** The window for these notes: as it was, at the end of another place, or around a note that was looked for. */
const windowFor = (before: Window, key: string, notes: readonly Note[], reveal: string | null): Window => {
  const count = notes.length;
  let next = before.key === key ? before : atTheEnd(key, count, FIRST_PIECE, before.revealed);
  if (reveal !== null && reveal !== next.revealed) {
    const index = notes.findIndex(({ id }) => id === reveal);
    const end = index + FIRST_PIECE;
    if (index !== -1 && (index < next.start || index >= (next.end ?? count))) {
      next = {
        key,
        start: Math.max(0, index - FIRST_PIECE),
        end: end >= count ? null : end,
        revealed: reveal,
      };
    } else if (index !== -1) next = { ...next, revealed: reveal };
  }
  if (next.end === null && count - next.start > MAX_SHOWN)
    return atTheEnd(key, count, MAX_SHOWN - PIECE, next.revealed);
  return count > 0 && next.start >= count ? atTheEnd(key, count, FIRST_PIECE, next.revealed) : next;
};

const older = (window: Window, count: number): Window => {
  const start = Math.max(0, window.start - PIECE);
  const end = Math.min(window.end ?? count, start + MAX_SHOWN);
  return { ...window, start, end: end >= count ? null : end };
};

const newer = (window: Window, count: number): Window => {
  if (window.end === null) return window;
  const end = window.end + PIECE;
  return { ...window, start: Math.max(window.start, end - MAX_SHOWN), end: end >= count ? null : end };
};

/**
 * @param key the place; another one begins at its end
 * @param reveal a note that must be in the document
 */
export const useNoteWindow = (key: string, notes: readonly Note[], reveal: string | null) => {
  const box = useRef<HTMLElement>(null);
  const atEnd = useRef(true);
  const lastTop = useRef(0);
  const lastHand = useRef(Number.NEGATIVE_INFINITY);
  const frame = useRef(0);
  const [state, setState] = useState<Window>({ key: '', start: 0, end: null, revealed: null });
  const window = windowFor(state, key, notes, reveal);
  if (state.key !== key) atEnd.current = true;
  else if (window.end !== null || window.revealed !== state.revealed) atEnd.current = false;
  const count = notes.length;
  useLayoutEffect(() => {
    if (window !== state) setState(window);
  }, [window, state]);
  const lastId = notes.at(-1)?.id;
  useLayoutEffect(() => {
    const list = box.current;
    if (list !== null && atEnd.current) list.scrollTop = list.scrollHeight;
  }, [key, lastId]);

  // Notes grow when they are laid out and their images come: who was at the end stays there.
  const content = box.current?.querySelector('ol') ?? null;
  useEffect(() => {
    const list = box.current;
    const observed = list?.querySelector('ol');
    if (list === null || observed == null) return;
    const observer = new ResizeObserver(() => {
      // Who is at work on a note is not taken away from it.
      const busy = list.contains(document.activeElement);
      if (atEnd.current && !busy) list.scrollTop = list.scrollHeight;
    });
    observer.observe(observed);
    return () => observer.disconnect();
  }, [key, content]);

  const slide = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const list = box.current;
      if (list === null) return;
      const { scrollTop, scrollHeight, clientHeight } = list;
      const below = scrollHeight - scrollTop - clientHeight;
      // Notes laid out late and images move the end away from who is there; only a hand, or a leap, leaves it.
      const moved = lastTop.current - scrollTop;
      const stays = atEnd.current && moved < clientHeight && performance.now() - lastHand.current > HAND_MS;
      lastTop.current = scrollTop;
      atEnd.current = window.end === null && (below < NEAR_END || stays);
      if (stays && below > 0) list.scrollTop = scrollHeight;
      if (scrollTop < NEAR && window.start > 0 && !atEnd.current) setState(older(window, count));
      else if (below < NEAR && window.end !== null) setState(newer(window, count));
    });
  }, [window, count]);
  // Piece after piece, a frame each, until there is enough on the side that is scrolled to.
  useEffect(() => {
    if (!atEnd.current) slide();
    return () => cancelAnimationFrame(frame.current);
  }, [slide]);
  const byHand = useCallback((event: Event): void => {
    lastHand.current = event.timeStamp;
  }, []);
  const handlers = {
    onScroll: slide,
    onWheel: byHand,
    onTouchMove: byHand,
    onPointerDown: byHand,
    onKeyDown: byHand,
  };
  return { box, handlers, start: window.start, end: window.end ?? count };
};
