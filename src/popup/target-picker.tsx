/** Where captures go: the running session, or one chosen by hand. */
import { holdSession, letGoOfSession } from '../app/hold-session.ts';
import type { Situation } from '../app/read-situation.ts';
import { IconButton } from '../ui/components/button.tsx';
import { PinOffIcon } from '../ui/components/icons-popup.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { sessionName } from '../ui/labels.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';

const OVERVIEW = 'overview';

export const TargetPicker = ({ situation }: { readonly situation: Situation }) => {
  const ports = usePorts();
  const report = useReport();
  const { event, session, sessions, clock, held } = situation;
  if (event === null) return null;
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
        {sessions.map((other) => (
          <option key={other.id} value={other.id}>
            {sessionName(other)}
          </option>
        ))}
      </select>
      {held && (
        <IconButton label={t('letGoOfSession')} onClick={() => letGoOfSession(ports).catch(report)}>
          <PinOffIcon />
        </IconButton>
      )}
    </div>
  );
};
