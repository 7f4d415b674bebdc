/** What the popup is about to clip: the page as read, as the person changed it. */
import { useEffect, useState } from 'preact/hooks';
import { readArticle } from '../capture/page.ts';
import type { PageClip } from '../capture/page-clip.ts';
import type { LinkKind, LinkNote, Place } from '../model/note.ts';
import type { ActiveTab } from '../platform/tabs.ts';
import { useLive } from '../ui/use-live.ts';

export interface ClipState {
  /** `null` until the page was read, or when there is no page. */
  readonly clip: PageClip | null;
  /** What the person changed by hand; `null` where nothing. */
  readonly typedTitle: string | null;
  readonly chosenKind: LinkKind | null;
  readonly title: string;
  readonly setTitle: (title: string) => void;
  readonly linkKind: LinkKind;
  readonly setLinkKind: (kind: LinkKind) => void;
  readonly withSelection: boolean;
  readonly setWithSelection: (wanted: boolean) => void;
  /** The page's whole text as Markdown, as the person shortened it; `null` until it was asked for. */
  readonly article: string | null;
  readonly setArticle: (markdown: string | null) => void;
  /** Reads the whole text; false when the page has none. */
  readonly takeArticle: () => Promise<boolean>;
  /** True when the selection is what will be clipped. */
  readonly takesSelection: boolean;
  /** The clip of this address that the place has already; its title and kind are the ones shown. `null` for a selection. */
  readonly existing: LinkNote | null;
}

export const useClip = (
  tab: Promise<ActiveTab | null>,
  page: Promise<PageClip | null>,
  place: Place | undefined,
): ClipState => {
  const [clip, setClip] = useState<PageClip | null>(null);
  const [tabTitle, setTabTitle] = useState('');
  const [typedTitle, setTitle] = useState<string | null>(null);
  const [chosenKind, setLinkKind] = useState<LinkKind | null>(null);
  const [withSelection, setWithSelection] = useState(true);
  const [article, setArticle] = useState<string | null>(null);
  useEffect(() => {
    void tab.then((active) => {
      setTabTitle(active?.title ?? '');
    });
    void page.then(setClip);
  }, [tab, page]);
  const takeArticle = async (): Promise<boolean> => {
    const active = await tab;
    const text = active === null ? null : await readArticle(active.id);
    if (clip === null || text === null) return false;
    setClip({ ...clip, selection: text });
    setWithSelection(true);
    setArticle(text.markdown);
    return true;
  };
  const address = clip?.canonicalUrl ?? '';
  const found = useLive(`${place?.eventId}/${place?.sessionId}/${address}`, async (store) =>
    place === undefined || address === '' ? null : store.findLink(place, address),
  );
  const takesSelection = clip?.selection != null && withSelection;
  const existing = takesSelection ? null : (found ?? null);
  return {
    clip,
    typedTitle,
    chosenKind,
    title: typedTitle ?? existing?.title ?? clip?.title ?? tabTitle,
    setTitle,
    linkKind: chosenKind ?? existing?.linkKind ?? clip?.linkKind ?? 'article',
    setLinkKind,
    withSelection,
    setWithSelection,
    article,
    setArticle,
    takeArticle,
    takesSelection,
    existing,
  };
};
