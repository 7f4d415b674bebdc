/** The event's zone: every IANA name the browser knows, with what its clocks show now. */
import { useId } from 'preact/hooks';
import { instantOf, parseTimeZone } from '../../model/time.ts';
import { timeText } from '../format.ts';
import { t } from '../strings.ts';
import { useNow } from '../use-situation.ts';

/** `UTC+09:00`, as the zone stands now. */
const offsetOf = (timeZone: string, nowMs: number): string =>
  `UTC${Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(timeZone).offset}`;

export const TimeZoneField = ({
  value,
  wrong,
  hint,
  onTimeZone,
}: {
  readonly value: string;
  readonly wrong: boolean;
  /** Shown behind the clock. */
  readonly hint?: string;
  readonly onTimeZone: (timeZone: string) => void;
}) => {
  const id = useId();
  const now = useNow();
  const known = parseTimeZone(value);
  const clock = known === null ? '' : t('timeZoneNow', timeText(instantOf(now), known), offsetOf(known, now));
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {t('timeZone')}
      </label>
      <input
        id={id}
        class="input"
        list={`${id}-zones`}
        autocomplete="off"
        spellcheck={false}
        value={value}
        aria-invalid={wrong && known === null}
        aria-describedby={`${id}-hint`}
        onInput={(event) => onTimeZone(event.currentTarget.value)}
      />
      <datalist id={`${id}-zones`}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <span id={`${id}-hint`} class={wrong && known === null ? 'field-error' : 'field-hint'}>
        {wrong && known === null ? t('formNoTimeZone') : [clock, hint].filter(Boolean).join(' ')}
      </span>
    </div>
  );
};
