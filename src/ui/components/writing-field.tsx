/**
 * The field that notes are written in: a Markdown field that also completes links to this event's clips (`[[`), knows
 * code blocks, and inserts the time of day or the talk's minute.
 */
import { useEffect, useId, useRef } from 'preact/hooks';
import type { LinkTarget } from '../../app/link-targets.ts';
import type { Place } from '../../model/note.ts';
import { hasCommandKey } from '../keys.ts';
import { usePorts } from '../ports-context.ts';
import { t, tCount } from '../strings.ts';
import { useLinkCompletion } from '../use-link-completion.ts';
import { breakInCode, codeBlock, completeLink, insertWords } from '../writing-edits.ts';
import { applyEdit, MarkdownField, type MarkdownFieldProps, selectionOf } from './markdown-field.tsx';
import { useReport, useToast } from './toasts.tsx';

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

/** Inserts the time of day, or with `;` and Shift the minute of the talk. */
const useTimeStamps = (place: Place): ((area: HTMLTextAreaElement, minute: boolean) => Promise<void>) => {
  const ports = usePorts();
  const show = useToast();
  return async (area, minute) => {
    const { minuteOfTalk, timeOfDay } = await import('../../app/stamp-time.ts');
    const words = await (minute ? minuteOfTalk(ports, place) : timeOfDay(ports, place));
    if (words === null) show({ tone: 'info', text: t('noTalkMinute') });
    else if (area.isConnected) applyEdit(area, insertWords(selectionOf(area), words));
  };
};

export const WritingField = ({
  place,
  ...field
}: MarkdownFieldProps & {
  /** Where the note lives: its event's clips can be linked to, its session has the minute. */
  readonly place: Place;
}) => {
  const id = useId();
  const report = useReport();
  const stamp = useTimeStamps(place);
  const completion = useLinkCompletion(place.eventId);
  const { open, options, chosen } = completion;
  const area = useRef<HTMLTextAreaElement | null>(null);
  const take = (target: LinkTarget | undefined): void => {
    if (area.current === null || open === null || target === undefined) return;
    completion.close();
    applyEdit(area.current, completeLink(area.current.value, open, completion.markdownOf(target)));
  };
  const onKey: MarkdownFieldProps['onKey'] = (event) => {
    if (open !== null && options.length > 0) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) completion.choose((chosen + step + options.length) % options.length);
      else if (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey)) take(options[chosen]);
      else if (event.key !== 'Escape') return field.onKey?.(event) ?? false;
      if (event.key === 'Escape') completion.close();
      return true;
    }
    if (event.key === 'Enter' && !hasCommandKey(event) && !event.altKey) {
      const edit = breakInCode(selectionOf(event.currentTarget));
      if (edit !== null) {
        applyEdit(event.currentTarget, edit);
        return true;
      }
    }
    if (hasCommandKey(event) && !event.altKey) {
      if (event.key === ';' || event.key === ':') {
        stamp(event.currentTarget, event.key === ':').catch(report);
        return true;
      }
      if (event.shiftKey && event.key.toLowerCase() === 'e') {
        applyEdit(event.currentTarget, codeBlock(selectionOf(event.currentTarget)));
        return true;
      }
    }
    return field.onKey?.(event) ?? false;
  };
  const shown = open !== null && options.length > 0;
  const optionId = (index: number): string => `${id}-${index}`;
  useEffect(() => {
    if (shown) document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, shown, chosen]);
  return (
    <>
      {shown && (
        <div class="completion" id={`${id}-list`} role="listbox" aria-label={t('completionTitle')}>
          {options.map((target, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
            <div
              key={target.url}
              id={optionId(index)}
              class="completion-option"
              role="option"
              aria-selected={index === chosen}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(target)}
            >
              <span class="completion-title" dir="auto">
                {target.title}
              </span>
              <span class="completion-host">{hostOf(target.url)}</span>
            </div>
          ))}
        </div>
      )}
      <MarkdownField
        {...field}
        onKey={onKey}
        onText={(text, caret) => {
          const focused = document.activeElement;
          if (focused instanceof HTMLTextAreaElement) area.current = focused;
          field.onText(text, caret);
          completion.follow({ text, start: caret, end: caret });
        }}
        onBlur={() => {
          completion.close();
          field.onBlur?.();
        }}
        list={{
          'aria-autocomplete': 'list',
          ...(shown ? { 'aria-controls': `${id}-list`, 'aria-activedescendant': optionId(chosen) } : {}),
        }}
      />
      <span class="visually-hidden" role="status">
        {shown ? tCount('completionOne', 'completionCount', options.length) : ''}
      </span>
    </>
  );
};
