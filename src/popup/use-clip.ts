/** What the popup is about to clip: the page as read, as the person changed it. */
import { useEffect, useState } from 'preact/hooks';
import { linkFieldsOf, selectionFieldsOf } from '../capture/clip-mapping.ts';
import type { PageClip } from '../capture/page-clip.ts';
import type { LinkKind, LinkNote, Place } from '../model/note.ts';
import type { ActiveTab } from '../platform/tabs.ts';
import { useLive } from '../ui/use-live.ts';

export interface ClipState {
  /** `null` until the page was read, or when there is no page. */
  readonly clip: PageClip | null;
  readonly tabId: number | null;
  readonly title: string;
  readonly setTitle: (title: string) => void;
  readonly linkKind: LinkKind;
  readonly setLinkKind: (kind: LinkKind) => void;
  readonly withSelection: boolean;
  readonly setWithSelection: (wanted: boolean) => void;
  /** The clip of this address that the place has already. */
  readonly existing: LinkNote | null;
}

export const useClip = (
  tab: Promise<ActiveTab | null>,
  page: Promise<PageClip | null>,
  place: Place | undefined,
): ClipState => {
  const [clip, setClip] = useState<PageClip | null>(null);
  const [tabId, setTabId] = useState<number | null>(null);
  const [title, setTitle] = useState('');
  const [linkKind, setLinkKind] = useState<LinkKind>('article');
  const [withSelection, setWithSelection] = useState(true);
  useEffect(() => {
    void tab.then((active) => {
      setTabId(active?.id ?? null);
      setTitle((typed) => typed || (active?.title ?? ''));
    });
    void page.then((read) => {
      if (read === null) return;
      setClip(read);
      setTitle(read.title);
      setLinkKind(read.linkKind);
    });
  }, [tab, page]);
  const address = clip?.canonicalUrl ?? '';
  const existing = useLive(`${place?.eventId}/${place?.sessionId}/${address}`, async (store) =>
    place === undefined || address === '' ? null : store.findLink(place, address),
  );
  return {
    clip,
    tabId,
    title,
    setTitle,
    linkKind,
    setLinkKind,
    withSelection,
    setWithSelection,
    existing: existing ?? null,
  };
};

/** The link note of this state. */
export const linkOf = (state: ClipState, clip: PageClip, remark: string) => ({
  ...linkFieldsOf(clip, remark),
  title: state.title.trim() || clip.title || clip.url,
  linkKind: state.linkKind,
});

/** The selection note of this state, or `null`. */
export const selectionOf = (state: ClipState) =>
  state.clip === null || !state.withSelection ? null : selectionFieldsOf(state.clip);
