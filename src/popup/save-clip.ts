/** What the popup saves: the page as a link or as its selection, or just the note. */
import { clipLink } from '../app/clip-link.ts';
import { clipSelection } from '../app/clip-selection.ts';
import { type Filled, fillPending } from '../app/fill-pending.ts';
import { keepNotes, textNote } from '../app/keep-note.ts';
import type { Ports } from '../app/ports.ts';
import { linkFieldsOf, selectionFieldsOf, sourceOf } from '../capture/clip-mapping.ts';
import { talkPageOf } from '../capture/media-links.ts';
import type { PageClip } from '../capture/page-clip.ts';
import { readImages } from '../capture/read-images.ts';
import { isHidden } from '../capture/read-tab.ts';
import type { LinkKind, Place } from '../model/note.ts';

export interface ClipRequest {
  /** `twice`: a second clip of an address that is clipped here already. */
  readonly what: 'clip' | 'twice' | 'note';
  readonly place: Place;
  readonly clip: PageClip | null;
  readonly tabId: number | null;
  readonly remark: string;
  readonly typedTitle: string | null;
  readonly chosenKind: LinkKind | null;
  readonly withSelection: boolean;
  /** Text in place of the selection's own, where the person shortened it. */
  readonly article: string | null;
  /** The draft of the remark. */
  readonly draftTarget: string;
}

export interface SavedClip {
  /** Images of the selection that could not be stored and stay addresses. */
  readonly remoteImages: number;
  /** What the page filled in of what was still to come. */
  readonly filled: Filled | null;
}

/** `null` when there is nothing to save. Resolves when it is on disk. */
export const saveClip = async (ports: Ports, request: ClipRequest): Promise<SavedClip | null> => {
  const { what, place, clip, remark, chosenKind, draftTarget } = request;
  const title = request.typedTitle?.trim();
  if (what === 'note' || clip === null || isHidden(clip)) {
    const text = what === 'note' || !title ? remark : `${title}\n\n${remark}`.trim();
    if (text === '') return null;
    await keepNotes(ports, place, [textNote(text)], draftTarget);
    return { remoteImages: 0, filled: null };
  }
  const selection = request.withSelection ? selectionFieldsOf(clip) : null;
  if (selection !== null) {
    const pictures = clip.selection?.images ?? [];
    const images = await readImages(request.tabId ?? -1, pictures);
    const markdown = request.article ?? selection.markdown;
    const note = { ...selection, markdown, source: { ...sourceOf(clip), title: title || clip.title } };
    const { storedImages } = await clipSelection(ports, place, { note, images, remark }, draftTarget);
    return { remoteImages: pictures.length - storedImages, filled: null };
  }
  const link = linkFieldsOf(clip, remark);
  const changes = {
    ...(title ? { title } : {}),
    ...(chosenKind === null ? {} : { linkKind: chosenKind }),
  };
  await clipLink(
    ports,
    place,
    { ...link, title: link.title || clip.url, ...changes },
    { draftTarget, twice: what === 'twice', changes },
  );
  const page = talkPageOf(clip, request.tabId);
  // The clip is kept; what else the page could give is a gift.
  const filled = await fillPending(ports, place.eventId, page).catch(() => null);
  return { remoteImages: 0, filled };
};
