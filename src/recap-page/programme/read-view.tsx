/** A programme that was read: its facts, what was assumed, and the ways to take it over. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { type ProgrammeAgainstEvent, planProgramme } from '../../app/plan-programme.ts';
import type { ConferenceEvent } from '../../model/event.ts';
import type { TimeZone } from '../../model/time.ts';
import type { Programme, ProgrammeSession } from '../../schedule/programme.ts';
import { Button } from '../../ui/components/button.tsx';
import { useReport } from '../../ui/components/toasts.tsx';
import { usePorts } from '../../ui/ports-context.ts';
import { type MessageKey, t, tCount } from '../../ui/strings.ts';
import { useLive } from '../../ui/use-live.ts';
import { eventDatesText } from '../event-dates.ts';
import { type Abstracts, loadAbstracts } from './abstracts.ts';
import { sortChanges } from './changes.ts';
import { ChangesView } from './changes-view.tsx';
import { ChooseSessions } from './choose-sessions.tsx';
import { Remarks } from './remarks.tsx';
import { TakeBar } from './take-bar.tsx';
import { useChoice } from './use-choice.ts';
import type { Reading } from './use-programme.ts';
import { readOffered } from './use-stars.ts';
import { useTakeOver } from './use-take-over.ts';
import { ZoneQuestion } from './zone-question.tsx';

type Tab = 'list' | 'timetable' | 'changes';

const NOTHING_PLANNED: ProgrammeAgainstEvent = { changes: [], isKnown: false };

/** The programme is of another time than the event: it hardly belongs to it. */
const isOfAnotherTime = (event: ConferenceEvent, { startsOn, endsOn }: Programme): boolean => {
  const first = event.startsOn ?? event.endsOn;
  const last = event.endsOn ?? event.startsOn;
  return (
    first !== null &&
    last !== null &&
    startsOn !== null &&
    endsOn !== null &&
    (endsOn < first || last < startsOn)
  );
};

const useAbstracts = (programme: Programme): Abstracts | null => {
  const report = useReport();
  const [abstracts, setAbstracts] = useState<{ of: Programme; value: Abstracts } | null>(null);
  useEffect(() => {
    let wanted = true;
    loadAbstracts(programme.sessions, programme.url).then((value) => {
      if (wanted) setAbstracts({ of: programme, value });
    }, report);
    return () => {
      wanted = false;
    };
  }, [programme, report]);
  return abstracts?.of === programme ? abstracts.value : null;
};

const takenKeys = ({ changes }: ProgrammeAgainstEvent): ReadonlySet<string> =>
  new Set(
    changes.flatMap((change) =>
      change.kind === 'changed' || change.kind === 'unchanged' ? change.incoming.key : [],
    ),
  );

const factsOf = (programme: Programme): readonly string[] => [
  eventDatesText(programme),
  programme.venue,
  programme.timeZone,
  tCount('programmeSessionOne', 'programmeSessions', programme.sessions.length),
  ...(programme.rooms.length > 0
    ? [tCount('programmeRoomOne', 'programmeRooms', programme.rooms.length)]
    : []),
  ...(programme.speakers.length > 0
    ? [tCount('programmeSpeakerOne', 'programmeSpeakers', programme.speakers.length)]
    : []),
];

export const ReadView = ({
  reading,
  event,
  onZone,
  onOther,
}: {
  readonly reading: Reading;
  /** The event it may be taken into. */
  readonly event: ConferenceEvent | null;
  readonly onZone: (timeZone: TimeZone) => void;
  readonly onOther: () => void;
}) => {
  const { store } = usePorts();
  const { programme } = reading;
  const abstracts = useAbstracts(programme);
  const [into, setInto] = useState<boolean | null>(null);
  const [chosenTab, setTab] = useState<Tab | null>(null);
  const [shown, setShown] = useState<readonly ProgrammeSession[] | null>(null);
  const planned = useLive(
    `plan ${event?.id} ${reading.number} ${abstracts === null}`,
    async () =>
      event === null || abstracts === null
        ? null
        : planProgramme(
            { store },
            event.id,
            programme,
            await readOffered(store, programme.feed),
            abstracts.of,
          ),
    ({ records }) => records.some(({ type }) => type === 'sessions' || type === 'notes'),
  );
  const plan = planned ?? NOTHING_PLANNED;
  const intoNew = event === null || (into ?? (!plan.isKnown && isOfAnotherTime(event, programme)));
  const taken = useMemo(() => (intoNew ? new Set<string>() : takenKeys(plan)), [intoNew, plan]);
  const choice = useChoice(programme, taken);
  const takingOver = useTakeOver(reading, intoNew ? null : event.id, abstracts, choice.stars.keys);
  const hasChanges = plan.isKnown && !intoNew;
  const changeCount = useMemo(() => sortChanges(plan.changes).count, [plan]);
  const tab: Tab = chosenTab ?? (hasChanges ? 'changes' : 'list');
  const onShown = useCallback((sessions: readonly ProgrammeSession[] | null) => setShown(sessions), []);
  const needsZone =
    programme.timeZoneSource === 'assumed' && programme.sessions.some(({ startsAt }) => startsAt !== null);
  const open = shown?.filter(({ key, isCancelled }) => !isCancelled && !taken.has(key)) ?? null;
  const newName = programme.title || t('programmeUnnamedEvent');
  const tabs: readonly (readonly [Tab, MessageKey, string])[] = [
    ...(hasChanges ? [['changes', 'programmeTabChanges', String(changeCount)] as const] : []),
    ['list', 'programmeTabChoose', ''],
    ['timetable', 'programmeTabTimetable', ''],
  ];
  return (
    <div class="programme-read">
      <header class="programme-head">
        <div class="programme-title">
          <h1 dir="auto">{programme.title || t('programmeUntitled')}</h1>
          <p class="programme-facts">
            {factsOf(programme)
              .filter(Boolean)
              .map((fact) => (
                <span key={fact} dir="auto">
                  {fact}
                </span>
              ))}
          </p>
        </div>
        <div class="tabs" role="tablist" aria-label={t('programmeViews')}>
          {tabs.map(([name, label, count]) => (
            <button
              key={name}
              type="button"
              role="tab"
              class="tab"
              aria-selected={tab === name}
              onClick={() => setTab(name)}
            >
              {t(label, count)}
            </button>
          ))}
        </div>
        <Button onClick={onOther}>{t('programmeOther')}</Button>
      </header>
      {needsZone && (
        <ZoneQuestion
          programme={programme}
          proposals={[
            ...new Set([...programme.timeZoneProposals, ...(event === null ? [] : [event.timeZone])]),
          ]}
          onZone={onZone}
        />
      )}
      <Remarks programme={programme} />
      {tab === 'changes' ? (
        <ChangesView
          changes={plan.changes}
          timeZone={programme.timeZone}
          busy={takingOver.busy || needsZone}
          onTakeOver={(changes) => takingOver.run([], changes)}
        />
      ) : (
        <>
          <ChooseSessions
            key={reading.name}
            programme={programme}
            view={tab}
            abstracts={abstracts}
            choice={choice}
            onShown={onShown}
          />
          <TakeBar
            event={event}
            intoNew={intoNew}
            newName={newName}
            choice={choice}
            shown={open}
            busy={takingOver.busy || abstracts === null}
            needsZone={needsZone}
            onInto={setInto}
            onTake={(sessions) => takingOver.run(sessions, [])}
          />
        </>
      )}
    </div>
  );
};
