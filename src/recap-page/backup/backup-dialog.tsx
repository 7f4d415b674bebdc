/** Everything out into one file, and back in: what a file holds is shown before it is taken. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Backup } from '../../store/backup/backup-format.ts';
import { readCopy } from '../../store/copy/read-copy.ts';
import { DATABASE_NAME } from '../../store/schema.ts';
import { Button } from '../../ui/components/button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { DownloadIcon, FileArchiveIcon, TriangleAlertIcon } from '../../ui/components/icons.tsx';
import { t, tCount, uiLanguage } from '../../ui/strings.ts';
import { type BackupWork, useBackup } from './use-backup.ts';

const STAGES = { saving: 'backupSaving', reading: 'restoreReading', restoring: 'restoreRestoring' } as const;

const living = (records: readonly { readonly deletedAt: string | null }[]): number =>
  records.filter(({ deletedAt }) => deletedAt === null).length;

/** Where the notes lie, whether the browser has promised to keep them, and how old the copy apart is. */
const Safety = () => {
  const [facts, setFacts] = useState<{ readonly promised: boolean; readonly copiedMs: number | null }>();
  useEffect(() => {
    const ask = async () => ({
      // Asked each time: browsers grant it later, to what is used often.
      promised: await navigator.storage.persist(),
      copiedMs: (await readCopy(DATABASE_NAME).catch(() => null))?.writtenMs ?? null,
    });
    ask().then(setFacts, () => undefined);
  }, []);
  if (facts === undefined) return null;
  const when = new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <p class="backup-hint">
      {t(facts.promised ? 'storagePromised' : 'storageNotPromised')}{' '}
      {facts.copiedMs !== null && t('storageCopied', when.format(facts.copiedMs))}
    </p>
  );
};

const Ask = ({ work }: { readonly work: BackupWork }) => {
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file !== undefined) work.read(file);
  };
  const fault = work.state.stage === 'ask' ? work.state.fault : null;
  return (
    <>
      {fault !== null && (
        <div class="backup-fault" role="alert">
          <TriangleAlertIcon />
          <div>
            {fault.name !== '' && (
              <p class="backup-strong" dir="auto">
                {t('restoreFailed', fault.name)}
              </p>
            )}
            <p>{fault.text}</p>
            <p>{t('restoreNothingChanged')}</p>
          </div>
        </div>
      )}
      <section class="backup-part">
        <p>{t('backupLead')}</p>
        <Safety />
        <Button look="primary" onClick={work.save}>
          <DownloadIcon /> {t('backupSave')}
        </Button>
      </section>
      <fieldset
        aria-label={t('restorePick')}
        class={over ? 'backup-part backup-drop is-over' : 'backup-part backup-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <p>{t('restoreDrop')}</p>
        <Button onClick={() => picker.current?.click()}>
          <FileArchiveIcon /> {t('restorePick')}
        </Button>
        <input
          ref={picker}
          type="file"
          class="visually-hidden"
          aria-label={t('restorePick')}
          tabIndex={-1}
          accept=".zip,application/zip"
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
      </fieldset>
    </>
  );
};

const Found = ({ name, backup }: { readonly name: string; readonly backup: Backup }) => {
  const { events, sessions, notes, images } = backup.holdings;
  const when = new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'long', timeStyle: 'short' });
  return (
    <section class="backup-part" aria-label={t('restoreInside')}>
      <p class="backup-strong" dir="auto">
        {name}
      </p>
      <p>{t('restoreChangedAt', when.format(new Date(backup.changedAt)))}</p>
      <ul class="backup-counts">
        <li>{tCount('backupEventOne', 'backupEvents', living(events))}</li>
        <li>{tCount('programmeSessionOne', 'programmeSessions', living(sessions))}</li>
        <li>{tCount('backupNoteOne', 'backupNotes', living(notes))}</li>
        <li>{tCount('exportImageOne', 'exportImages', living(images))}</li>
      </ul>
      <ul class="backup-events">
        {events
          .filter(({ deletedAt }) => deletedAt === null)
          .slice(0, 20)
          .map((event) => (
            <li key={event.id} dir="auto">
              {event.name}
            </li>
          ))}
      </ul>
    </section>
  );
};

const MODES = [
  ['add', 'restoreAdd', 'restoreAddHint'],
  ['replace', 'restoreReplace', 'restoreReplaceHint'],
] as const;

export const BackupDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const work = useBackup(onClose);
  const { state } = work;
  const [mode, setMode] = useState<'add' | 'replace'>('add');
  return (
    <Dialog
      title={t('backup')}
      onClose={onClose}
      {...(state.stage === 'found' && {
        foot: (
          <>
            <Button look="quiet" onClick={work.back}>
              {t('cancel')}
            </Button>
            <Button look="primary" danger={mode === 'replace'} onClick={() => work.restore(mode)}>
              {t(mode === 'add' ? 'restoreAdd' : 'restoreReplace')}
            </Button>
          </>
        ),
      })}
    >
      {state.stage === 'ask' && <Ask work={work} />}
      {state.stage === 'found' && (
        <>
          <Found name={state.name} backup={state.backup} />
          <fieldset class="backup-modes">
            <legend class="visually-hidden">{t('restoreHow')}</legend>
            {MODES.map(([value, label, hint]) => (
              <label key={value} class="backup-mode">
                <input
                  type="radio"
                  name="restore-mode"
                  checked={mode === value}
                  onChange={() => setMode(value)}
                />
                <span>
                  <span class="backup-strong">{t(label)}</span>
                  <span class="backup-hint">{t(hint)}</span>
                </span>
              </label>
            ))}
          </fieldset>
        </>
      )}
      {'done' in state && (
        <div class="backup-progress" role="status">
          <p>{t(STAGES[state.stage])}</p>
          <progress value={state.done} max={1} aria-label={t(STAGES[state.stage])} />
        </div>
      )}
    </Dialog>
  );
};
