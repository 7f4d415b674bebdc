/** Reads the page of a tab as far as the browser lets us: title and address at least. */
import { PageNotReadable } from '../model/errors.ts';
import type { ActiveTab } from '../platform/tabs.ts';
import { clipOfTab } from './clip-of-tab.ts';
import { readPage } from './page.ts';
import type { ClipNotice, PageClip } from './page-clip.ts';

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
export const isReadable = (clip: PageClip): boolean => !clip.notices.includes('pageNotReadable');

/** The message for what a person should know of a clip; none when all of it was read. */
export const noticeOf = (clip: PageClip): ClipNotice | 'pageHidden' | undefined =>
  isHidden(clip) ? 'pageHidden' : clip.notices[0];

/** True for a page of which the browser tells nothing at all (its own pages). */
export const isHidden = (clip: PageClip): boolean => clip.canonicalUrl === '';
