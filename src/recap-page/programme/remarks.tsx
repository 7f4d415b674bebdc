/** What was assumed in reading the programme, and what of it could not be read, in plain sentences. */
import type { AssumptionCode, ProblemCode, Programme, Remark } from '../../schedule/programme.ts';
import { InfoIcon, TriangleAlertIcon } from '../../ui/components/icons.tsx';
import { type MessageKey, t, tCount } from '../../ui/strings.ts';

const ASSUMPTIONS: Readonly<Record<AssumptionCode, MessageKey>> = {
  'zone-assumed': 'assumeZone',
  'zone-contradicts-offsets': 'assumeZoneContradicts',
  'start-from-day': 'assumeStartFromDay',
  'after-midnight': 'assumeAfterMidnight',
  'day-a-day-off': 'assumeDayOff',
  'start-beside-date': 'assumeStartBeside',
  'ids-not-unique': 'assumeIds',
  'repeated-text': 'assumeRepeated',
  'speakers-from-title': 'assumeSpeakersTitle',
  'speakers-from-description': 'assumeSpeakersDescription',
  'speakers-from-organizer': 'assumeSpeakersOrganizer',
  'date-order': 'assumeDateOrder',
  'year-assumed': 'assumeYear',
  'same-session-twice': 'assumeTwice',
  'cancelled-by-title': 'assumeCancelled',
  'recurrence-expanded': 'assumeRecurrence',
  'lines-unfolded': 'assumeUnfolded',
};

const PROBLEMS: Readonly<Record<ProblemCode, MessageKey>> = {
  'no-sessions': 'faultNoSessions',
  'no-title': 'faultNoTitle',
  'no-start': 'faultNoStart',
  'no-end': 'faultNoEnd',
  'bad-time': 'faultBadTime',
  'bad-duration': 'faultBadDuration',
  'date-out-of-range': 'faultOutOfRange',
  'ends-before-start': 'faultEndsBefore',
  'unknown-zone': 'faultUnknownZone',
  'duplicate-key': 'faultDuplicateKey',
  'unsafe-address': 'faultUnsafeAddress',
  'unknown-reference': 'faultUnknownReference',
  'unreadable-row': 'faultUnreadableRow',
  'damaged-characters': 'faultDamaged',
};

/** The first place where it was met, and what stands there. */
const exampleOf = ({ count, place, details }: Remark<string>): string => {
  const { title, text, zone, key, url, id } = details;
  const shown = title ?? text ?? zone ?? key ?? url ?? id ?? '';
  return [count > 1 ? t('programmeTimes', String(count)) : '', place, shown === '' ? '' : t('quoted', shown)]
    .filter(Boolean)
    .join(' · ');
};

const RemarkLines = <Code extends string>({
  title,
  remarks,
  words,
}: {
  readonly title: string;
  readonly remarks: readonly Remark<Code>[];
  readonly words: Readonly<Record<Code, MessageKey>>;
}) =>
  remarks.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      <ul>
        {remarks.map((remark) => (
          <li key={remark.code}>
            {t(words[remark.code])}{' '}
            <span class="remark-example" dir="auto">
              {exampleOf(remark)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );

export const Remarks = ({ programme }: { readonly programme: Programme }) => {
  const { assumptions, problems } = programme;
  const count = assumptions.length + problems.length;
  if (count === 0) return null;
  return (
    <details class="remarks">
      <summary class={problems.length > 0 ? 'is-problem' : ''}>
        {problems.length > 0 ? <TriangleAlertIcon /> : <InfoIcon />}
        {tCount('programmeRemarkOne', 'programmeRemarks', count)}
      </summary>
      <div class="remarks-body">
        <RemarkLines title={t('programmeProblems')} remarks={problems} words={PROBLEMS} />
        <RemarkLines title={t('programmeAssumed')} remarks={assumptions} words={ASSUMPTIONS} />
      </div>
    </details>
  );
};
