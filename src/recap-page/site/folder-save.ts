/**
 * Saving into the site's folder so that a cut at any step leaves the old or the new state in reach: what stood there is noted
 * in our own store first, the note goes last, and a note that is found tells of a save that was cut off.
 */
import { type FolderPlan, writeFolder } from '../../export/site-folder.ts';
import { isUntouched, noteBefore, undoSave } from '../../export/undo-save.ts';
import type { Id } from '../../model/ids.ts';
import type { Instant } from '../../model/time.ts';
import { clearUnfinished, getUnfinished, type HeldSave, putUnfinished } from '../../store/folder-handle.ts';

/** One save at a time, in all pages. */
const LOCK = 'lanyard-folder';

export interface PlannedSave {
  readonly folder: FileSystemDirectoryHandle;
  readonly plan: FolderPlan;
  readonly eventId: Id;
  readonly at: Instant;
  /** The save that this one finishes. */
  readonly cut: HeldSave | null;
}

/**
 * Carries out a plan. When it fails on its way, what stood there is put back.
 *
 * @param remember keeps what was written, for the next export; a part of the save
 */
export const saveIntoFolder = (
  { folder, plan, eventId, at, cut }: PlannedSave,
  remember: () => Promise<void>,
): Promise<void> =>
  navigator.locks.request(LOCK, async () => {
    const save = { eventId, at, ...(await noteBefore(folder, plan, cut?.save)) };
    await putUnfinished({ folder, save });
    try {
      await writeFolder(folder, plan);
    } catch (error) {
      await undoSave(folder, save);
      await clearUnfinished();
      throw error;
    }
    await remember();
    await clearUnfinished();
  });

/** The save that was cut off; `null` when there is none, or when another page is at it. Wants no permission. */
export const findCutSave = (): Promise<HeldSave | null> =>
  navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) =>
    lock === null ? null : getUnfinished(),
  );

/** Puts back what stood there before the save. */
export const undoCutSave = ({ folder, save }: HeldSave): Promise<void> =>
  navigator.locks.request(LOCK, async () => {
    await undoSave(folder, save);
    await clearUnfinished();
  });

/** A save that was cut off before it changed a file: its empty files and folders go. True when it was one. */
export const tidyCutSave = async (held: HeldSave): Promise<boolean> => {
  if (!(await isUntouched(held.folder, held.save))) return false;
  await undoCutSave(held);
  return true;
};

/** Leaves the folder as the cut left it. */
export const leaveCutSave = (): Promise<void> => clearUnfinished();
