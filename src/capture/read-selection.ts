/** The selection of a page as Markdown. */
import { htmlToMarkdown } from '../markdown/html-to-markdown.ts';
import type { PageText } from './page-clip.ts';

/** What is selected in the page, or `null` when nothing is. */
export const readSelection = (page: Document): PageText | null => {
  const selection = page.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const text = selection.toString().trim();
  const { markdown, images } = htmlToMarkdown(selection.getRangeAt(0).cloneContents(), {
    base: page.baseURI,
  });
  return markdown === '' ? null : { markdown, images, text };
};
