/** The panel's one screen: the session on top, its notes, the composer at the foot. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Situation } from '../app/read-situation.ts';
import type { Place } from '../model/note.ts';
import { FirstEvent } from '../ui/components/first-event.tsx';
import { useReport, useToast } from '../ui/components/toasts.tsx';
import { hasCommandKey, isComposing } from '../ui/keys.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { useSituation } from '../ui/use-situation.ts';
import { Composer } from './composer.tsx';
import { NotesList } from './notes-list.tsx';
import { SessionHead } from './session-head.tsx';
import { useImageDrop } from './use-image-drop.ts';

const samePlace = (left: Place, right: Place): boolean =>
  left.eventId === right.eventId && left.sessionId === right.sessionId;

/**
 * The situation that is shown: the clock does not take the session away from under a line that is being typed; a
 * choice made by hand always wins.
 */
const useShownSituation = (live: Situation | undefined, typing: boolean): Situation | undefined => {
  const shown = useRef<Situation | undefined>(undefined);
  if (live === undefined) return shown.current;
  const before = shown.current;
  const byClock =
    before !== undefined &&
    before.event?.id === live.event?.id &&
    !before.held &&
    !live.held &&
    !samePlace(before.place, live.place);
  if (before !== undefined && typing && byClock) {
    const session = live.sessions.find(({ id }) => id === before.session?.id) ?? null;
    if (session !== null || before.session === null) {
      shown.current = { ...live, session, place: before.place };
      return shown.current;
    }
  }
  shown.current = live;
  return live;
};

/** Undo and redo from anywhere but a field with text of its own. */
const useUndoKeys = (): void => {
  const { store } = usePorts();
  const report = useReport();
  const show = useToast();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isComposing(event) || !hasCommandKey(event) || event.altKey || event.key.toLowerCase() !== 'z')
        return;
      const { target } = event;
      if (
        (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) &&
        target.value !== ''
      )
        return;
      event.preventDefault();
      const step = event.shiftKey ? store.redo() : store.undo();
      step.then(() => show({ tone: 'info', text: t(event.shiftKey ? 'redone' : 'undone') }), report);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store, report, show]);
};

export const Panel = ({ shortcuts }: { readonly shortcuts: Promise<ReadonlyMap<string, string>> }) => {
  const live = useSituation();
  const [typing, setTyping] = useState(false);
  const situation = useShownSituation(live, typing);
  const composer = useRef<HTMLTextAreaElement>(null);
  const drop = useImageDrop(situation?.place);
  useUndoKeys();
  if (situation === undefined) return <main class="panel" aria-busy="true" />;
  if (situation.event === null) {
    return (
      <main class="panel panel-first">
        <h1>{t('welcomeTitle')}</h1>
        <FirstEvent />
      </main>
    );
  }
  const began = live !== undefined && !samePlace(live.place, situation.place) ? live.session : null;
  return (
    <main class={`panel ${drop.over ? 'is-drop-target' : ''}`} {...drop.handlers}>
      <SessionHead
        situation={situation}
        event={situation.event}
        began={began}
        onBegin={() => composer.current?.focus()}
      />
      <NotesList situation={situation} composer={composer} shortcuts={shortcuts} />
      <Composer situation={situation} areaRef={composer} onTyping={setTyping} />
    </main>
  );
};
