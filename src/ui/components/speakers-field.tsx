/** The speakers of a session: any number, in order; a pasted list fills several. */
import type { TargetedClipboardEvent, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Speaker } from '../../model/session.ts';
import { isComposing } from '../keys.ts';
import { EMPTY_SPEAKER, filledSpeakers, isSpeakerList, readSpeakerLines } from '../speaker-lines.ts';
import { t } from '../strings.ts';
import { Button, IconButton } from './button.tsx';
import { ArrowDownIcon, ArrowUpIcon, EllipsisIcon, PlusIcon, XIcon } from './icons.tsx';

const Field = ({
  name,
  placeholder,
  value,
  invalid = false,
  inputRef,
  ...events
}: {
  readonly name: string;
  readonly placeholder: string;
  readonly value: string;
  readonly invalid?: boolean;
  readonly inputRef?: (element: HTMLInputElement | null) => void;
  readonly onText: (text: string) => void;
  readonly onPaste?: (event: TargetedClipboardEvent<HTMLInputElement>) => void;
}) => (
  <input
    class="input"
    dir="auto"
    aria-label={name}
    placeholder={placeholder}
    aria-invalid={invalid}
    value={value}
    ref={inputRef ?? null}
    onInput={(event) => events.onText(event.currentTarget.value)}
    onPaste={events.onPaste}
  />
);

export const SpeakersField = ({
  speakers,
  onSpeakers,
  wrong = [],
}: {
  readonly speakers: readonly Speaker[];
  readonly onSpeakers: (speakers: readonly Speaker[]) => void;
  /** Places of those whose address is none. */
  readonly wrong?: readonly number[];
}) => {
  const rows = speakers.length === 0 ? [EMPTY_SPEAKER] : speakers;
  const names = useRef<(HTMLInputElement | null)[]>([]);
  /** Row whose name is to have the focus after the next rendering. */
  const focus = useRef<number | null>(null);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  useLayoutEffect(() => {
    if (focus.current !== null) names.current[focus.current]?.focus();
    focus.current = null;
  });

  const set = (row: number, changes: Partial<Speaker>): void =>
    onSpeakers(rows.map((speaker, index) => (index === row ? { ...speaker, ...changes } : speaker)));
  const add = (): void => {
    focus.current = rows.length;
    onSpeakers([...rows, EMPTY_SPEAKER]);
  };
  const remove = (row: number): void => {
    focus.current = Math.max(0, row - 1);
    onSpeakers(rows.filter((_, index) => index !== row));
    setOpen(new Set());
  };
  const move = (row: number, step: number): void => {
    const speaker = rows[row];
    if (speaker === undefined || row + step < 0 || row + step >= rows.length) return;
    focus.current = row + step;
    onSpeakers(rows.toSpliced(row, 1).toSpliced(row + step, 0, speaker));
  };
  const onPaste = (event: TargetedClipboardEvent<HTMLInputElement>, row: number): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!isSpeakerList(text) || event.currentTarget.value !== '') return;
    event.preventDefault();
    const pasted = readSpeakerLines(text);
    focus.current = row + pasted.length - 1;
    onSpeakers(rows.toSpliced(row, 1, ...pasted));
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLLIElement>, row: number): void => {
    if (!event.altKey || isComposing(event)) return;
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    move(row, step);
  };

  return (
    <fieldset class="speakers">
      <legend class="field-label">{t('speakers')}</legend>
      <ol>
        {rows.map((speaker, row) => {
          const number = String(row + 1);
          const more = open.has(row) || speaker.role !== '' || speaker.url !== '';
          return (
            <li key={row} class="speaker" onKeyDown={(event) => onKeyDown(event, row)}>
              <div class="speaker-fields">
                <Field
                  name={t('speakerName', number)}
                  placeholder={t('speakerNameShort')}
                  value={speaker.name}
                  inputRef={(element) => {
                    names.current[row] = element;
                  }}
                  onText={(name) => set(row, { name })}
                  onPaste={(event) => onPaste(event, row)}
                />
                <Field
                  name={t('speakerAffiliation', number)}
                  placeholder={t('speakerAffiliationShort')}
                  value={speaker.affiliation}
                  onText={(affiliation) => set(row, { affiliation })}
                />
                {more && (
                  <>
                    <Field
                      name={t('speakerRole', number)}
                      placeholder={t('speakerRoleShort')}
                      value={speaker.role}
                      onText={(role) => set(row, { role })}
                    />
                    <Field
                      name={t('speakerLink', number)}
                      placeholder={t('speakerLinkShort')}
                      value={speaker.url}
                      invalid={wrong.includes(row)}
                      onText={(url) => set(row, { url })}
                    />
                  </>
                )}
                {wrong.includes(row) && <span class="field-error">{t('formNoAddress')}</span>}
              </div>
              <div class="speaker-actions">
                {!more && (
                  <IconButton
                    label={t('speakerMore', number)}
                    onClick={() => setOpen(new Set([...open, row]))}
                  >
                    <EllipsisIcon />
                  </IconButton>
                )}
                {rows.length > 1 && (
                  <>
                    <IconButton
                      label={t('speakerUp', number)}
                      disabled={row === 0}
                      onClick={() => move(row, -1)}
                    >
                      <ArrowUpIcon />
                    </IconButton>
                    <IconButton
                      label={t('speakerDown', number)}
                      disabled={row === rows.length - 1}
                      onClick={() => move(row, 1)}
                    >
                      <ArrowDownIcon />
                    </IconButton>
                  </>
                )}
                {(rows.length > 1 || filledSpeakers([speaker]).length > 0) && (
                  <IconButton label={t('speakerRemove', number)} onClick={() => remove(row)}>
                    <XIcon />
                  </IconButton>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      <Button look="quiet" onClick={add}>
        <PlusIcon /> {t('speakerAdd')}
      </Button>
    </fieldset>
  );
};
