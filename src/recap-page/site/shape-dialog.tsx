/** The recap's own headings, labels and ways of naming speakers; what they make of the post stands beside them. */
import { editShape } from '../../app/edit-front-matter.ts';
import type { RecapShape } from '../../model/recap-shape.ts';
import { RECAP_WORDS, type RecapWord } from '../../recap/templates/languages/recap-words.ts';
import { wordsIn } from '../../recap/templates/languages/words-in.ts';
import { type RecapTemplate, shapeTemplate } from '../../recap/templates/recap-template.ts';
import { templateOf } from '../../recap/templates/template-of.ts';
import { Button } from '../../ui/components/button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { Choices } from '../../ui/components/field.tsx';
import { useReport } from '../../ui/components/toasts.tsx';
import { usePorts } from '../../ui/ports-context.ts';
import { type MessageKey, t } from '../../ui/strings.ts';
import { SavedLine } from '../saved-field.tsx';
import type { SiteDialogProps } from './site-card.tsx';

const PATTERNS = {
  heading: 'shapeHeading',
  speakerLine: 'shapeSpeakerLine',
  speaker: 'shapeSpeaker',
  betweenSpeakers: 'shapeBetween',
} as const satisfies Partial<Record<keyof RecapTemplate, MessageKey>>;

const HINTS: Readonly<Record<keyof typeof PATTERNS, string>> = {
  heading: '{title} {speakers} {time} {room}',
  speakerLine: '{label} {speakers}',
  speaker: '{name} {affiliation} {role}',
  betweenSpeakers: '; · , ·  & ',
};

const LABELS: readonly RecapWord[] = [
  'speaker',
  'speakers',
  'question',
  'answer',
  'takeaway',
  'date',
  'venue',
];

/** The headings that the template can write, and the labels. */
const wordsOf = (template: RecapTemplate): RecapWord[] => {
  const titles = template.sections.map(({ title }) => title);
  const more: RecapWord[] =
    template.id === 'days' ? ['day'] : template.id === 'pages' ? ['takeaways', 'links'] : [];
  const wanted = new Set<RecapWord>([...titles, ...more, ...LABELS]);
  return RECAP_WORDS.filter((word) => wanted.has(word));
};

const SAMPLE_LINES = 14;

export const ShapeDialog = ({ state, onClose }: SiteDialogProps) => {
  const ports = usePorts();
  const report = useReport();
  const { event } = state.records;
  const { shape, template: templateId } = event.recapOptions;
  const template = shapeTemplate(templateOf(templateId), shape);
  const words = wordsIn(event.language);
  const save = (changes: RecapShape): Promise<void> => editShape(ports, event.id, changes);
  const target = (name: string): string => `field:event:${event.id}:shape:${name}`;
  return (
    <Dialog
      title={t('shapeTitle')}
      onClose={onClose}
      foot={
        <>
          <Button look="quiet" onClick={() => void editShape(ports, event.id, null).catch(report)}>
            {t('shapeReset')}
          </Button>
          <span class="dialog-gap" />
          <Button look="primary" onClick={onClose}>
            {t('done')}
          </Button>
        </>
      }
    >
      <div class="form site-form">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard */}
        <pre class="site-sample" tabIndex={0}>
          {sampleOf(state.recap.body)}
        </pre>
        <fieldset class="shape-patterns">
          <legend class="field-label">{t('shapePatterns')}</legend>
          {(Object.keys(PATTERNS) as (keyof typeof PATTERNS)[]).map((name) => (
            <SavedLine
              key={name}
              target={target(name)}
              label={t(PATTERNS[name])}
              hint={HINTS[name]}
              stored={template[name]}
              save={(text) => save({ [name]: text })}
            />
          ))}
        </fieldset>
        <div class="field">
          <span class="field-label" aria-hidden="true">
            {t('shapeLevel')}
          </span>
          <Choices
            label={t('shapeLevel')}
            value={String(template.sectionLevel) as '1' | '2' | '3'}
            options={(['1', '2', '3'] as const).map((level) => ({
              value: level,
              label: '#'.repeat(Number(level)),
            }))}
            onChoose={(level) => {
              save({ sectionLevel: level === '1' ? 1 : level === '2' ? 2 : 3 }).catch(report);
            }}
          />
        </div>
        <fieldset class="shape-words">
          <legend class="field-label">{t('shapeWords')}</legend>
          <div class="field-row">
            {wordsOf(template).map((word) => (
              <SavedLine
                key={word}
                target={target(`word:${word}`)}
                label={words[word]}
                placeholder={words[word]}
                stored={shape?.words?.[word] ?? ''}
                save={(text) => save({ words: { ...shape?.words, [word]: text.trim() } })}
              />
            ))}
          </div>
        </fieldset>
      </div>
    </Dialog>
  );
};

/** Headings and what follows them at once: enough to see what a change does. */
const sampleOf = (body: string): string => {
  const lines = body.split('\n').filter((line) => line !== '');
  const shown = lines.filter(
    (line, index) => /^#{1,6} /.test(line) || /^#{1,6} /.test(lines[index - 1] ?? ''),
  );
  return shown.slice(0, SAMPLE_LINES).join('\n');
};
