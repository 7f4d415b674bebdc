/** Captures that have no event yet, each with a way into this one. */
import { moveAllNotes } from '../app/move-all-notes.ts';
import { moveNote } from '../app/move-note.ts';
import type { ConferenceEvent } from '../model/event.ts';
import { INBOX, type Note } from '../model/note.ts';
import type { Session } from '../model/session.ts';
import { Button } from '../ui/components/button.tsx';
import { InboxIcon, MoveRightIcon } from '../ui/components/icons.tsx';
import { Menu } from '../ui/components/menu.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { noteSummary, sessionName } from '../ui/labels.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t, tCount } from '../ui/strings.ts';
import { useDone } from '../ui/use-done.ts';
import { useLive } from '../ui/use-live.ts';

const SHOWN = 50;

export const Inbox = ({
  event,
  sessions,
}: {
  readonly event: ConferenceEvent;
  readonly sessions: readonly Session[];
}) => {
  const ports = usePorts();
  const report = useReport();
  const done = useDone();
  const notes = useLive(
    'inbox',
    (store) => store.listNotes(INBOX),
    ({ records }) => records.some(({ places }) => places.some(({ eventId }) => eventId === null)),
  );
  if (notes === undefined || notes.length === 0) return null;
  const move = (note: Note, session: Session | null): void => {
    moveNote(ports, note.id, { eventId: event.id, sessionId: session?.id ?? null }, null).then(
      () => done(t('noteMovedTo', session === null ? event.name : sessionName(session))),
      report,
    );
  };
  const moveAll = (): void => {
    const place = { eventId: event.id, sessionId: null };
    moveAllNotes(ports, INBOX, place).then(() => done(t('noteMovedTo', event.name)), report);
  };
  return (
    <section class="inbox" aria-labelledby="inbox-title">
      <div class="side-head">
        <h2 id="inbox-title">
          <InboxIcon /> {t('inbox')}
        </h2>
        <span class="side-count">{tCount('noteCountOne', 'noteCount', notes.length)}</span>
      </div>
      <ul>
        {notes.slice(0, SHOWN).map((note) => (
          <li key={note.id} class="inbox-note">
            <span dir="auto">{noteSummary(note)}</span>
            <Menu
              label={t('inboxMove', noteSummary(note).slice(0, 60))}
              entries={[
                { key: 'overview', label: t('overview'), run: () => move(note, null) },
                ...sessions.map((session) => ({
                  key: session.id,
                  label: sessionName(session),
                  run: () => move(note, session),
                })),
              ]}
            >
              <MoveRightIcon />
            </Menu>
          </li>
        ))}
      </ul>
      {notes.length > SHOWN && <p class="side-hint">{t('andMoreFiles', String(notes.length - SHOWN))}</p>}
      <Button look="quiet" onClick={moveAll}>
        {t('inboxMoveAll')}
      </Button>
    </section>
  );
};
