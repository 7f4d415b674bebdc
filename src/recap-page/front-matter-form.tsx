/** The front matter as a form, and how the recap is written. Each field saves itself; the preview follows. */
import { editEvent } from '../app/edit-event.ts';
import { editFrontMatter, editRecapOptions } from '../app/edit-front-matter.ts';
import { FrontMatterDate } from '../markdown/front-matter.ts';
import { type ConferenceEvent, RECAP_LANGUAGES } from '../model/event.ts';
import { isPostDate } from '../recap/assemble/post-facts.ts';
import type { Recap } from '../recap/recap.ts';
import { Choices, TextAreaField, TextField } from '../ui/components/field.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { WordsField } from '../ui/components/words-field.tsx';
import { recapLanguageLabel } from '../ui/labels.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { useAutosave } from '../ui/use-autosave.ts';

interface Field {
  readonly target: string;
  readonly label: string;
  readonly stored: string;
  readonly save: (text: string) => Promise<void>;
  readonly placeholder?: string;
  readonly hint?: string;
}

const SavedLine = ({
  target,
  label,
  stored,
  save,
  errorOf,
  ...rest
}: Field & { readonly errorOf?: (text: string) => string | undefined }) => {
  const { text, onText, onFocus, onBlur } = useAutosave(target, stored, save);
  return (
    <TextField
      label={label}
      value={text}
      error={errorOf?.(text)}
      onInput={(event) => onText(event.currentTarget.value)}
      onFocus={onFocus}
      onBlur={onBlur}
      {...rest}
    />
  );
};

const SavedText = ({ target, label, stored, save, ...rest }: Field) => {
  const { text, onText, onFocus, onBlur } = useAutosave(target, stored, save);
  return (
    <TextAreaField
      label={label}
      value={text}
      onInput={(event) => onText(event.currentTarget.value)}
      onFocus={onFocus}
      onBlur={onBlur}
      {...rest}
    />
  );
};

const dateProblem = (text: string): string | undefined =>
  text.trim() === '' || isPostDate(text.trim()) ? undefined : t('frontMatterNoDate');

export const FrontMatterForm = ({
  event,
  recap,
}: {
  readonly event: ConferenceEvent;
  readonly recap: Recap;
}) => {
  const ports = usePorts();
  const report = useReport();
  const { id, frontMatter, recapOptions } = event;
  const written = (key: string): string => {
    const value = recap.frontMatter.get(key);
    return value instanceof FrontMatterDate ? value.text : typeof value === 'string' ? value : '';
  };
  const target = (name: string): string => `field:event:${id}:${name}`;
  const dateField = (key: 'date' | 'lastmod', label: string, hint: string) => (
    <SavedLine
      target={target(key)}
      label={label}
      stored={frontMatter[key] ?? ''}
      placeholder={written(key)}
      hint={hint}
      errorOf={dateProblem}
      save={(text) => editFrontMatter(ports, id, { [key]: text.trim() === '' ? null : text.trim() })}
    />
  );
  return (
    <div class="form front-matter">
      <SavedLine
        target={target('title')}
        label={t('frontMatterTitle')}
        stored={frontMatter.title ?? ''}
        placeholder={event.name}
        save={(text) => editFrontMatter(ports, id, { title: text.trim() === '' ? null : text.trim() })}
      />
      <SavedText
        target={target('description')}
        label={t('eventDescription')}
        stored={event.description}
        save={(text) => editEvent(ports, id, { description: text.trim() })}
      />
      <WordsField
        label={t('eventTags')}
        words={event.tags}
        onWords={(tags) => void editEvent(ports, id, { tags }).catch(report)}
      />
      <WordsField
        label={t('frontMatterKeywords')}
        words={frontMatter.keywords}
        onWords={(keywords) => void editFrontMatter(ports, id, { keywords }).catch(report)}
      />
      {dateField('date', t('frontMatterDate'), t('frontMatterDateHint'))}
      {dateField('lastmod', t('frontMatterLastmod'), t('frontMatterLastmodHint'))}
      <SavedLine
        target={target('slug')}
        label={t('frontMatterSlug')}
        hint={t('frontMatterSlugHint')}
        stored={event.slug}
        placeholder={recap.slug}
        save={(text) => editEvent(ports, id, { slug: text.trim() })}
      />
      <div class="field">
        <span class="field-label" aria-hidden="true">
          {t('recapLanguage')}
        </span>
        <Choices
          label={t('recapLanguage')}
          value={event.language}
          options={RECAP_LANGUAGES.map((language) => ({
            value: language,
            label: recapLanguageLabel(language),
          }))}
          onChoose={(language) => void editEvent(ports, id, { language }).catch(report)}
        />
      </div>
      <div class="field">
        <span class="field-label" aria-hidden="true">
          {t('optionImageNames')}
        </span>
        <Choices
          label={t('optionImageNames')}
          value={recapOptions.imageNames}
          options={[
            { value: 'numbered', label: t('optionNumbered') },
            { value: 'named', label: t('optionNamed') },
          ]}
          onChoose={(imageNames) => void editRecapOptions(ports, id, { imageNames }).catch(report)}
        />
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={recapOptions.spacers}
          onChange={(change) => {
            editRecapOptions(ports, id, { spacers: change.currentTarget.checked }).catch(report);
          }}
        />
        <span>
          {t('optionSpacers')}
          <span class="field-hint">{t('optionSpacersHint')}</span>
        </span>
      </label>
    </div>
  );
};
