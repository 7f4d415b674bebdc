/** Where captures go: the running session, or one chosen by hand. */
import { useEffect, useState } from 'preact/hooks';
import { holdSession, letGoOfSession } from '../app/hold-session.ts';
import type { Situation } from '../app/read-situation.ts';
import type { Session } from '../model/session.ts';
import { IconButton } from '../ui/components/button.tsx';
import { PinOffIcon } from '../ui/components/icons-popup.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { sessionName } from '../ui/labels.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';

const OVERVIEW = 'overview';

const Options = ({ sessions }: { readonly sessions: readonly Session[] }) => (
  <>
    {sessions.map((session) => (
      <option key={session.id} value={session.id}>
        {sessionName(session)}
      </option>
    ))}
  </>
);

export const TargetPicker = ({ situation }: { readonly situation: Situation }) => {
  const ports = usePorts();
  const report = useReport();
  const { event, session, sessions, clock, held } = situation;
  const [isIdle, setIdle] = useState(false);
  // A conference has hundreds of sessions: the list is filled in when the popup has nothing else to do.
  useEffect(() => {
    const wish = requestIdleCallback(() => setIdle(true));
    return () => cancelIdleCallback(wish);
  }, []);
  if (event === null) return null;
  const parallel = clock.running.length > 1 ? clock.running : [];
  const listed = isIdle
    ? sessions.filter((other) => !parallel.includes(other))
    : session === null || parallel.includes(session)
      ? []
      : [session];
  const running = !held && session !== null && clock.running.includes(session);
  return (
    <div class="target">
      <span class={`target-dot ${running ? 'is-live' : ''}`} aria-hidden="true" />
      <select
        class="target-select"
        aria-label={t('captureTarget')}
        value={session?.id ?? OVERVIEW}
        onChange={(change) => {
          const { value } = change.currentTarget;
          holdSession(ports, event.id, value === OVERVIEW ? null : value).catch(report);
        }}
      >
        <option value={OVERVIEW}>
          {event.name} · {t('overview')}
        </option>
        {parallel.length > 0 && (
          <optgroup label={t('runningNow')}>
            <Options sessions={parallel} />
          </optgroup>
        )}
        <Options sessions={listed} />
      </select>
      {held && (
        <IconButton label={t('letGoOfSession')} onClick={() => letGoOfSession(ports).catch(report)}>
          <PinOffIcon />
        </IconButton>
      )}
    </div>
  );
};
