/** Which site the post is for and what shape it has; the finer points are a dialog away. */
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { editRecapOptions } from '../../app/edit-front-matter.ts';
import { keepForNextEvents } from '../../app/next-recap-options.ts';
import { SITE_PROFILES } from '../../recap/profiles/profile-of.ts';
import type { RecapTemplate } from '../../recap/templates/recap-template.ts';
import { RECAP_TEMPLATES } from '../../recap/templates/template-of.ts';
import { Button } from '../../ui/components/button.tsx';
import { SelectField } from '../../ui/components/select-field.tsx';
import { useReport } from '../../ui/components/toasts.tsx';
import { usePorts } from '../../ui/ports-context.ts';
import { type MessageKey, t } from '../../ui/strings.ts';
import { useAtOnce } from '../../ui/use-at-once.ts';
import { useDone } from '../../ui/use-done.ts';
import type { RecapState } from '../use-recap.ts';

const TEMPLATE_NAMES: Readonly<Record<RecapTemplate['id'], MessageKey>> = {
  default: 'templateModel',
  days: 'templateDays',
  'best-of': 'templateBestOf',
  themes: 'templateThemes',
  links: 'templateLinks',
  live: 'templateLive',
  pages: 'templatePages',
};

/** What a dialog of this card is given. */
export interface SiteDialogProps {
  readonly state: RecapState;
  readonly onClose: () => void;
}

const DIALOGS = {
  site: async () => (await import('./site-dialog.tsx')).SiteDialog,
  keys: async () => (await import('./site-dialog.tsx')).KeysDialog,
  shape: async () => (await import('./shape-dialog.tsx')).ShapeDialog,
  difference: async () => (await import('./difference-dialog.tsx')).DifferenceDialog,
  folder: async () => (await import('./folder-dialog.tsx')).FolderDialog,
} satisfies Record<string, () => Promise<FunctionComponent<SiteDialogProps>>>;
export type SiteDialogName = keyof typeof DIALOGS;

export const SiteCard = ({
  state,
  asked,
}: {
  readonly state: RecapState;
  /** A dialog that is asked for from elsewhere; a new object is a new wish. */
  readonly asked: { readonly dialog: SiteDialogName } | null;
}) => {
  const ports = usePorts();
  const report = useReport();
  const done = useDone();
  const { event } = state.records;
  const { id, recapOptions } = event;
  const [open, setOpen] = useState<SiteDialogName | null>(null);
  useEffect(() => {
    if (asked !== null) setOpen(asked.dialog);
  }, [asked]);
  const [site, setSite] = useAtOnce(recapOptions.siteProfile, (siteProfile) =>
    editRecapOptions(ports, id, { siteProfile }),
  );
  const [template, setTemplate] = useAtOnce(recapOptions.template, (next) =>
    editRecapOptions(ports, id, { template: next }),
  );
  const keep = (): void => {
    keepForNextEvents(ports, recapOptions).then(() => done(t('siteKept')), report);
  };
  return (
    <section class="card" aria-labelledby="site-title">
      <h2 id="site-title" class="card-title">
        {t('siteTitle')}
      </h2>
      <div class="site-row">
        <SelectField
          label={t('siteProfile')}
          value={site}
          options={SITE_PROFILES.map((profile) => ({
            value: profile.id,
            label: profile.id === 'plain' ? t('sitePlain') : profile.name,
          }))}
          onChoose={setSite}
        />
        <Button onClick={() => setOpen('site')}>{t('siteAdjust')}</Button>
      </div>
      <div class="site-row">
        <SelectField
          label={t('template')}
          value={template}
          options={RECAP_TEMPLATES.map((other) => ({
            value: other.id,
            label: t(TEMPLATE_NAMES[other.id] ?? 'templateModel'),
          }))}
          onChoose={setTemplate}
        />
        <Button onClick={() => setOpen('shape')}>{t('shapeAdjust')}</Button>
      </div>
      <span class="site-keep">
        <Button look="quiet" onClick={keep}>
          {t('siteKeep')}
        </Button>
      </span>
      {open !== null && <LoadedDialog name={open} state={state} onClose={() => setOpen(null)} />}
    </section>
  );
};

/** A dialog that is fetched when it is asked for. */
const LoadedDialog = ({ name, ...props }: SiteDialogProps & { readonly name: SiteDialogName }) => {
  const report = useReport();
  const [View, setView] = useState<FunctionComponent<SiteDialogProps> | null>(null);
  useEffect(() => {
    DIALOGS[name]().then((loaded) => setView(() => loaded), report);
  }, [name, report]);
  return View === null ? null : <View {...props} />;
};
