/** Clips a link; the same address in the same place is one clip, never a twin. */
import type { LinkNote, Place } from '../model/note.ts';
import { keepNote, type NewNote } from './keep-note.ts';
import type { Ports } from './ports.ts';

export type NewLink = Extract<NewNote, { readonly kind: 'link' }>;

export type ClipOutcome =
  | { readonly outcome: 'kept'; readonly note: LinkNote }
  /** The clip that is there already; nothing was written. */
  | { readonly outcome: 'exists'; readonly note: LinkNote };

/** @param twice keep a second clip of an address all the same */
export const clipLink = async (
  ports: Ports,
  place: Place,
  link: NewLink,
  options: { readonly draftTarget?: string; readonly twice?: boolean } = {},
): Promise<ClipOutcome> => {
  const found = options.twice === true ? null : await ports.store.findLink(place, link.url);
  if (found !== null) return { outcome: 'exists', note: found };
  const note = await keepNote(ports, place, link, options.draftTarget);
  return { outcome: 'kept', note: note as LinkNote };
};
