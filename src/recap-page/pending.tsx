/** What was promised and is still to come: slides and recordings of the event's sessions, in one list. */
import { useRef, useState } from 'preact/hooks';
import { editSession } from '../app/edit-session.ts';
import { PENDING_KINDS, type PendingKind, pendingOf } from '../app/fill-pending.ts';
import type { Session } from '../model/session.ts';
import { Button } from '../ui/components/button.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { sessionLinkLabel, sessionName } from '../ui/labels.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { typedAddress } from '../ui/typed-address.ts';
import { useDone } from '../ui/use-done.ts';

const PendingRow = ({ session, kind }: { readonly session: Session; readonly kind: PendingKind }) => {
  const ports = usePorts();
  const report = useReport();
  const done = useDone();
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const label = `${sessionLinkLabel(kind)}: ${sessionName(session)}`;
  const { page } = session.links;
  // Enter saves, and takes the row away: what was saved is not saved again when its field loses the focus.
  const saved = useRef('');
  const fill = (): void => {
    if (text.trim() === '' || text === saved.current) return;
    const url = typedAddress(text);
    setWrong(url === null);
    if (url === null) return;
    saved.current = text;
    editSession(ports, session.id, { links: { ...session.links, [kind]: { url } } }).then(
      () => done(t('pendingFilled', sessionName(session))),
      (error: unknown) => {
        saved.current = '';
        report(error);
      },
    );
  };
  return (
    <li class="pending-row">
      <span class="pending-name" dir="auto">
        <b>{sessionLinkLabel(kind)}</b> {sessionName(session)}
      </span>
      {page !== null && page !== 'pending' && (
        <Button look="quiet" onClick={() => ports.openAddress(page.url)}>
          {t('pendingOpen')}
        </Button>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          fill();
        }}
      >
        <input
          class="input"
          dir="auto"
          inputMode="url"
          aria-label={label}
          aria-invalid={isWrong}
          placeholder={t('pendingAddress')}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onBlur={fill}
        />
      </form>
    </li>
  );
};

/** Nothing where nothing is pending. */
export const Pending = ({ sessions }: { readonly sessions: readonly Session[] }) => {
  const rows = PENDING_KINDS.flatMap((kind) =>
    sessions.filter((session) => pendingOf(session).includes(kind)).map((session) => ({ session, kind })),
  );
  if (rows.length === 0) return null;
  return (
    <section class="card" aria-labelledby="pending-title">
      <h2 id="pending-title" class="card-title">
        {t('pendingTitle')}
        <span class="card-count">{rows.length}</span>
      </h2>
      <p class="pending-hint">{t('pendingHint')}</p>
      <ul class="pending">
        {rows.map(({ session, kind }) => (
          <PendingRow key={`${kind} ${session.id}`} session={session} kind={kind} />
        ))}
      </ul>
    </section>
  );
};
