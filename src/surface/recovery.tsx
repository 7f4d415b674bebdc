/** In place of a surface whose database did not open or lost something: what is missing, and the copy to bring it back from. */
import { useEffect, useState } from 'preact/hooks';
import { copyText } from '../export/save-file.ts';
import { DataLost } from '../model/errors.ts';
import type { Copy } from '../store/copy/read-copy.ts';
import { Button } from '../ui/components/button.tsx';
import { errorDetails } from '../ui/error-details.ts';
import { errorMessage } from '../ui/error-message.ts';
import { t, tCount, uiLanguage } from '../ui/strings.ts';
import { findCopy, goOnWithout, isDamaged, restoreCopy, saveCopy } from './recover.ts';

const living = (copy: Copy): number =>
  copy.holdings.notes.filter(({ deletedAt }) => deletedAt === null).length;

/** `12 notes, 2 sessions`; empty when the last changes alone are missing. */
const lossText = ({ details }: DataLost): string => {
  const parts = (
    [
      ['notes', 'backupNoteOne', 'backupNotes'],
      ['sessions', 'programmeSessionOne', 'programmeSessions'],
      ['events', 'backupEventOne', 'backupEvents'],
      ['blobs', 'exportImageOne', 'exportImages'],
    ] as const
  ).flatMap(([kind, one, other]) => {
    const count = Number(details[kind] ?? 0);
    return count === 0 ? [] : [tCount(one, other, count)];
  });
  return new Intl.ListFormat(uiLanguage(), { type: 'conjunction' }).format(parts);
};

const Missing = ({ error }: { readonly error: unknown }) => {
  if (!(error instanceof DataLost))
    return <p>{isDamaged(error) ? t('recoveryDamaged') : errorMessage(error)}</p>;
  const missing = lossText(error);
  return <p>{missing === '' ? t('recoveryStepsMissing') : t('recoveryMissing', missing)}</p>;
};

export const Recovery = ({ error }: { readonly error: unknown }) => {
  const [copy, setCopy] = useState<Copy | null | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const [sure, setSure] = useState(false);
  const damaged = isDamaged(error);
  useEffect(() => {
    if (damaged) void findCopy().then(setCopy);
    else setCopy(null);
  }, [damaged]);
  const act = (work: () => Promise<void>, then: () => void = () => location.reload()): void => {
    setBusy(true);
    setFailed(null);
    work()
      .then(then, (cause: unknown) => {
        console.error(cause);
        setFailed(cause);
      })
      .finally(() => setBusy(false));
  };
  const when = new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <main class="empty recovery" aria-busy={busy}>
      <div class="recovery-said" role="alert">
        <h1>{t(error instanceof DataLost ? 'recoveryTitle' : 'storeDidNotOpen')}</h1>
        <Missing error={error} />
        {damaged && copy === null && <p>{t('recoveryNoCopy')}</p>}
        {copy != null && (
          <p>
            {t(
              'recoveryCopy',
              when.format(copy.writtenMs),
              tCount('backupNoteOne', 'backupNotes', living(copy)),
            )}
          </p>
        )}
        {failed !== null && <p class="recovery-failed">{errorMessage(failed)}</p>}
      </div>
      <div class="empty-actions">
        {copy != null && (
          <>
            <Button
              look="primary"
              disabled={busy}
              onClick={() => act(() => restoreCopy(copy, error, (name) => t('restoreOtherVersion', name)))}
            >
              {t('recoveryRestore')}
            </Button>
            <Button
              disabled={busy}
              onClick={() =>
                act(
                  () => saveCopy(copy),
                  () => undefined,
                )
              }
            >
              {t('recoverySave')}
            </Button>
          </>
        )}
        <Button disabled={busy} onClick={() => location.reload()}>
          {t('tryAgain')}
        </Button>
        {damaged && copy !== undefined && (
          <Button
            look="quiet"
            danger={sure}
            disabled={busy}
            onClick={() => (sure ? act(() => goOnWithout(error)) : setSure(true))}
          >
            {t(sure ? 'recoveryGoOnSure' : 'recoveryGoOn')}
          </Button>
        )}
        <Button
          look="quiet"
          onClick={() =>
            act(
              () => copyText(errorDetails(error)),
              () => undefined,
            )
          }
        >
          {t('copyDetails')}
        </Button>
      </div>
    </main>
  );
};
