/** Deletes notes, in one step that can be undone. */
import type { Id } from '../model/ids.ts';
import { instantOf } from '../model/time.ts';
import { againOnConflict } from './again-on-conflict.ts';
import type { Ports, Put } from './ports.ts';

/** Notes that are gone already are passed over. */
export const deleteNotes = ({ store, nowMs }: Ports, ids: readonly Id[]): Promise<void> =>
  againOnConflict(async () => {
    const notes = await store.getNotes(ids);
    const deletedAt = instantOf(nowMs());
    const puts = notes.flatMap((note): Put[] =>
      note === null ? [] : [{ type: 'notes', base: note.revision, record: { ...note, deletedAt } }],
    );
    if (puts.length > 0) await store.write({ label: 'note-deleted', puts });
  });
