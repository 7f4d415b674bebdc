/** What the backup dialog does: one thing at a time, with its progress and its fault. */
import { useCallback, useRef, useState } from 'preact/hooks';
import type { Backup } from '../../store/backup/backup-format.ts';
import type { Restored } from '../../store/backup/vault.ts';
import { useReport, useToast } from '../../ui/components/toasts.tsx';
import { usePorts } from '../../ui/ports-context.ts';
import { sizeText } from '../../ui/size-text.ts';
import { t, tCount } from '../../ui/strings.ts';
import { fileFault } from './file-fault.ts';

type BackupState =
  | { readonly stage: 'ask'; readonly fault: { readonly name: string; readonly text: string } | null }
  /** `done` from 0 to 1. */
  | { readonly stage: 'saving' | 'reading' | 'restoring'; readonly done: number }
  | { readonly stage: 'found'; readonly name: string; readonly backup: Backup };

export interface BackupWork {
  readonly state: BackupState;
  readonly save: () => void;
  readonly read: (file: File) => void;
  readonly restore: (mode: 'add' | 'replace') => void;
  readonly back: () => void;
}

const ASK: BackupState = { stage: 'ask', fault: null };

const load = () => import('./backup-file.ts');

const outcomeText = ({ added, updated, bothKept }: Restored, mode: 'add' | 'replace'): string => {
  if (mode === 'replace') return tCount('restoreReplacedOne', 'restoreReplaced', added);
  if (added + updated + bothKept === 0) return t('restoreNothingNew');
  const parts = [tCount('restoreAddedOne', 'restoreAdded', added)];
  if (updated > 0) parts.push(tCount('restoreUpdatedOne', 'restoreUpdated', updated));
  if (bothKept > 0) parts.push(tCount('restoreBothKeptOne', 'restoreBothKept', bothKept));
  return parts.join(' ');
};

/** @param onDone the dialog can be closed */
export const useBackup = (onDone: () => void): BackupWork => {
  const { store, nowMs } = usePorts();
  const show = useToast();
  const report = useReport();
  const [state, setState] = useState<BackupState>(ASK);
  const busy = useRef(false);

  const once = useCallback(
    (
      stage: 'saving' | 'reading' | 'restoring',
      name: string,
      work: (progress: (done: number) => void) => Promise<BackupState>,
    ) => {
      if (busy.current) return;
      busy.current = true;
      setState({ stage, done: 0 });
      work((done) => setState({ stage, done }))
        .catch((error: unknown): BackupState => {
          console.error(error);
          return { stage: 'ask', fault: { name, text: fileFault(error) } };
        })
        .then((next) => {
          busy.current = false;
          setState(next);
        });
    },
    [],
  );

  const save = useCallback(
    () =>
      once('saving', '', async (progress) => {
        const { saveBackup } = await import('../../surface/save-backup.ts');
        const { name, size } = await saveBackup(nowMs, progress);
        show({ tone: 'done', text: t('backupSaved', name, sizeText(size)) });
        onDone();
        return ASK;
      }),
    [once, nowMs, show, onDone],
  );
  const read = useCallback(
    (file: File) =>
      once('reading', file.name, async (progress) => {
        const { readBackupFile } = await load();
        return { stage: 'found', name: file.name, backup: await readBackupFile(file, progress) };
      }),
    [once],
  );
  const restore = useCallback(
    (mode: 'add' | 'replace') => {
      if (state.stage !== 'found') return;
      const { name, backup } = state;
      once('restoring', name, async (onProgress) => {
        const { restoreBackup } = await load();
        const nameOf = (event: string): string => t('restoreOtherVersion', event);
        const restored = await restoreBackup(nowMs, backup, { mode, nameOf, onProgress });
        const { step, putBack } = restored;
        const undo = putBack ?? (step === null ? null : async () => void (await store.undo(step)));
        show({
          tone: 'done',
          text: outcomeText(restored, mode),
          ...(undo !== null && {
            action: {
              label: t('undo'),
              run: () => void undo().then(() => show({ tone: 'done', text: t('undone') }), report),
            },
          }),
        });
        onDone();
        return ASK;
      });
    },
    [state, once, nowMs, store, show, report, onDone],
  );
  const back = useCallback(() => setState(ASK), []);
  return { state, save, read, restore, back };
};
