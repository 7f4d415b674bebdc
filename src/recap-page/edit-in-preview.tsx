/** Notes edited where they are read: a click or Enter on a passage of the preview opens its editor. */
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Id } from '../model/ids.ts';
import type { Note } from '../model/note.ts';
import { NoteEditor } from '../surface/note-editor.tsx';
import { isComposing } from '../ui/keys.ts';
import { noteSummary } from '../ui/labels.ts';
import { t } from '../ui/strings.ts';
import { InPlace } from './in-place.tsx';
import { NOTE_ATTRIBUTE } from './mark-notes.ts';

const passageOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(`[${NOTE_ATTRIBUTE}]`) : null;

/** A click that was meant for something inside the passage, or that ended a selection of its text. */
const isOwnClick = (event: MouseEvent): boolean =>
  (event.target instanceof Element && event.target.closest('a, button, input') !== null) ||
  String(getSelection() ?? '') !== '';

const MOST_TRIES = 40;

/** The passage is drawn anew after an edit: the focus comes back to it once it is there. */
const focusPassage = (box: HTMLElement | null, id: Id, tries = 0): void => {
  const passage = box?.querySelector<HTMLElement>(`[${NOTE_ATTRIBUTE}="${id}"]`);
  if (tries >= MOST_TRIES || document.querySelector('dialog[open]') !== null) return;
  if (passage && (document.activeElement === document.body || tries === 0)) passage.focus();
  setTimeout(() => focusPassage(box, id, tries + 1), 50);
};

export const EditInPreview = ({
  notes,
  wanted,
  children,
}: {
  readonly notes: readonly Note[];
  /** A note that was looked for; `time` tells one wish from the next. */
  readonly wanted: { readonly noteId?: Id; readonly time: number } | null;
  readonly children: ComponentChildren;
}) => {
  const [edited, setEdited] = useState<Note | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const edit = (id: string | undefined): void => setEdited(notes.find((note) => note.id === id) ?? null);
  const latest = useRef(edit);
  latest.current = edit;
  useEffect(() => {
    if (wanted?.noteId !== undefined) latest.current(wanted.noteId);
  }, [wanted]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const passage = passageOf(event.target);
    if (passage === null || event.target !== passage || isComposing(event)) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      edit(passage.getAttribute(NOTE_ATTRIBUTE) ?? undefined);
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const passages = [...(box.current?.querySelectorAll<HTMLElement>(`[${NOTE_ATTRIBUTE}]`) ?? [])];
    const next = passages[passages.indexOf(passage) + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  const editedId = edited?.id;
  const passagesOfEdited = useCallback(
    () => [...(box.current?.querySelectorAll(`[${NOTE_ATTRIBUTE}="${editedId}"]`) ?? [])],
    [editedId],
  );
  const close = (): void => {
    const id = edited?.id;
    setEdited(null);
    if (id !== undefined) setTimeout(() => focusPassage(box.current, id));
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; each passage has the key */}
      <div
        ref={box}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          if (!isOwnClick(event)) edit(passageOf(event.target)?.getAttribute(NOTE_ATTRIBUTE) ?? undefined);
        }}
      >
        {children}
      </div>
      {edited !== null && (
        <InPlace
          title={t('editNote', noteSummary(edited).slice(0, 60))}
          passages={passagesOfEdited}
          onClose={close}
        >
          <NoteEditor note={edited} onDone={close} />
        </InPlace>
      )}
    </>
  );
};
