/** Takes over what was chosen, says what became of it, and leads to the event. */
import { useCallback, useState } from 'preact/hooks';
import { chooseEvent } from '../../app/choose-event.ts';
import { takeOverProgramme } from '../../app/take-over-programme.ts';
import type { Id } from '../../model/ids.ts';
import type { ProgrammeSession } from '../../schedule/programme.ts';
import { useReport } from '../../ui/components/toasts.tsx';
import { usePorts } from '../../ui/ports-context.ts';
import { recapLanguage } from '../../ui/recap-language.ts';
import { t, tCount } from '../../ui/strings.ts';
import { useDone } from '../../ui/use-done.ts';
import { eventHash, goTo } from '../route.ts';
import type { Abstracts } from './abstracts.ts';
import type { OpenChange } from './changes.ts';
import { keepAddress } from './known-address.ts';
import type { Reading } from './use-programme.ts';
import { keepOffered } from './use-stars.ts';

export interface TakingOver {
  readonly busy: boolean;
  readonly run: (sessions: readonly ProgrammeSession[], changes: readonly OpenChange[]) => void;
}

export const useTakeOver = (
  { programme, address }: Pick<Reading, 'programme' | 'address'>,
  /** `null`: a new event. */
  eventId: Id | null,
  abstracts: Abstracts | null,
  starredKeys: ReadonlySet<string>,
): TakingOver => {
  const ports = usePorts();
  const report = useReport();
  const done = useDone();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    (sessions: readonly ProgrammeSession[], changes: readonly OpenChange[]) => {
      if (abstracts === null) return;
      const work = async (): Promise<void> => {
        const added = [
          ...sessions,
          ...changes.flatMap((change) => (change.kind === 'new' ? change.incoming : [])),
        ];
        await abstracts.prepare(added);
        const { currentEventId } = await ports.store.getSettings();
        const result = await takeOverProgramme(ports, {
          programme,
          eventId,
          language: recapLanguage(),
          unnamed: t('programmeUnnamedEvent'),
          sessions: added,
          starredKeys,
          changes: changes.filter((change) => change.kind !== 'new'),
          abstractOf: abstracts.of,
        });
        const { name } = result.event;
        const numbers = [result.added, result.changed, result.removed].map(String);
        done(
          changes.length > 0
            ? t('programmeApplied', name, ...numbers)
            : t('programmeTaken', tCount('programmeSessionOne', 'programmeSessions', result.added), name),
          eventId === null ? () => chooseEvent(ports, currentEventId) : undefined,
        );
        const offered = programme.sessions.flatMap(({ keys }) => keys);
        keepOffered(ports.store, programme.feed, offered, ports.nowMs());
        if (address !== null) keepAddress(ports.store, result.event.id, address, ports.nowMs());
        goTo(eventHash(result.event.id));
      };
      setBusy(true);
      work()
        .catch(report)
        .finally(() => setBusy(false));
    },
    [ports, report, done, programme, address, eventId, abstracts, starredKeys],
  );
  return { busy, run };
};
