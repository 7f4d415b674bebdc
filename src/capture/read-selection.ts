/** The selection of a page as Markdown, wherever in the page it is made. */
import { htmlToMarkdown } from '../markdown/html-to-markdown.ts';
import type { ClipNotice, PageText } from './page-clip.ts';
import { selectedCode } from './selected-code.ts';
import { widenRange } from './widen-range.ts';

/** What is selected, and what the person should know of it. */
export interface ReadSelection {
  readonly selection: PageText | null;
  readonly notices: readonly ClipNotice[];
}

const NOTHING: ReadSelection = { selection: null, notices: [] };
const MOST_CHARACTERS = 1_000_000;

/** Chromium lets a shadow root be asked; elsewhere the page's own selection reaches into it. */
type Selectable = (Document | ShadowRoot) & { getSelection?: () => Selection | null };

/** The selection with text in it: of the page, of an open shadow root in it, of a frame of the same site. */
const findSelection = (scope: Selectable, depth: number): Selection | null => {
  const own = scope.getSelection?.() ?? null;
  if (own !== null && !own.isCollapsed && own.toString().trim() !== '') return own;
  if (depth > 5) return null;
  const active = scope.activeElement;
  const inner = [active?.shadowRoot, own?.anchorNode instanceof Element ? own.anchorNode.shadowRoot : null];
  for (const shadow of inner) {
    const found = shadow ? findSelection(shadow, depth + 1) : null;
    if (found !== null) return found;
  }
  for (const frame of scope.querySelectorAll('iframe, frame')) {
    const page = frame instanceof HTMLIFrameElement ? frame.contentDocument : null;
    const found = page === null ? null : findSelection(page, depth + 1);
    if (found !== null) return found;
  }
  return own !== null && !own.isCollapsed ? own : null;
};

/** What is selected in a field that text is typed into; never in one for passwords. */
const selectedInField = (page: Document): string => {
  const field = page.activeElement;
  const isField =
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && /^(?:text|search|url)$/.test(field.type));
  if (!isField || field.selectionStart === null || field.selectionEnd === null) return '';
  return field.value.slice(field.selectionStart, field.selectionEnd).trim();
};

/** Plain text as the page would show it: its lines and paragraphs kept. */
const elementOf = (text: string): HTMLElement => {
  const page = document.implementation.createHTMLDocument('');
  const root = page.createElement('div');
  for (const paragraph of text.split(/\n\s*\n/)) {
    const element = page.createElement('p');
    paragraph.split('\n').forEach((line, index) => {
      if (index > 0) element.append(page.createElement('br'));
      element.append(line);
    });
    root.append(element);
  }
  return root;
};

const limited = (
  markdown: string,
  images: PageText['images'],
  text: string,
  isTruncated: boolean,
): ReadSelection => {
  if (markdown.trim() === '') return NOTHING;
  const isLong = markdown.length > MOST_CHARACTERS;
  const end = isLong ? Math.max(markdown.lastIndexOf('\n\n', MOST_CHARACTERS), 1) : markdown.length;
  const kept = markdown.slice(0, end);
  return {
    selection: {
      markdown: kept,
      images: isLong ? images.filter(({ url }) => kept.includes(url)) : images,
      text: text.slice(0, MOST_CHARACTERS),
    },
    notices: isLong || isTruncated ? ['selectionTruncated'] : [],
  };
};

/** A frame of another site has the focus, as after a selection in it. */
const isInForeignFrame = (page: Document): boolean => {
  const frame = page.activeElement;
  return frame instanceof HTMLIFrameElement && frame.contentDocument === null;
};

/** What is selected in the page. */
export const readSelection = (page: Document): ReadSelection => {
  const base = page.baseURI;
  const typed = selectedInField(page);
  if (typed !== '') return limited(htmlToMarkdown(elementOf(typed), { base }).markdown, [], typed, false);
  const selection = findSelection(page, 0);
  if (selection === null || selection.rangeCount === 0)
    return isInForeignFrame(page) ? { selection: null, notices: ['selectionInFrame'] } : NOTHING;
  const text = selection.toString().trim();
  const parts = Array.from({ length: selection.rangeCount }, (_, index) => {
    const range = selection.getRangeAt(index);
    const code = selectedCode(range, selection.rangeCount === 1 ? selection.toString() : range.toString());
    const widened = widenRange(range);
    const own = widened.root.ownerDocument?.baseURI ?? base;
    return code === null
      ? htmlToMarkdown(widened.root, { ...widened, base: own })
      : htmlToMarkdown(code, { base: own });
  });
  const markdown = parts
    .map((part) => part.markdown)
    .filter((part) => part !== '')
    .join('\n\n');
  const images = parts.flatMap((part) => part.images);
  // Drawn text (SVG) converts to nothing: its characters are kept.
  if (markdown === '' && text !== '')
    return limited(htmlToMarkdown(elementOf(text), { base }).markdown, [], text, false);
  return limited(
    markdown,
    images,
    text,
    parts.some((part) => part.isTruncated),
  );
};
