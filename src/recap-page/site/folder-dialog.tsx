/** The export into the site's own folder: what will be new, changed and removed there, and then the writing. */
import type { FolderChange } from '../../export/site-folder.ts';
import { Button } from '../../ui/components/button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { type MessageKey, t } from '../../ui/strings.ts';
import { Difference } from './difference.tsx';
import type { SiteDialogProps } from './site-card.tsx';
import { type FolderSave, useFolderSave } from './use-folder-save.ts';

const CHANGES: Readonly<Record<FolderChange, MessageKey>> = {
  new: 'folderNew',
  changed: 'folderChanged',
  foreign: 'folderForeign',
  removed: 'folderRemoved',
  same: 'folderSame',
};

export const FolderDialog = ({ state, onClose }: SiteDialogProps) => {
  const saving = useFolderSave(state.records.event, onClose);
  const { step } = saving;
  return (
    <Dialog title={t('folderTitle')} onClose={onClose} foot={<Foot {...saving} />}>
      <div class="form" aria-live="polite" aria-busy={step.name === 'looking'}>
        {step.name === 'unsupported' && <p>{t('folderUnsupported')}</p>}
        {step.name === 'no-folder' && <p>{t('folderNone')}</p>}
        {step.name === 'not-allowed' && <p>{t('folderAsk', step.folder.name)}</p>}
        {step.name === 'only-undo' && <p>{t('folderCutGone', step.cut.folder.name)}</p>}
        {step.name === 'planned' && <Planned {...step} />}
      </div>
    </Dialog>
  );
};

type PlannedStep = Extract<FolderSave['step'], { readonly name: 'planned' }>;

const isDone = ({ plan, cut }: PlannedStep): boolean =>
  cut === null && plan.files.every(({ change }) => change === 'same');

const Planned = (step: PlannedStep) => {
  const { folder, plan, event, recap, cut } = step;
  const head = isDone(step) ? t('folderNothing', folder.name) : t('folderPlan', folder.name);
  return (
    <>
      <p>{cut === null ? head : t('folderCut', event.name, folder.name)}</p>
      <ul class="folder-files">
        {plan.files.map(({ path, change }) => (
          <li key={path} class={`folder-file is-${change}`}>
            <span class="folder-change">{t(CHANGES[change])}</span>
            <bdi>{path}</bdi>
          </li>
        ))}
      </ul>
      {event.lastExport !== undefined && <Difference before={event.lastExport.text} after={recap.text} />}
    </>
  );
};

const Foot = ({ step, busy, pick, allow, write, undo, leave }: FolderSave) => {
  const cut = 'cut' in step ? step.cut : null;
  return (
    <>
      {step.name === 'planned' && cut === null && (
        <Button look="quiet" disabled={busy} onClick={pick}>
          {t('folderOther')}
        </Button>
      )}
      {cut !== null && (
        <Button look="quiet" disabled={busy} onClick={leave}>
          {t('folderLeave')}
        </Button>
      )}
      <span class="dialog-gap" />
      {cut !== null && (
        <Button disabled={busy} onClick={() => undo(cut)}>
          {t('folderUndo')}
        </Button>
      )}
      {step.name === 'planned' && !isDone(step) && (
        <Button look="primary" disabled={busy} onClick={() => write(step)}>
          {t(cut === null ? 'folderWrite' : 'folderFinish')}
        </Button>
      )}
      {(step.name === 'no-folder' || step.name === 'not-allowed') && (
        <Button
          look="primary"
          disabled={busy}
          onClick={() => (step.name === 'no-folder' ? pick() : allow(step.folder))}
        >
          {t(step.name === 'no-folder' ? 'folderPick' : 'folderAllow')}
        </Button>
      )}
    </>
  );
};
