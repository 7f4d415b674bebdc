/** One note: read, edited in place, moved and deleted, by pointer and by keyboard. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { deleteNotes } from '../app/delete-note.ts';
import { moveNote, stepNote } from '../app/move-note.ts';
import type { Situation } from '../app/read-situation.ts';
import type { Id } from '../model/ids.ts';
import type { Note } from '../model/note.ts';
import { NoteEditor } from '../surface/note-editor.tsx';
import { IconButton, withKeys } from '../ui/components/button.tsx';
import {
  ArrowDownIcon,
  ArrowUpIcon,
  EllipsisIcon,
  GripVerticalIcon,
  MoveRightIcon,
  PencilIcon,
  TrashIcon,
} from '../ui/components/icons.tsx';
import { Menu, type MenuEntry } from '../ui/components/menu.tsx';
import { useReport, useToast } from '../ui/components/toasts.tsx';
import { inTurn } from '../ui/in-turn.ts';
import { isComposing, keyLabel } from '../ui/keys.ts';
import { noteSummary, sessionName } from '../ui/labels.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { useDone } from '../ui/use-done.ts';
import { NoteBody } from './note-body.tsx';

/** A pointer that rests on a card wants its buttons; one that the list is scrolled under does not. */
const REST_MS = 60;

/** The neighbours of a card in the document, for focus and for moves. */
const siblingCard = (card: Element | null, step: 1 | -1): HTMLElement | null => {
  const sibling = step === 1 ? card?.nextElementSibling : card?.previousElementSibling;
  return sibling instanceof HTMLElement ? sibling : null;
};

export const NoteCard = ({
  note,
  situation,
  edits,
  onLeave,
}: {
  readonly note: Note;
  readonly situation: Situation;
  /** Notes whose edit is under way: a card that comes back into the window, or into the panel, goes on with its own. */
  readonly edits: Set<Id>;
  /** The focus goes back to the composer. */
  readonly onLeave: () => void;
}) => {
  const ports = usePorts();
  const report = useReport();
  const show = useToast();
  const done = useDone();
  const [editing, setEditing] = useState(() => edits.has(note.id));
  // The buttons are made when the card is pointed at or focused: they are most of what a long list would cost.
  const [near, setNear] = useState(false);
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);
  const card = useRef<HTMLLIElement>(null);
  const focusAgain = useRef(false);
  useLayoutEffect(() => {
    if (!editing && focusAgain.current) card.current?.focus();
    focusAgain.current = false;
  }, [editing]);

  const edit = (): void => {
    edits.add(note.id);
    setEditing(true);
  };
  const remove = (): void => {
    const next = siblingCard(card.current, 1) ?? siblingCard(card.current, -1);
    deleteNotes(ports, [note.id]).then(() => {
      done(t('noteDeleted'));
      if (next === null) onLeave();
      else next.focus();
    }, report);
  };
  const move = (step: 1 | -1): void => {
    inTurn(() => stepNote(ports, note.id, step)).then(() => {
      show({ tone: 'done', text: t(step === -1 ? 'noteMovedUp' : 'noteMovedDown') });
      requestAnimationFrame(() => card.current?.focus());
    }, report);
  };
  const moveTo = (sessionId: string | null, name: string): void => {
    const next = siblingCard(card.current, 1) ?? siblingCard(card.current, -1);
    moveNote(ports, note.id, { eventId: note.eventId, sessionId }, null).then(() => {
      done(t('noteMovedTo', name));
      if (next === null) onLeave();
      else next.focus();
    }, report);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (editing || isComposing(event) || event.target !== card.current) return;
    const keys: Readonly<Record<string, () => void>> = {
      Enter: edit,
      F2: edit,
      Delete: remove,
      Backspace: remove,
      Escape: onLeave,
      ArrowUp: () => (event.altKey ? move(-1) : siblingCard(card.current, -1)?.focus()),
      ArrowDown: () => {
        if (event.altKey) move(1);
        else (siblingCard(card.current, 1) ?? { focus: onLeave }).focus();
      },
      m: () => card.current?.querySelector<HTMLButtonElement>('.note-move')?.click(),
    };
    const run = keys[event.key];
    if (run === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    run();
  };
  const summary = noteSummary(note).slice(0, 80);
  const more = (): MenuEntry[] => [
    { key: 'up', label: t('moveUp'), icon: <ArrowUpIcon />, aside: keyLabel('Alt+↑'), run: () => move(-1) },
    {
      key: 'down',
      label: t('moveDown'),
      icon: <ArrowDownIcon />,
      aside: keyLabel('Alt+↓'),
      run: () => move(1),
    },
    { key: 'delete', label: t('delete'), icon: <TrashIcon />, aside: t('keyDelete'), run: remove },
  ];
  const targets = (): MenuEntry[] =>
    [null, ...situation.sessions]
      .filter((session) => (session?.id ?? null) !== note.sessionId)
      .map((session) => ({
        key: session?.id ?? 'overview',
        label: sessionName(session),
        run: () => moveTo(session?.id ?? null, sessionName(session)),
      }));
  return (
    <li
      ref={card}
      class={`note note-${note.kind}`}
      data-note={note.id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: notes are walked through by arrow keys
      tabIndex={0}
      aria-label={summary}
      onKeyDown={onKeyDown}
      onPointerEnter={() => {
        rest.current = setTimeout(() => setNear(true), REST_MS);
      }}
      onPointerLeave={() => clearTimeout(rest.current)}
      onFocusCapture={() => setNear(true)}
    >
      {editing ? (
        <NoteEditor
          note={note}
          onDone={(byKey) => {
            focusAgain.current = byKey;
            edits.delete(note.id);
            setEditing(false);
          }}
        />
      ) : (
        <>
          <div class="note-grip" draggable aria-hidden="true">
            <GripVerticalIcon />
          </div>
          <NoteBody note={note} onEdit={edit} />
          {near && (
            <div class="note-actions">
              <IconButton
                label={t('editNote', summary)}
                title={withKeys(t('edit'), keyLabel('Enter'))}
                tabIndex={-1}
                onClick={edit}
              >
                <PencilIcon />
              </IconButton>
              <Menu
                label={t('moveNote', summary)}
                title={withKeys(t('moveToSession'), 'M')}
                class="button button-quiet button-icon note-move"
                entries={targets}
              >
                <MoveRightIcon />
              </Menu>
              <Menu label={t('moreForNote', summary)} title={t('more')} entries={more}>
                <EllipsisIcon />
              </Menu>
            </div>
          )}
        </>
      )}
    </li>
  );
};
