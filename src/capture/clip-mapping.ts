/** From what was read of a page to the fields of a note. */
import type { LinkNote, SelectionNote, Source } from '../model/note.ts';
import { addressAtSecond } from './link-kind.ts';
import type { PageClip } from './page-clip.ts';

/** The page as the source of a note. */
export const sourceOf = (clip: PageClip): Source => ({
  url: clip.canonicalUrl,
  title: clip.title,
  site: clip.site,
  author: clip.author,
  publishedOn: clip.publishedOn,
  mediaSeconds: clip.mediaSeconds,
});

/** The fields of a link note: the page itself, a recording at the second it stands at, with a remark of the person's or none. */
export const linkFieldsOf = (
  clip: PageClip,
  remark = '',
): Pick<LinkNote, 'kind' | 'url' | 'title' | 'linkKind' | 'markdown' | 'source'> => ({
  kind: 'link',
  url: addressAtSecond(clip.canonicalUrl, clip.mediaSeconds),
  title: clip.title,
  linkKind: clip.linkKind,
  markdown: remark,
  source: sourceOf(clip),
});

/** The fields of a selection note, or `null` when nothing is selected. */
export const selectionFieldsOf = (
  clip: PageClip,
): Pick<SelectionNote, 'kind' | 'markdown' | 'source'> | null =>
  clip.selection === null
    ? null
    : { kind: 'selection', markdown: clip.selection.markdown, source: sourceOf(clip) };
