/** Asks for the zone of a programme that names none: the likeliest as buttons, any other by name. */
import { useState } from 'preact/hooks';
import { parseTimeZone, type TimeZone } from '../../model/time.ts';
import type { Programme } from '../../schedule/programme.ts';
import { Button } from '../../ui/components/button.tsx';
import { ClockIcon } from '../../ui/components/icons.tsx';
import { TimeZoneField } from '../../ui/components/time-zone-field.tsx';
import { t } from '../../ui/strings.ts';
import { clockText } from './session-texts.ts';

const PROPOSED = 4;

export const ZoneQuestion = ({
  programme,
  proposals,
  onZone,
}: {
  readonly programme: Programme;
  readonly proposals: readonly TimeZone[];
  readonly onZone: (timeZone: TimeZone) => void;
}) => {
  const [other, setOther] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const [first] = programme.sessions;
  return (
    <section class="zone-question" aria-labelledby="zone-question">
      <ClockIcon />
      <div class="zone-question-body">
        <h2 id="zone-question">{t('programmeZoneQuestion')}</h2>
        {first?.startsAt != null && (
          <p dir="auto">{t('programmeZoneIn', `${clockText(first, programme.timeZone)} ${first.title}`)}</p>
        )}
        <div class="zone-question-choices">
          {proposals.slice(0, PROPOSED).map((zone) => (
            <Button key={zone} onClick={() => onZone(zone)}>
              {zone}
            </Button>
          ))}
          {other === null && (
            <Button look="quiet" onClick={() => setOther('')}>
              {t('programmeZoneOther')}
            </Button>
          )}
        </div>
        {other !== null && (
          <form
            class="zone-question-other"
            onSubmit={(event) => {
              event.preventDefault();
              const zone = parseTimeZone(other);
              setWrong(zone === null);
              if (zone !== null) onZone(zone);
            }}
          >
            <TimeZoneField value={other} wrong={wrong} onTimeZone={setOther} />
            <Button submit look="primary">
              {t('programmeZoneUse')}
            </Button>
          </form>
        )}
      </div>
    </section>
  );
};
