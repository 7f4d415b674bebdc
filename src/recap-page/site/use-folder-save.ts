/** The steps of an export into the site's folder, from the folder that is known to the files that are written. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { loadRecap } from '../../app/load-recap.ts';
import { recordExport } from '../../app/record-export.ts';
import { type FolderPlan, planFolder } from '../../export/site-folder.ts';
import { writtenBySave } from '../../export/undo-save.ts';
import { NotFound } from '../../model/errors.ts';
import type { ConferenceEvent } from '../../model/event.ts';
import { instantOf } from '../../model/time.ts';
import { canPickFolder, mayWrite, pickFolder } from '../../platform/pick-folder.ts';
import type { Recap } from '../../recap/recap.ts';
import { getFolder, type HeldSave, putFolder } from '../../store/folder-handle.ts';
import { useReport, useToast } from '../../ui/components/toasts.tsx';
import { usePorts } from '../../ui/ports-context.ts';
import { t } from '../../ui/strings.ts';
import { recapFiles } from '../recap-files.ts';
import { findCutSave, leaveCutSave, saveIntoFolder, tidyCutSave, undoCutSave } from './folder-save.ts';

type FolderStep =
  | { readonly name: 'looking' }
  | { readonly name: 'unsupported' }
  | { readonly name: 'no-folder' }
  | { readonly name: 'not-allowed'; readonly folder: FileSystemDirectoryHandle }
  /** Cut off, and the event whose post it was is gone. */
  | { readonly name: 'only-undo'; readonly cut: HeldSave }
  | PlannedStep;

interface PlannedStep {
  readonly name: 'planned';
  readonly folder: FileSystemDirectoryHandle;
  readonly plan: FolderPlan;
  readonly recap: Recap;
  /** The event that is saved: with a cut, the one of that save. */
  readonly event: ConferenceEvent;
  readonly cut: HeldSave | null;
}

export interface FolderSave {
  readonly step: FolderStep;
  readonly busy: boolean;
  readonly pick: () => void;
  readonly allow: (folder: FileSystemDirectoryHandle) => void;
  readonly write: (planned: PlannedStep) => void;
  readonly undo: (cut: HeldSave) => void;
  readonly leave: () => void;
}

export const useFolderSave = (event: ConferenceEvent, onClose: () => void): FolderSave => {
  const ports = usePorts();
  const report = useReport();
  const show = useToast();
  const [step, setStep] = useState<FolderStep>({ name: 'looking' });
  const [busy, setBusy] = useState(false);
  const { id } = event;

  /** Wants the right to write there. */
  const plan = useCallback(
    async (folder: FileSystemDirectoryHandle, found: HeldSave | null): Promise<void> => {
      const cut = found !== null && !(await tidyCutSave(found)) ? found : null;
      const eventId = cut?.save.eventId ?? id;
      const [recap, saved] = await Promise.all([loadRecap(ports, eventId), ports.store.getEvent(eventId)]);
      if (recap === null || saved === null) {
        if (cut === null) throw new NotFound('events', eventId);
        setStep({ name: 'only-undo', cut });
        return;
      }
      const last = [...(saved.lastExport?.files ?? []), ...(cut === null ? [] : writtenBySave(cut.save))];
      const planned = await planFolder(folder, recapFiles(ports, recap), last);
      setStep({ name: 'planned', folder, recap, event: saved, cut, plan: planned });
    },
    [ports, id],
  );

  const look = useCallback(async (): Promise<void> => {
    if (!canPickFolder()) {
      setStep({ name: 'unsupported' });
      return;
    }
    const cut = await findCutSave();
    const folder = cut?.folder ?? (await getFolder());
    if (folder === null) setStep({ name: 'no-folder' });
    else if (await mayWrite(folder, false)) await plan(folder, cut);
    else setStep({ name: 'not-allowed', folder });
  }, [plan]);

  useEffect(() => {
    look().catch(report);
  }, [look, report]);

  const doing = (work: () => Promise<void>): void => {
    setBusy(true);
    work()
      .catch(report)
      .finally(() => setBusy(false));
  };
  return {
    step,
    busy,
    pick: () =>
      doing(async () => {
        const folder = await pickFolder();
        if (folder === null) return;
        await putFolder(folder);
        if (await mayWrite(folder, true)) await plan(folder, null);
        else setStep({ name: 'not-allowed', folder });
      }),
    allow: (folder) =>
      doing(async () => {
        if (await mayWrite(folder, true)) await look();
      }),
    write: ({ folder, plan: planned, recap, event: saved, cut }) =>
      doing(async () => {
        const save = { folder, plan: planned, eventId: saved.id, at: instantOf(ports.nowMs()), cut };
        await saveIntoFolder(save, () => recordExport(ports, saved.id, recap, planned.written));
        show({ tone: 'done', text: t('folderWritten', folder.name) });
        onClose();
      }),
    undo: (cut) =>
      doing(async () => {
        await undoCutSave(cut);
        show({ tone: 'done', text: t('folderUndone', cut.folder.name) });
        onClose();
      }),
    leave: () =>
      doing(async () => {
        await leaveCutSave();
        await look();
      }),
  };
};
