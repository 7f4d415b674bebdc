/** Choosing among the programme's sessions: search, filters, the list, and what is said of the one looked at. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Programme, ProgrammeSession } from '../../schedule/programme.ts';
import { createProgrammeSearch, NO_FILTER } from '../../schedule/search-programme.ts';
import { Button } from '../../ui/components/button.tsx';
import { t } from '../../ui/strings.ts';
import type { Abstracts } from './abstracts.ts';
import { FilterBar } from './filter-bar.tsx';
import { SessionDetail } from './session-detail.tsx';
import { SessionList } from './session-list.tsx';
import { TimetableView } from './timetable-view.tsx';
import type { Choice } from './use-choice.ts';

export type ChooseView = 'list' | 'timetable';

export const ChooseSessions = ({
  programme,
  view,
  abstracts,
  choice,
  onShown,
}: {
  readonly programme: Programme;
  readonly view: ChooseView;
  /** `null` while they are being loaded. */
  readonly abstracts: Abstracts | null;
  readonly choice: Choice;
  /** The sessions that the filter lets through; `null` when there is no filter. */
  readonly onShown: (sessions: readonly ProgrammeSession[] | null) => void;
}) => {
  const { stars, taken, overlapsOf, marks } = choice;
  const [asked, setAsked] = useState(NO_FILTER);
  const [starredOnly, setStarredOnly] = useState(false);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const search = useMemo(() => createProgrammeSearch(programme), [programme]);
  const keys = starredOnly ? stars.keys : null;
  const filter = useMemo(() => ({ ...asked, keys }), [asked, keys]);
  const isFiltered = starredOnly || JSON.stringify(asked) !== JSON.stringify(NO_FILTER);
  const sessions = useMemo(() => search.find(filter), [search, filter]);
  useEffect(() => onShown(isFiltered ? sessions : null), [onShown, isFiltered, sessions]);
  const active = sessions.find(({ key }) => key === activeKey) ?? null;
  return (
    <div class="programme-choose">
      <FilterBar
        programme={programme}
        languages={search.languages}
        filter={filter}
        starCount={stars.keys.size}
        searchRef={searchBox}
        onFilter={({ starred, ...change }) => {
          if (starred !== undefined) setStarredOnly(starred);
          setAsked({ ...asked, ...change });
        }}
        onDown={() => body.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus()}
      />
      <div class="programme-body" ref={body}>
        {sessions.length === 0 ? (
          <div class="empty">
            <p>{t('programmeNoMatch')}</p>
            <Button
              onClick={() => {
                setAsked(NO_FILTER);
                setStarredOnly(false);
                searchBox.current?.focus();
              }}
            >
              {t('programmeClearFilter')}
            </Button>
          </div>
        ) : view === 'timetable' ? (
          <TimetableView
            programme={programme}
            sessions={sessions}
            marks={marks}
            activeKey={activeKey}
            onActive={setActiveKey}
            onStar={choice.star}
          />
        ) : (
          <SessionList
            sessions={sessions}
            timeZone={programme.timeZone}
            marks={marks}
            activeKey={activeKey}
            onActive={setActiveKey}
            onStar={choice.star}
            onSearch={() => searchBox.current?.focus()}
          />
        )}
        {active !== null && (
          <SessionDetail
            key={active.key}
            session={active}
            abstract={abstracts?.of(active) ?? null}
            timeZone={programme.timeZone}
            starred={stars.keys.has(active.key)}
            taken={taken.has(active.key)}
            overlaps={overlapsOf(active)}
            onStar={() => choice.star(active)}
          />
        )}
      </div>
    </div>
  );
};
