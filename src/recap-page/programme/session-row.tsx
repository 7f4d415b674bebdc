/** One session of the programme in the list: star, time, title with speakers, room with track. */
import type { TimeZone } from '../../model/time.ts';
import type { ProgrammeSession } from '../../schedule/programme.ts';
import { CheckIcon, StarIcon } from '../../ui/components/icons.tsx';
import { t } from '../../ui/strings.ts';
import { clockText, speakersText } from './session-texts.ts';

interface SessionRowProps {
  readonly id: string;
  readonly session: ProgrammeSession;
  readonly timeZone: TimeZone;
  readonly top: string;
  readonly position: number;
  readonly count: number;
  readonly active: boolean;
  readonly starred: boolean;
  readonly taken: boolean;
  readonly overlaps: boolean;
  readonly onActive: (key: string) => void;
  readonly onStar: (session: ProgrammeSession) => void;
}

const classOf = ({ session, active, starred, taken, overlaps }: SessionRowProps): string =>
  [
    'programme-row',
    active ? 'is-active' : '',
    starred ? 'is-starred' : '',
    taken ? 'is-taken' : '',
    overlaps ? 'is-overlapping' : '',
    session.isBreak ? 'is-break' : '',
    session.isCancelled ? 'is-cancelled' : '',
  ]
    .filter(Boolean)
    .join(' ');

const stateOf = ({ session, starred, taken }: SessionRowProps): string => {
  if (session.isCancelled) return t('programmeIsCancelled');
  if (taken) return t('programmeIsTaken');
  return t(starred ? 'programmeUnstar' : 'programmeStar');
};

export const SessionRow = (props: SessionRowProps) => {
  const { id, session, timeZone, top, position, count, starred, taken, onActive, onStar } = props;
  const speakers = speakersText(session.speakers);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys; the option is walked to, never focused
    // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names the active option
    <div
      id={id}
      class={classOf(props)}
      role="option"
      aria-selected={starred}
      aria-setsize={count}
      aria-posinset={position + 1}
      style={{ top }}
      onClick={(event) => {
        onActive(session.key);
        if (event.target instanceof Element && event.target.closest('.programme-star') !== null) {
          onStar(session);
        }
      }}
      onDblClick={() => onStar(session)}
    >
      <span class="programme-star" title={stateOf(props)}>
        {taken ? <CheckIcon /> : <StarIcon />}
        {(taken || session.isCancelled) && <span class="visually-hidden">{stateOf(props)}</span>}
      </span>
      <span class="programme-time">{clockText(session, timeZone)}</span>
      <span class="programme-what">
        <span class="programme-name" dir="auto">
          {session.title}
        </span>
        {speakers !== '' && (
          <span class="programme-who" dir="auto">
            {speakers}
          </span>
        )}
      </span>
      <span class="programme-where">
        <span dir="auto">{session.room}</span>
        {session.track !== '' && (
          <span class="programme-track" dir="auto">
            {session.track}
          </span>
        )}
      </span>
    </div>
  );
};
