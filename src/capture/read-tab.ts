/** Reads the page of a tab as far as the browser lets us: title and address at least. */
import { PageNotReadable } from '../model/errors.ts';
import type { ActiveTab } from '../platform/tabs.ts';
import { clipOfTab } from './clip-of-tab.ts';
import { readPage } from './page.ts';
import type { PageClip } from './page-clip.ts';

/** Never fails for a page that may not be read: its notices say so. */
export const readTab = async (tab: ActiveTab): Promise<PageClip> => {
  try {
    return await readPage(tab.id);
  } catch (error) {
    if (!(error instanceof PageNotReadable)) throw error;
    return clipOfTab(tab);
  }
};

/** False for a page of which only title and address are known. */
export const isReadable = (clip: PageClip): boolean => !clip.notices.includes('page-not-readable');

/** The message for what a person should know of a clip before or after it is kept; `null` when all was read. */
export const noticeOf = (
  clip: PageClip,
): 'pageHidden' | 'pageNotReadable' | 'selectionTruncated' | 'selectionInFrame' | null => {
  if (isHidden(clip)) return 'pageHidden';
  if (!isReadable(clip)) return 'pageNotReadable';
  if (clip.notices.includes('selection-truncated')) return 'selectionTruncated';
  return clip.notices.includes('selection-in-frame') ? 'selectionInFrame' : null;
};

/** True for a page of which the browser tells nothing at all (its own pages). */
export const isHidden = (clip: PageClip): boolean => clip.canonicalUrl === '';
