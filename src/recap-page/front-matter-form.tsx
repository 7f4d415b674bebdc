/** The front matter as a form, and how the recap is written. Each field saves itself; the preview follows. */
import { editEvent } from '../app/edit-event.ts';
import { editFrontMatter, editRecapOptions } from '../app/edit-front-matter.ts';
import { type ConferenceEvent, RECAP_LANGUAGES } from '../model/event.ts';
import { isPostDate } from '../recap/assemble/post-facts.ts';
import type { Recap } from '../recap/recap.ts';
import { Choices } from '../ui/components/field.tsx';
import { SelectField } from '../ui/components/select-field.tsx';
import { WordsField } from '../ui/components/words-field.tsx';
import { recapLanguageLabel } from '../ui/labels.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { useAtOnce } from '../ui/use-at-once.ts';
import { SavedLine, SavedText } from './saved-field.tsx';

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
  const { id, frontMatter, recapOptions } = event;
  const [tags, setTags] = useAtOnce(event.tags, (next) => editEvent(ports, id, { tags: next }));
  const [keywords, setKeywords] = useAtOnce(frontMatter.keywords, (next) =>
    editFrontMatter(ports, id, { keywords: next }),
  );
  const [language, setLanguage] = useAtOnce(event.language, (next) =>
    editEvent(ports, id, { language: next }),
  );
  const [imageNames, setImageNames] = useAtOnce(recapOptions.imageNames, (next) =>
    editRecapOptions(ports, id, { imageNames: next }),
  );
  const [spacers, setSpacers] = useAtOnce(recapOptions.spacers, (next) =>
    editRecapOptions(ports, id, { spacers: next }),
  );
  const target = (name: string): string => `field:event:${id}:${name}`;
  const dateField = (key: 'date' | 'lastmod', label: string, hint: string) => (
    <SavedLine
      target={target(key)}
      label={label}
      stored={frontMatter[key] ?? ''}
      placeholder={recap.facts[key]}
      hint={hint}
      errorOf={dateProblem}
      save={(text) => editFrontMatter(ports, id, { [key]: text.trim() === '' ? null : text.trim() })}
    />
  );
  return (
    <div class="form front-matter">
      <div data-field="title">
        <SavedLine
          target={target('title')}
          label={t('frontMatterTitle')}
          stored={frontMatter.title ?? ''}
          placeholder={event.name}
          save={(text) => editFrontMatter(ports, id, { title: text.trim() === '' ? null : text.trim() })}
        />
      </div>
      <div data-field="description">
        <SavedText
          target={target('description')}
          label={t('eventDescription')}
          stored={event.description}
          save={(text) => editEvent(ports, id, { description: text.trim() })}
        />
      </div>
      <div data-field="tags">
        <WordsField label={t('eventTags')} words={tags} onWords={setTags} />
      </div>
      <WordsField label={t('frontMatterKeywords')} words={keywords} onWords={setKeywords} />
      <div data-field="date">{dateField('date', t('frontMatterDate'), t('frontMatterDateHint'))}</div>
      <div data-field="lastmod">
        {dateField('lastmod', t('frontMatterLastmod'), t('frontMatterLastmodHint'))}
      </div>
      <div data-field="slug">
        <SavedLine
          target={target('slug')}
          label={t('frontMatterSlug')}
          hint={t('frontMatterSlugHint')}
          stored={event.slug}
          placeholder={recap.slug}
          save={(text) => editEvent(ports, id, { slug: text.trim() })}
        />
      </div>
      <SelectField
        label={t('recapLanguage')}
        value={language}
        options={RECAP_LANGUAGES.map((other) => ({ value: other, label: recapLanguageLabel(other) }))}
        onChoose={setLanguage}
      />
      <div class="field">
        <span class="field-label" aria-hidden="true">
          {t('optionImageNames')}
        </span>
        <Choices
          label={t('optionImageNames')}
          value={imageNames}
          options={[
            { value: 'numbered', label: t('optionNumbered') },
            { value: 'named', label: t('optionNamed') },
          ]}
          onChoose={setImageNames}
        />
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={spacers}
          onChange={(change) => setSpacers(change.currentTarget.checked)}
        />
        <span>
          {t('optionSpacers')}
          <span class="field-hint">{t('optionSpacersHint')}</span>
        </span>
      </label>
    </div>
  );
};
