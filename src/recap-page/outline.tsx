/** The outline of an event: its overview and its sessions in the recap's order. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { deleteSession } from '../app/delete-session.ts';
import { editSession } from '../app/edit-session.ts';
import type { RecapRecords } from '../app/load-recap.ts';
import { moveSession } from '../app/move-session.ts';
import type { Id } from '../model/ids.ts';
import type { Session } from '../model/session.ts';
import { plainDateIn } from '../model/time.ts';
import { Button, withKeys } from '../ui/components/button.tsx';
import { PlusIcon } from '../ui/components/icons.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { inTurn } from '../ui/in-turn.ts';
import { sessionName } from '../ui/labels.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t, tCount } from '../ui/strings.ts';
import { useDone } from '../ui/use-done.ts';
import { dayHeading } from './event-dates.ts';
import { type Move, outlineGroups, spansDays, stepMove } from './outline-order.ts';
import { OutlineRow, type RowActions } from './outline-row.tsx';
import { useOutlineDrag } from './use-outline-drag.ts';

interface OutlineProps {
  readonly records: RecapRecords;
  /** The place that the preview was led to; `null`: the overview. */
  readonly shown: Id | null | undefined;
  readonly onShow: (sessionId: Id | null) => void;
  readonly onEdit: (session: Session) => void;
  readonly onAdd: () => void;
  /** Opens the panel there. */
  readonly onWrite: (sessionId: Id | null) => void;
}

const OVERVIEW_ROW = 'overview';

const countNotes = ({ notes }: RecapRecords): ReadonlyMap<Id | null, number> => {
  const counts = new Map<Id | null, number>();
  for (const { sessionId } of notes) counts.set(sessionId, (counts.get(sessionId) ?? 0) + 1);
  return counts;
};

export const Outline = ({ records, shown, onShow, onEdit, onAdd, onWrite }: OutlineProps) => {
  const ports = usePorts();
  const report = useReport();
  const done = useDone();
  const list = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string>(OVERVIEW_ROW);
  const [said, setSaid] = useState('');
  const refocus = useRef<string | null>(null);
  const { sessions, event } = records;
  const counts = countNotes(records);
  const groups = outlineGroups(sessions);
  const rowIds = [OVERVIEW_ROW, ...groups.flatMap((group) => group.sessions.map(({ id }) => id))];
  const tabbable = rowIds.includes(focused) ? focused : OVERVIEW_ROW;
  const days = new Map(
    sessions.map(({ id, startsAt }) => [id, startsAt && plainDateIn(startsAt, event.timeZone)]),
  );
  const withDays = spansDays([...days.values()]);

  const rowOf = (id: string): HTMLElement | null =>
    list.current?.querySelector<HTMLElement>(`[data-row="${id}"]`) ?? null;
  // A row that was moved is taken out of the page and put in again: its focus goes with it.
  useLayoutEffect(() => {
    if (refocus.current !== null) rowOf(refocus.current)?.focus();
    refocus.current = null;
  }, [sessions]);
  useEffect(() => setSaid(''), [shown]);

  const moveTo = (id: Id, move: Move): void => {
    refocus.current = id;
    moveSession(ports, id, move.beforeId).catch(report);
  };
  const actions: RowActions = {
    show: (session) => onShow(session.id),
    edit: onEdit,
    write: (session) => onWrite(session.id),
    move: (session, step) => {
      // The store is asked, not the screen: it may be a key behind.
      const move = async (): Promise<void> => {
        const found = stepMove(await ports.store.listSessions(event.id), session.id, step);
        if (found === null) return;
        refocus.current = session.id;
        await moveSession(ports, session.id, found.beforeId);
        setSaid(t(step === -1 ? 'outlineMovedUp' : 'outlineMovedDown', sessionName(session)));
      };
      inTurn(move).catch(report);
    },
    leaveOut: (session, leftOut) => {
      editSession(ports, session.id, { leftOut }).then(
        () => done(t(leftOut ? 'outlineIsLeftOut' : 'outlineIsTakenIn', sessionName(session))),
        report,
      );
    },
    remove: (session) => {
      const index = rowIds.indexOf(session.id);
      const next = rowIds[index + 1] ?? rowIds[index - 1] ?? OVERVIEW_ROW;
      deleteSession(ports, session.id).then(() => {
        rowOf(next)?.focus();
        done(t('sessionDeleted', sessionName(session)));
      }, report);
    },
  };
  const dragOf = useOutlineDrag(sessions, moveTo);

  const onKeyDown = (key: KeyboardEvent): void => {
    if (key.altKey || key.ctrlKey || key.metaKey || !(key.target instanceof HTMLElement)) return;
    const at = rowIds.indexOf(key.target.dataset.row ?? '');
    if (at === -1) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rowIds.length - 1 }[key.key];
    const id = to === undefined ? undefined : rowIds[to];
    if (id === undefined) return;
    key.preventDefault();
    rowOf(id)?.focus();
  };

  return (
    <section class="outline" aria-labelledby="outline-title">
      <div class="side-head">
        <h2 id="outline-title">{t('outline')}</h2>
        <Button look="quiet" title={withKeys(t('newSession'), 'N')} onClick={onAdd}>
          <PlusIcon /> {t('sessionAdd')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move the focus among the buttons inside */}
      <div
        ref={list}
        onKeyDown={onKeyDown}
        onFocusCapture={(focus) => {
          const row = focus.target instanceof HTMLElement ? focus.target.dataset.row : undefined;
          if (row !== undefined) setFocused(row);
        }}
      >
        <ul class="outline-list">
          <li class={shown === null ? 'outline-row is-shown' : 'outline-row'}>
            <button
              type="button"
              class="outline-name"
              data-row={OVERVIEW_ROW}
              tabIndex={tabbable === OVERVIEW_ROW ? 0 : -1}
              aria-current={shown === null ? 'location' : undefined}
              onClick={() => onShow(null)}
            >
              <span class="outline-text">
                <span class="outline-title">{t('overview')}</span>
              </span>
              <span class={counts.has(null) ? 'outline-count' : 'outline-count is-empty'}>
                <span aria-hidden="true">{counts.get(null) ?? 0}</span>
                <span class="visually-hidden">
                  {tCount('noteCountOne', 'noteCount', counts.get(null) ?? 0)}
                </span>
              </span>
            </button>
            <span class="outline-actions">
              <Button look="quiet" onClick={() => onWrite(null)}>
                {t('outlineWriteShort')}
              </Button>
            </span>
          </li>
        </ul>
        {groups.map((group) => (
          <section key={group.key}>
            <h3 class="outline-group">
              {t(group.key === 'office-hours' ? 'kindOfficeHours' : 'outlineSessions')}
            </h3>
            <ol class="outline-list">
              {group.sessions.map((session, index) => {
                const day = days.get(session.id) ?? null;
                const before = group.sessions[index - 1];
                const newDay =
                  withDays && day !== null && (before === undefined || days.get(before.id) !== day);
                return [
                  newDay && (
                    <li key={`${session.id}-day`} class="outline-day">
                      {dayHeading(day)}
                    </li>
                  ),
                  <OutlineRow
                    key={session.id}
                    session={session}
                    timeZone={event.timeZone}
                    noteCount={counts.get(session.id) ?? 0}
                    tabbable={tabbable === session.id}
                    shown={shown === session.id}
                    drag={dragOf(session)}
                    actions={actions}
                  />,
                ];
              })}
            </ol>
          </section>
        ))}
      </div>
      {sessions.length === 0 && <p class="side-hint">{t('outlineEmpty')}</p>}
      <span class="visually-hidden" role="status">
        {said}
      </span>
    </section>
  );
};
