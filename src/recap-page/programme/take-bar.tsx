/** The foot of the choice: where to, how many, and the overlaps among what is starred. */
import type { ConferenceEvent } from '../../model/event.ts';
import type { ProgrammeSession } from '../../schedule/programme.ts';
import { Button } from '../../ui/components/button.tsx';
import { TriangleAlertIcon } from '../../ui/components/icons.tsx';
import { t, tCount } from '../../ui/strings.ts';
import type { Choice } from './use-choice.ts';

const NEW_EVENT = 'new';

export const TakeBar = ({
  event,
  intoNew,
  newName,
  choice,
  shown,
  busy,
  needsZone,
  onInto,
  onTake,
}: {
  /** The event that may be the target; `null` when there is none. */
  readonly event: ConferenceEvent | null;
  readonly intoNew: boolean;
  readonly newName: string;
  readonly choice: Choice;
  /** What the filter shows and can be taken; `null` without a filter. */
  readonly shown: readonly ProgrammeSession[] | null;
  readonly busy: boolean;
  readonly needsZone: boolean;
  readonly onInto: (intoNew: boolean) => void;
  readonly onTake: (sessions: readonly ProgrammeSession[]) => void;
}) => {
  const { starred, available, overlapCount } = choice;
  const many = shown ?? available;
  const format = (count: number): string => new Intl.NumberFormat().format(count);
  return (
    <footer class="take-bar">
      <label class="take-into">
        <span>{t('programmeInto')}</span>
        <select
          class="input"
          value={intoNew ? NEW_EVENT : (event?.id ?? NEW_EVENT)}
          onChange={(change) => onInto(change.currentTarget.value === NEW_EVENT)}
        >
          {event !== null && <option value={event.id}>{event.name}</option>}
          <option value={NEW_EVENT}>{t('programmeNewEvent', newName)}</option>
        </select>
      </label>
      <span class="take-note" role="status">
        {busy
          ? t('programmeTaking')
          : needsZone
            ? t('programmeZoneFirst')
            : overlapCount > 0
              ? [
                  <TriangleAlertIcon key="icon" />,
                  tCount('programmeOverlapOne', 'programmeOverlaps', overlapCount),
                ]
              : starred.length === 0 && t('programmeStarFirst')}
      </span>
      <Button disabled={busy || needsZone || many.length === 0} onClick={() => onTake(many)}>
        {t(shown === null ? 'programmeTakeAll' : 'programmeTakeShown', format(many.length))}
      </Button>
      <Button
        look="primary"
        disabled={busy || needsZone || starred.length === 0}
        onClick={() => onTake(starred)}
      >
        {tCount('programmeTakeStarredOne', 'programmeTakeStarred', starred.length)}
      </Button>
    </footer>
  );
};
