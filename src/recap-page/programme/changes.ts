/** A second reading, sorted for the person: what is new, moved, changed, cancelled, and what is ticked at first. */
import type { ScheduleChange } from '../../schedule/merge-programme.ts';

type ChangeGroup = 'changesMoved' | 'changesChanged' | 'changesNew' | 'changesCancelled';

/** A change that a person can say yes or no to. */
export type OpenChange = Exclude<ScheduleChange, { kind: 'unchanged' }>;

export interface SortedChanges {
  readonly groups: readonly { readonly group: ChangeGroup; readonly changes: readonly OpenChange[] }[];
  readonly count: number;
  readonly unchanged: number;
}

const groupOf = (change: OpenChange): ChangeGroup =>
  change.kind === 'new'
    ? 'changesNew'
    : change.kind === 'cancelled'
      ? 'changesCancelled'
      : change.isMoved
        ? 'changesMoved'
        : 'changesChanged';

const ORDER: readonly ChangeGroup[] = ['changesMoved', 'changesChanged', 'changesNew', 'changesCancelled'];

/** One name for a change, whatever it is of. */
export const changeKey = (change: OpenChange): string =>
  change.kind === 'new' ? `new ${change.incoming.key}` : `${change.kind} ${change.session.id}`;

/** What was offered before and left aside is no news, nor is a break. */
const isNews = (change: ScheduleChange): change is OpenChange =>
  change.kind === 'new' ? change.isLatest && !change.incoming.isBreak : change.kind !== 'unchanged';

export const sortChanges = (changes: readonly ScheduleChange[]): SortedChanges => {
  const open = changes.filter(isNews);
  return {
    groups: ORDER.map((group) => ({
      group,
      changes: open.filter((change) => groupOf(change) === group),
    })).filter((entry) => entry.changes.length > 0),
    count: open.length,
    unchanged: changes.filter(({ kind }) => kind === 'unchanged').length,
  };
};

/**
 * The changes that are ticked at first: every change of a session that the person has, what is cancelled, and what is
 * new where they took all there was. When most of their sessions are gone, it is likelier the wrong file.
 */
export const tickedAtFirst = (changes: readonly ScheduleChange[]): ReadonlySet<string> => {
  const tookAll = !changes.some(
    (change) => change.kind === 'new' && !change.isLatest && !change.incoming.isBreak,
  );
  const absent = changes.filter((change) => change.kind === 'cancelled' && change.reason === 'absent').length;
  const own = changes.filter(({ kind }) => kind !== 'new').length;
  const isOddFile = absent * 2 > own;
  return new Set(
    changes
      .filter(isNews)
      .filter((change) => {
        if (change.kind === 'changed') return true;
        if (change.kind === 'new') return tookAll;
        return !change.mustStay && (change.reason === 'stated' || !isOddFile);
      })
      .map(changeKey),
  );
};
