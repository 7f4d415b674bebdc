/** The programme's sessions as one list: only what is in sight is in the page, however many there are. */
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TimeZone } from '../../model/time.ts';
import type { ProgrammeSession } from '../../schedule/programme.ts';
import { isComposing } from '../../ui/keys.ts';
import { t } from '../../ui/strings.ts';
import { dayAt, itemsInSight, listColumn } from './list-items.ts';
import { SessionRow } from './session-row.tsx';
import { dayTitle } from './session-texts.ts';

const DAY_REM = 2;
const SESSION_REM = 3.25;
const PAGE_OF_ROWS = 10;

/** What is known of a session beside the programme. */
export interface Marks {
  readonly starred: ReadonlySet<string>;
  /** Already sessions of the event. */
  readonly taken: ReadonlySet<string>;
  /** Starred, and at one time with another that is. */
  readonly overlapping: ReadonlySet<string>;
}

interface SessionListProps {
  readonly sessions: readonly ProgrammeSession[];
  readonly timeZone: TimeZone;
  readonly marks: Marks;
  readonly activeKey: string | null;
  readonly onActive: (key: string) => void;
  readonly onStar: (session: ProgrammeSession) => void;
  readonly onSearch: () => void;
}

const remPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

export const SessionList = ({
  sessions,
  timeZone,
  marks,
  activeKey,
  onActive,
  onStar,
  onSearch,
}: SessionListProps) => {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 800 });
  const column = useMemo(() => {
    const rem = remPx();
    return listColumn(sessions, { day: DAY_REM * rem, session: SESSION_REM * rem });
  }, [sessions]);
  const look = useCallback(() => {
    const list = box.current;
    if (list !== null) setSight({ top: list.scrollTop, height: list.clientHeight });
  }, []);
  useLayoutEffect(look, [look]);
  useEffect(() => {
    const observer = new ResizeObserver(look);
    if (box.current !== null) observer.observe(box.current);
    return () => observer.disconnect();
  }, [look]);
  // Another question is answered from its top.
  useLayoutEffect(() => {
    if (box.current !== null) box.current.scrollTop = 0;
    look();
  }, [sessions, look]);

  const active = sessions.findIndex(({ key }) => key === activeKey);
  const goTo = (wanted: number): void => {
    const position = Math.max(0, Math.min(sessions.length - 1, wanted));
    const session = sessions[position];
    const list = box.current;
    const item = column.itemOfSession[position];
    if (session === undefined || list === null || item === undefined) return;
    const top = column.tops[item] ?? 0;
    const bottom = column.tops[item + 1] ?? top;
    const sticky = DAY_REM * remPx();
    if (top - sticky < list.scrollTop) list.scrollTop = top - sticky;
    else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
    onActive(session.key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + PAGE_OF_ROWS,
      PageUp: active - PAGE_OF_ROWS,
      Home: 0,
      End: sessions.length - 1,
    }[event.key];
    const current = sessions[active];
    if (to !== undefined) goTo(to);
    else if ((event.key === ' ' || event.key === 's') && current !== undefined) onStar(current);
    else if (event.key === '/') onSearch();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const [from, to] = itemsInSight(column, sight.top, sight.height);
  return (
    <div
      ref={box}
      class="programme-list"
      role="listbox"
      aria-multiselectable="true"
      aria-label={t('programmeList')}
      aria-description={t('programmeListHint')}
      title={t('programmeListHint')}
      aria-activedescendant={active === -1 ? undefined : `${id}-${active}`}
      tabIndex={0}
      onScroll={look}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (active === -1) goTo(0);
      }}
    >
      <div class="programme-day is-sticky" role="presentation">
        {dayTitle(dayAt(column, sight.top))}
      </div>
      <div class="programme-space" role="presentation" style={{ height: `${column.tops.at(-1) ?? 0}px` }}>
        {column.items.slice(from, to).map((item, at) => {
          const top = `${column.tops[from + at] ?? 0}px`;
          if (item.kind === 'day') {
            return (
              <div key={`day ${item.day}`} class="programme-day" role="presentation" style={{ top }}>
                {dayTitle(item.day)}
              </div>
            );
          }
          const { session, position } = item;
          return (
            <SessionRow
              key={session.key}
              id={`${id}-${position}`}
              session={session}
              timeZone={timeZone}
              top={top}
              position={position}
              count={sessions.length}
              active={position === active}
              starred={marks.starred.has(session.key)}
              taken={marks.taken.has(session.key)}
              overlaps={marks.overlapping.has(session.key)}
              onActive={onActive}
              onStar={onStar}
            />
          );
        })}
      </div>
    </div>
  );
};
