/** The panel's one screen: the session on top, its notes, the composer at the foot. */
import { useCallback, useRef, useState } from 'preact/hooks';
import type { Situation } from '../app/read-situation.ts';
import type { Place } from '../model/note.ts';
import { FirstEvent } from '../ui/components/first-event.tsx';
import { SampleButton } from '../ui/components/sample-event.tsx';
import { t } from '../ui/strings.ts';
import { useLive } from '../ui/use-live.ts';
import { hadEvent, useSituation } from '../ui/use-situation.ts';
import { type Asked, Composer } from './composer.tsx';
import { NotesList } from './notes-list.tsx';
import { PanelCommands, type PanelDialog } from './panel-commands.tsx';
import { SessionHead } from './session-head.tsx';
import { useBegun } from './use-begun.ts';
import { useImageDrop } from './use-image-drop.ts';
import { usePlaceSoon } from './use-place-soon.ts';

const samePlace = (left: Place, right: Place): boolean =>
  left.eventId === right.eventId && left.sessionId === right.sessionId;

/** Where a line was being typed when the panel was closed: it stays there until it is kept. */
const situationOfDraft = (live: Situation, place: Place | undefined): Situation | undefined => {
  if (place === undefined || place.eventId !== live.event?.id) return undefined;
  return { ...live, session: live.sessions.find(({ id }) => id === place.sessionId) ?? null, place };
};

/**
 * The situation that is shown: the clock does not take the session away from under a line that is being typed; a
 * choice made by hand always wins, and so does a session that was begun by hand.
 */
const useShownSituation = (
  live: Situation | undefined,
  typing: boolean,
  draftPlace: Place | undefined,
  begunId: string | null,
): Situation | undefined => {
  const shown = useRef<Situation | undefined>(undefined);
  if (live === undefined) return shown.current;
  const before = shown.current ?? situationOfDraft(live, draftPlace);
  const byClock =
    before !== undefined &&
    before.event?.id === live.event?.id &&
    !before.held &&
    !live.held &&
    (begunId === null || live.session?.id !== begunId) &&
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

export const Panel = ({
  shortcuts,
  takeTyped,
}: {
  readonly shortcuts: Promise<ReadonlyMap<string, string>>;
  /** Hands over, once, what the person typed before this code ran. */
  readonly takeTyped: () => string;
}) => {
  const live = useSituation();
  const begun = useBegun(live);
  const [expected] = useState(hadEvent);
  const [typing, setTyping] = useState<boolean | null>(null);
  const draft = useLive(
    'composer',
    (store) => store.getDraft('composer'),
    () => false,
  );
  const shown = useShownSituation(
    draft === undefined ? undefined : live,
    typing ?? draft?.place !== undefined,
    draft?.place,
    begun.id,
  );
  const situation = draft === undefined ? undefined : shown;
  const composer = useRef<HTMLTextAreaElement>(null);
  const [open, setOpen] = useState<PanelDialog>('none');
  const [reveal, setReveal] = useState<string | null>(null);
  const [asked, setAsked] = useState<{ readonly what: Asked } | null>(null);
  const ask = (what: Asked): void => setAsked({ what });
  const focusComposer = useCallback(() => {
    // Reading the size brings the styles up to date: the field may count as inert, behind a dialog that closed just now.
    composer.current?.getBoundingClientRect();
    composer.current?.focus();
  }, []);
  const placeSoon = usePlaceSoon(situation?.place);
  const place = begun.place ?? placeSoon;
  const drop = useImageDrop(place);
  if (situation?.event === null) {
    return (
      <main class="panel panel-first">
        <h1>{t('welcomeTitle')}</h1>
        <FirstEvent />
        <div class="first-other">
          <SampleButton />
        </div>
      </main>
    );
  }
  const began =
    live !== undefined && situation !== undefined && !samePlace(live.place, situation.place)
      ? live.session
      : null;
  // The same elements as in the document itself, so that the field goes on being the one that is typed in.
  return (
    <main
      class={`panel ${drop.over ? 'is-drop-target' : ''} ${situation === undefined && !expected ? 'is-unknown' : ''}`}
      aria-busy={situation === undefined}
      {...drop.handlers}
    >
      {situation === undefined ? (
        <header class="head" />
      ) : (
        <SessionHead
          situation={situation}
          event={situation.event}
          began={began}
          onOpen={setOpen}
          onBullets={() => ask('list')}
        />
      )}
      {situation === undefined ? (
        <section class="notes" aria-busy="true" />
      ) : (
        <NotesList situation={situation} composer={composer} shortcuts={shortcuts} reveal={reveal} />
      )}
      <Composer
        situation={situation}
        place={place}
        takeTyped={takeTyped}
        areaRef={composer}
        asked={asked}
        onTyping={setTyping}
      />
      {situation !== undefined && (
        <PanelCommands
          situation={situation}
          open={open}
          setOpen={setOpen}
          onReveal={setReveal}
          onBegin={(session) => begun.begin(session, situation.place)}
          onAsk={ask}
          focusComposer={focusComposer}
        />
      )}
    </main>
  );
};
