/** Clips a link; the same address in the same place is one clip, never a twin. */
import type { Note, Place } from '../model/note.ts';
import { keepNotes, type NewNote } from './keep-note.ts';
import type { Ports } from './ports.ts';

export type NewLink = Extract<NewNote, { readonly kind: 'link' }>;

type LinkChanges = Partial<Pick<NewLink, 'title' | 'linkKind'>>;

export interface ClipOutcome {
  /** `exists`: the clip was there already; a remark was added to it, else nothing was written. */
  readonly outcome: 'kept' | 'exists';
  readonly note: Note;
}

const joined = (before: string, remark: string): string =>
  remark === '' || before.includes(remark) ? before : before === '' ? remark : `${before}\n\n${remark}`;

/**
 * @param options.twice keep a second clip of an address all the same
 * @param options.changes what the person changed by hand: a clip that is there takes it over, and keeps the rest of its own
 */
export const clipLink = async (
  ports: Ports,
  place: Place,
  link: NewLink,
  options: { readonly draftTarget?: string; readonly twice?: boolean; readonly changes?: LinkChanges } = {},
): Promise<ClipOutcome> => {
  const drafts = { draftsDone: options.draftTarget === undefined ? [] : [options.draftTarget] };
  const found = options.twice === true ? null : await ports.store.findLink(place, link.url);
  if (found === null) {
    const [note] = await keepNotes(ports, place, [link], ...drafts.draftsDone);
    if (note === undefined) throw new Error('a kept link has a note');
    return { outcome: 'kept', note };
  }
  const record = {
    ...found,
    ...options.changes,
    markdown: joined(found.markdown, link.markdown),
  };
  const same =
    record.markdown === found.markdown && record.title === found.title && record.linkKind === found.linkKind;
  await ports.store.write({
    label: 'note-edited',
    puts: same ? [] : [{ type: 'notes', base: found.revision, record }],
    ...drafts,
  });
  return { outcome: 'exists', note: record };
};
