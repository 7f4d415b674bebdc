/** The panel's keys beyond its fields: find and do, the list of shortcuts, undo and redo. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { chooseEvent } from '../app/choose-event.ts';
import type { Findable } from '../app/find.ts';
import { holdSession, letGoOfSession } from '../app/hold-session.ts';
import type { Situation } from '../app/read-situation.ts';
import type { Session } from '../model/session.ts';
import { useReport, useToast } from '../ui/components/toasts.tsx';
import { hasCommandKey, isComposing } from '../ui/keys.ts';
import { lazily } from '../ui/lazily.tsx';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { isEmptyListItem } from '../ui/text-edit.ts';
import type { Asked } from './composer.tsx';
import { NewSession } from './new-session.tsx';
import { panelCommands } from './palette-commands.tsx';

const Palette = lazily(async () => (await import('../ui/components/palette.tsx')).Palette);
const EventForm = lazily(async () => (await import('../ui/components/event-form.tsx')).EventForm);
const SessionForm = lazily(async () => (await import('../ui/components/session-form.tsx')).SessionForm);
const PanelKeys = lazily(async () => (await import('./panel-keys.tsx')).PanelKeys);

export type PanelDialog =
  | 'none'
  | 'palette'
  | 'keys'
  | 'new-session'
  | 'edit-session'
  | 'new-event'
  | 'edit-event';

/** What the person left in a field by their last input; a field that we emptied since has nothing of theirs to undo. */
const typedIn = new WeakMap<EventTarget, string>();

/** True for a field with an undo of its own: it shows what was typed into it, or something that is more than a list marker. */
const inText = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return false;
  if (target instanceof HTMLInputElement && /^(radio|checkbox|file)$/.test(target.type)) return false;
  const { value } = target;
  return typedIn.get(target) === value || (value !== '' && !isEmptyListItem(value));
};

const onInput = ({ target }: Event): void => {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)
    typedIn.set(target, target.value);
};

const inField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, dialog') !== null;

export type Act = 'palette' | 'keys' | 'undo' | 'redo';

const actOf = (event: KeyboardEvent): Act | null => {
  const key = event.key.toLowerCase();
  if (hasCommandKey(event) && !event.altKey) {
    if (key === 'k') return 'palette';
    // A field with text has an undo of its own.
    if (key === 'z' && !inText(event.target)) return event.shiftKey ? 'redo' : 'undo';
    if (key === 'y' && !inText(event.target)) return 'redo';
    return null;
  }
  return event.key === '?' && !inField(event.target) ? 'keys' : null;
};

/** Puts the cursor's place on a note of the list that is shown, once it is there. */
const focusNote = (id: string, triesLeft = 40): void => {
  const card = document.querySelector<HTMLElement>(`[data-note="${id}"]`);
  if (card !== null) {
    card.scrollIntoView({ block: 'center' });
    card.focus();
  } else if (triesLeft > 0) setTimeout(() => focusNote(id, triesLeft - 1), 50);
};

export const PanelCommands = ({
  situation,
  open,
  setOpen,
  onReveal,
  onBegin,
  onAsk,
  focusComposer,
}: {
  readonly situation: Situation;
  readonly open: PanelDialog;
  readonly setOpen: (open: PanelDialog) => void;
  /** A note was found and must be in the document. */
  readonly onReveal: (noteId: string) => void;
  /** A session is being begun. */
  readonly onBegin: (session: Promise<Session>) => void;
  /** Something is to be written, or added, in the composer. */
  readonly onAsk: (what: Asked) => void;
  /** The person wants to write. */
  readonly focusComposer: () => void;
}) => {
  const close = (): void => setOpen('none');
  const ports = usePorts();
  const report = useReport();
  const show = useToast();
  const latest = useRef<(act: Act) => void>(() => undefined);
  const act = (what: Act): void => {
    if (what === 'palette' || what === 'keys') {
      setOpen(what);
      return;
    }
    const step = what === 'undo' ? ports.store.undo() : ports.store.redo();
    step.then(() => show({ tone: 'info', text: t(what === 'undo' ? 'undone' : 'redone') }), report);
  };
  latest.current = act;
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isComposing(event) || event.defaultPrevented) return;
      const what = actOf(event);
      if (what === null) return;
      event.preventDefault();
      latest.current(what);
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('input', onInput, true);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('input', onInput, true);
    };
  }, []);
  const begun = useRef(false);
  const begin = (session: Promise<Session>): void => {
    begun.current = true;
    onBegin(session);
    close();
    session.catch((error) => {
      report(error);
      setOpen('new-session');
    });
  };
  // With the rendering that takes the dialog away, before the next key.
  useLayoutEffect(() => {
    if (open !== 'none' || !begun.current) return;
    begun.current = false;
    focusComposer();
  }, [open, focusComposer]);
  const goTo = async (item: Findable): Promise<void> => {
    if (item.event === null) {
      ports.openRecap();
      return;
    }
    if (item.event.id !== situation.event?.id) await chooseEvent(ports, item.event.id);
    if (item.type === 'event') return;
    const sessionId = item.session?.id ?? null;
    // What is shown already needs no choice by hand.
    if (item.event.id !== situation.event?.id || sessionId !== situation.place.sessionId) {
      await holdSession(ports, item.event.id, sessionId);
    }
    if (item.type !== 'note') return;
    onReveal(item.note.id);
    focusNote(item.note.id);
  };
  return (
    <>
      {open === 'palette' && (
        <Palette
          commands={panelCommands(situation, {
            open: setOpen,
            ask: onAsk,
            act,
            followClock: () => void letGoOfSession(ports).catch(report),
            openRecap: ports.openRecap,
          })}
          onOpen={(item) => void goTo(item).catch(report)}
          onClose={close}
        />
      )}
      {open === 'keys' && <PanelKeys onClose={close} />}
      {open === 'new-session' && situation.event !== null && (
        <NewSession event={situation.event} onClose={close} onBegin={begin} />
      )}
      {open === 'edit-session' && situation.event !== null && situation.session !== null && (
        <SessionForm event={situation.event} session={situation.session} onClose={close} />
      )}
      {open === 'edit-event' && <EventForm event={situation.event} onClose={close} />}
      {open === 'new-event' && <EventForm event={null} onClose={close} />}
    </>
  );
};
