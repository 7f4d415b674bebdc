/** How the person's own site differs from its kind: files, front matter, dates. The result stands beside the fields. */
import { useEffect } from 'preact/hooks';
import { editSiteSettings } from '../../app/edit-front-matter.ts';
import { DATE_FORMS, type PostPaths, type SiteSettings } from '../../model/site-settings.ts';
import { dateIn } from '../../recap/profiles/front-matter-of.ts';
import { settleSite } from '../../recap/profiles/settle-site.ts';
import { Button } from '../../ui/components/button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { Choices } from '../../ui/components/field.tsx';
import { SelectField } from '../../ui/components/select-field.tsx';
import { useReport } from '../../ui/components/toasts.tsx';
import { usePorts } from '../../ui/ports-context.ts';
import { type MessageKey, t } from '../../ui/strings.ts';
import { headOf } from '../recap-chunks.ts';
import { SavedLine } from '../saved-field.tsx';
import { KeysField } from './keys-field.tsx';
import { OwnPostField } from './own-post.tsx';
import type { SiteDialogProps } from './site-card.tsx';

const PATHS: Readonly<Record<keyof PostPaths, MessageKey>> = {
  post: 'sitePost',
  images: 'siteImages',
  imageAddress: 'siteImageAddress',
  link: 'siteLink',
};

/** Shown as each date form writes it. */
const SAMPLE_DATE = '2026-08-05T12:24:15+09:00';

/** The same, opened at the key that wants something done. */
export const KeysDialog = (props: SiteDialogProps) => {
  useEffect(() => {
    const keys = document.querySelector('dialog[open] .keys');
    const place =
      keys?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? keys?.querySelector(':scope > button');
    if (place instanceof HTMLElement) place.focus();
  }, []);
  return <SiteDialog {...props} />;
};

export const SiteDialog = ({ state, onClose }: SiteDialogProps) => {
  const ports = usePorts();
  const report = useReport();
  const { event } = state.records;
  const site = settleSite(event.recapOptions);
  const { profile } = site;
  const save = (changes: SiteSettings): void => {
    editSiteSettings(ports, event.id, profile.id, changes).catch(report);
  };
  const reset = (): void => {
    editSiteSettings(ports, event.id, profile.id, null).catch(report);
  };
  const name = profile.id === 'plain' ? t('sitePlain') : profile.name;
  return (
    <Dialog
      title={t('siteSettings', name)}
      onClose={onClose}
      foot={
        <>
          <Button look="quiet" onClick={reset}>
            {t('siteReset')}
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
          {`${[state.recap.folder, state.recap.path].filter((part) => part !== '').join('/')}\n\n${headOf(state.recap).trimEnd()}`}
        </pre>
        <OwnPostField event={event} siteProfile={profile.id} />
        {profile.formats.length > 1 && (
          <div class="field">
            <span class="field-label" aria-hidden="true">
              {t('frontMatter')}
            </span>
            <Choices
              label={t('frontMatter')}
              value={site.style.format}
              options={profile.formats.map((format) => ({
                value: format,
                label: format === 'none' ? t('siteNoFrontMatter') : format.toUpperCase(),
              }))}
              onChoose={(format) => save({ format })}
            />
          </div>
        )}
        {profile.extensions.length > 1 && (
          <div class="field">
            <span class="field-label" aria-hidden="true">
              {t('siteExtension')}
            </span>
            <Choices
              label={t('siteExtension')}
              value={site.extension}
              options={profile.extensions.map((extension) => ({ value: extension, label: `.${extension}` }))}
              onChoose={(extension) => save({ extension })}
            />
          </div>
        )}
        {site.style.format !== 'none' && (
          <>
            <KeysField
              keys={site.keys}
              required={profile.required}
              refused={profile.refused}
              onKeys={(keys) => save({ keys })}
            />
            <div class="field-row">
              <SelectField
                label={t('siteDates')}
                value={site.dateForm}
                options={DATE_FORMS.map((form) => ({
                  value: form,
                  label:
                    form === 'tokyo' ? t('siteTokyo', dateIn(SAMPLE_DATE, form)) : dateIn(SAMPLE_DATE, form),
                }))}
                onChoose={(dateForm) => save({ dateForm })}
              />
              {site.style.format === 'yaml' && (
                <>
                  <SelectField
                    label={t('siteQuotes')}
                    value={site.style.quoting}
                    options={[
                      { value: 'double', label: '"…"' },
                      { value: 'single', label: "'…'" },
                      { value: 'plain', label: t('siteQuotesPlain') },
                    ]}
                    onChoose={(quoting) => save({ quoting })}
                  />
                  <SelectField
                    label={t('siteLists')}
                    value={site.style.lists}
                    options={[
                      { value: 'flow', label: '[a, b]' },
                      { value: 'block', label: '- a' },
                    ]}
                    onChoose={(lists) => save({ lists })}
                  />
                </>
              )}
            </div>
            <Check
              label={t('siteQuotedDates')}
              checked={site.quotedDates}
              onChange={(quotedDates) => save({ quotedDates })}
            />
          </>
        )}
        {profile.summaryMarker !== null && (
          <Check
            label={t('siteSummary', profile.summaryMarker(site.extension))}
            checked={site.summaryMarker !== null}
            onChange={(summary) => save({ summary })}
          />
        )}
        <fieldset>
          <legend class="field-label">{t('sitePaths')}</legend>
          <span class="field-hint">{t('sitePathsHint')}</span>
          {(Object.keys(PATHS) as (keyof PostPaths)[]).map((path) => (
            <SavedLine
              key={path}
              target={`field:event:${event.id}:site:${profile.id}:${path}`}
              label={t(PATHS[path])}
              stored={site.paths[path]}
              save={(text) =>
                editSiteSettings(ports, event.id, profile.id, {
                  paths: { ...event.recapOptions.sites?.[profile.id]?.paths, [path]: text.trim() },
                })
              }
            />
          ))}
        </fieldset>
      </div>
    </Dialog>
  );
};

const Check = ({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) => (
  <label class="check">
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
    <span>{label}</span>
  </label>
);
