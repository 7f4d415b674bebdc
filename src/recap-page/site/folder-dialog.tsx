/** The export into the site's own folder: what will be new, changed and removed there, and then the writing. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { loadRecap } from '../../app/load-recap.ts';
import { recordExport } from '../../app/record-export.ts';
import { type FolderChange, type FolderPlan, planFolder, writeFolder } from '../../export/site-folder.ts';
import { NotFound } from '../../model/errors.ts';
import { canPickFolder, mayWrite, pickFolder } from '../../platform/pick-folder.ts';
import type { Recap } from '../../recap/recap.ts';
import { getFolder, putFolder } from '../../store/folder-handle.ts';
import { Button } from '../../ui/components/button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { useReport, useToast } from '../../ui/components/toasts.tsx';
import { usePorts } from '../../ui/ports-context.ts';
import { type MessageKey, t } from '../../ui/strings.ts';
import { recapFiles } from '../recap-files.ts';
import { Difference } from './difference.tsx';
import type { SiteDialogProps } from './site-card.tsx';

type Step =
  | { readonly name: 'looking' }
  | { readonly name: 'unsupported' }
  | { readonly name: 'no-folder' }
  | { readonly name: 'not-allowed'; readonly folder: FileSystemDirectoryHandle }
  | {
      readonly name: 'planned';
      readonly folder: FileSystemDirectoryHandle;
      readonly plan: FolderPlan;
      readonly recap: Recap;
    };

const CHANGES: Readonly<Record<FolderChange, MessageKey>> = {
  new: 'folderNew',
  changed: 'folderChanged',
  foreign: 'folderForeign',
  removed: 'folderRemoved',
  same: 'folderSame',
};

export const FolderDialog = ({ state, onClose }: SiteDialogProps) => {
  const ports = usePorts();
  const report = useReport();
  const show = useToast();
  const { event } = state.records;
  const [step, setStep] = useState<Step>({ name: 'looking' });
  const [busy, setBusy] = useState(false);

  const plan = useCallback(
    async (folder: FileSystemDirectoryHandle): Promise<void> => {
      const recap = await loadRecap(ports, event.id);
      if (recap === null) throw new NotFound('events', event.id);
      const last = (await ports.store.getEvent(event.id))?.lastExport?.files ?? [];
      const files = recapFiles(ports, recap);
      setStep({ name: 'planned', folder, recap, plan: await planFolder(folder, files, last) });
    },
    [ports, event.id],
  );

  useEffect(() => {
    const look = async (): Promise<void> => {
      if (!canPickFolder()) {
        setStep({ name: 'unsupported' });
        return;
      }
      const folder = await getFolder();
      if (folder === null) setStep({ name: 'no-folder' });
      else if (await mayWrite(folder, false)) await plan(folder);
      else setStep({ name: 'not-allowed', folder });
    };
    look().catch(report);
  }, [plan, report]);

  const doing = (work: () => Promise<void>): void => {
    setBusy(true);
    work()
      .catch(report)
      .finally(() => setBusy(false));
  };
  const pick = (): void =>
    doing(async () => {
      const folder = await pickFolder();
      if (folder === null) return;
      await putFolder(folder);
      if (await mayWrite(folder, true)) await plan(folder);
      else setStep({ name: 'not-allowed', folder });
    });
  const allow = (folder: FileSystemDirectoryHandle): void =>
    doing(async () => {
      if (await mayWrite(folder, true)) await plan(folder);
    });
  const write = (planned: Step & { readonly name: 'planned' }): void =>
    doing(async () => {
      await writeFolder(planned.folder, planned.plan);
      await recordExport(ports, event.id, planned.recap, planned.plan.written);
      show({ tone: 'done', text: t('folderWritten', planned.folder.name) });
      onClose();
    });

  const nothing = step.name === 'planned' && step.plan.files.every(({ change }) => change === 'same');
  return (
    <Dialog
      title={t('folderTitle')}
      onClose={onClose}
      foot={
        <>
          {step.name === 'planned' && (
            <Button look="quiet" disabled={busy} onClick={pick}>
              {t('folderOther')}
            </Button>
          )}
          <span class="dialog-gap" />
          {step.name === 'planned' && !nothing && (
            <Button look="primary" disabled={busy} onClick={() => write(step)}>
              {t('folderWrite')}
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
      }
    >
      <div class="form" aria-live="polite" aria-busy={step.name === 'looking'}>
        {step.name === 'unsupported' && <p>{t('folderUnsupported')}</p>}
        {step.name === 'no-folder' && <p>{t('folderNone')}</p>}
        {step.name === 'not-allowed' && <p>{t('folderAsk', step.folder.name)}</p>}
        {step.name === 'planned' && (
          <>
            <p>{nothing ? t('folderNothing', step.folder.name) : t('folderPlan', step.folder.name)}</p>
            <ul class="folder-files">
              {step.plan.files.map(({ path, change }) => (
                <li key={path} class={`folder-file is-${change}`}>
                  <span class="folder-change">{t(CHANGES[change])}</span>
                  <bdi>{path}</bdi>
                </li>
              ))}
            </ul>
            {event.lastExport !== undefined && (
              <Difference before={event.lastExport.text} after={step.recap.text} />
            )}
          </>
        )}
      </div>
    </Dialog>
  );
};
