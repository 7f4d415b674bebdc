/** On a full disk: everything out into a file, and what takes room here, each with its size and a way to remove it. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { StoreFailure } from '../model/errors.ts';
import { type Freed, lookForRoom, makeRoom, type Room } from '../store/make-room.ts';
import { Button } from '../ui/components/button.tsx';
import { Dialog } from '../ui/components/dialog.tsx';
import { errorMessage } from '../ui/error-message.ts';
import { PortsContext, type SurfacePorts, usePorts } from '../ui/ports-context.ts';
import { sizeText } from '../ui/size-text.ts';
import { t, tCount } from '../ui/strings.ts';
import { findCopy, saveCopy } from './recover.ts';
import { saveBackup } from './save-backup.ts';

/** The database itself; where the disk is too full to open it, the copy apart. */
const saveAll = async (nowMs: () => number): Promise<void> => {
  try {
    await saveBackup(nowMs);
  } catch (error) {
    const copy = error instanceof StoreFailure ? await findCopy() : null;
    if (copy === null) throw error;
    await saveCopy(copy);
  }
};

interface Item {
  readonly what: Freed;
  readonly name: string;
  readonly facts: string;
}

const itemsOf = ({ copies, secondPictures, database }: Room): readonly Item[] => {
  const files = [
    { what: 'second-pictures' as const, name: t('makeRoomSecondPictures'), ...secondPictures },
    { what: 'copies' as const, name: t('makeRoomCopies'), ...copies },
    { what: 'pictures' as const, name: t('makeRoomPictures'), count: 0, bytes: 0, ...database?.pictures },
  ];
  return [
    ...files
      .filter(({ count }) => count > 0)
      .map(({ what, name, bytes }) => ({ what, name, facts: sizeText(bytes) })),
    ...(database?.events ?? []).map(({ id, name, deleted, notes, bytes }) => ({
      what: { event: id },
      name,
      facts: [
        ...(deleted ? [t('makeRoomDeleted')] : []),
        tCount('backupNoteOne', 'backupNotes', notes),
        sizeText(bytes),
      ].join(' · '),
    })),
  ];
};

const Removable = ({ item, busy, onRemove }: { item: Item; busy: boolean; onRemove: () => void }) => {
  const [sure, setSure] = useState(false);
  return (
    <li class="room-item">
      <span class="room-name">
        <span dir="auto">{item.name}</span>
        <span class="room-facts">{item.facts}</span>
      </span>
      <Button
        look={sure ? 'primary' : 'plain'}
        danger={sure}
        disabled={busy}
        aria-label={t(sure ? 'makeRoomSureNamed' : 'makeRoomRemoveNamed', item.name)}
        onClick={() => (sure ? onRemove() : setSure(true))}
      >
        {t(sure ? 'makeRoomSure' : 'makeRoomRemove')}
      </Button>
    </li>
  );
};

const MakeRoom = ({ onClose }: { readonly onClose: () => void }) => {
  const { nowMs } = usePorts();
  const [room, setRoom] = useState<Room | null>(null);
  const [left, setLeft] = useState<number | null>(null);
  const [busy, setBusy] = useState(true);
  const [failed, setFailed] = useState<unknown>(null);
  const act = (work: () => Promise<unknown>): void => {
    setBusy(true);
    setFailed(null);
    work()
      .then(async () => {
        const { quota, usage } = await navigator.storage.estimate();
        if (quota !== undefined && usage !== undefined) setLeft(Math.max(0, quota - usage));
        setRoom(await lookForRoom());
      })
      .catch((error: unknown) => {
        console.error(error);
        setFailed(error);
      })
      .finally(() => setBusy(false));
  };
  useEffect(() => act(async () => undefined), []);
  const items = room === null ? [] : itemsOf(room);
  return (
    <Dialog title={t('makeRoomTitle')} onClose={onClose}>
      <div class="room" aria-busy={busy}>
        <p>{t('makeRoomLead')}</p>
        <p role="status">{left !== null && t('makeRoomLeft', sizeText(left))}</p>
        {failed !== null && <p role="alert">{errorMessage(failed)}</p>}
        <div class="room-actions">
          <Button look="primary" disabled={busy} onClick={() => act(() => saveAll(nowMs))}>
            {t('backupSave')}
          </Button>
          <Button disabled={busy} onClick={() => act(async () => undefined)}>
            {t('makeRoomLookAgain')}
          </Button>
        </div>
        {room !== null && room.database === null && <p>{t('makeRoomNotOpen')}</p>}
        {items.length > 0 && (
          <>
            <h3>{t('makeRoomHere')}</h3>
            <p class="room-facts">{t('makeRoomForGood')}</p>
            <ul class="room-items">
              {items.map((item) => (
                <Removable
                  key={JSON.stringify(item.what)}
                  item={item}
                  busy={busy}
                  onRemove={() => act(() => makeRoom(item.what, nowMs))}
                />
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  );
};

/** Opens the dialog over whatever the surface shows. */
export const openMakeRoom = (ports: SurfacePorts): void => {
  const root = document.createElement('div');
  document.body.append(root);
  const close = (): void => {
    render(null, root);
    root.remove();
  };
  render(
    <PortsContext.Provider value={ports}>
      <MakeRoom onClose={close} />
    </PortsContext.Provider>,
    root,
  );
};
