/** The programme as a timetable: a day at a time, rooms beside each other, hours downwards. */
import { useMemo, useState } from 'preact/hooks';
import { instantOf, type PlainDate } from '../../model/time.ts';
import type { Programme, ProgrammeSession } from '../../schedule/programme.ts';
import { Choices } from '../../ui/components/field.tsx';
import { timeText } from '../../ui/format.ts';
import { t } from '../../ui/strings.ts';
import type { Marks } from './session-list.tsx';
import { clockText, dayTitle, speakersText } from './session-texts.ts';
import { timetableOf } from './timetable.ts';

/** Height of a minute and width of a room, in rem. */
const MINUTE_REM = 0.1;
const ROOM_REM = 11;
const HOUR_MINUTES = 60;

const classOf = ({ key, isBreak, isCancelled }: ProgrammeSession, marks: Marks, active: boolean): string =>
  [
    'timetable-block',
    active ? 'is-active' : '',
    marks.taken.has(key) ? 'is-taken' : marks.starred.has(key) ? 'is-starred' : '',
    isBreak ? 'is-break' : '',
    isCancelled ? 'is-cancelled' : '',
  ]
    .filter(Boolean)
    .join(' ');

export const TimetableView = ({
  programme,
  sessions,
  marks,
  activeKey,
  onActive,
  onStar,
}: {
  readonly programme: Programme;
  readonly sessions: readonly ProgrammeSession[];
  readonly marks: Marks;
  readonly activeKey: string | null;
  readonly onActive: (key: string) => void;
  readonly onStar: (session: ProgrammeSession) => void;
}) => {
  const days = useMemo(() => [...new Set(sessions.flatMap(({ day }) => day ?? []))].sort(), [sessions]);
  const [wanted, setWanted] = useState<PlainDate | null>(null);
  const day = days.find((each) => each === wanted) ?? days[0] ?? null;
  const table = useMemo(
    () =>
      timetableOf(
        sessions.filter((session) => session.day === day),
        programme.rooms,
      ),
    [sessions, day, programme],
  );
  if (table === null) return <p class="empty">{t('programmeNoDay')}</p>;
  const hours = Array.from({ length: table.minutes / HOUR_MINUTES }, (_, hour) => hour);
  return (
    <div class="timetable">
      {days.length > 1 && (
        <Choices
          label={t('programmeDay')}
          options={days.map((each) => ({ value: each, label: dayTitle(each) }))}
          value={day ?? ''}
          onChoose={setWanted}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <section class="timetable-scroll" aria-label={dayTitle(day)} tabIndex={0}>
        <div class="timetable-rooms" style={{ width: `${4 + table.rooms.length * ROOM_REM}rem` }}>
          {table.rooms.map((room) => (
            <span key={room} dir="auto">
              {room}
            </span>
          ))}
        </div>
        <div
          class="timetable-table"
          style={{
            width: `${4 + table.rooms.length * ROOM_REM}rem`,
            height: `${table.minutes * MINUTE_REM}rem`,
          }}
        >
          {hours.map((hour) => (
            <span key={hour} class="timetable-hour" style={{ top: `${hour * HOUR_MINUTES * MINUTE_REM}rem` }}>
              {timeText(instantOf(table.startMs + hour * HOUR_MINUTES * 60_000), programme.timeZone)}
            </span>
          ))}
          {table.blocks.map(({ session, column, from, minutes, lane, lanes }) => (
            <button
              key={session.key}
              type="button"
              class={classOf(session, marks, session.key === activeKey)}
              style={{
                top: `${from * MINUTE_REM}rem`,
                height: `${minutes * MINUTE_REM}rem`,
                left: `${4 + (column + lane / lanes) * ROOM_REM}rem`,
                width: `${ROOM_REM / lanes}rem`,
              }}
              title={`${clockText(session, programme.timeZone)} ${session.title}`}
              aria-pressed={marks.starred.has(session.key)}
              onClick={() => onActive(session.key)}
              onDblClick={() => onStar(session)}
              onKeyDown={(event) => {
                if (event.key !== 's' && event.key !== ' ') return;
                event.preventDefault();
                onStar(session);
              }}
            >
              <span class="timetable-title" dir="auto">
                {session.title}
              </span>
              <span class="timetable-who" dir="auto">
                {speakersText(session.speakers)}
              </span>
            </button>
          ))}
        </div>
      </section>
    </div>
  );
};
