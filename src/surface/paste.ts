/** What a paste becomes: images are kept, rich text and cells become Markdown, anything else is the browser's own affair. */
import { applyEdit, selectionOf } from '../ui/components/markdown-field.tsx';
import { insertBlock, isInCode } from '../ui/writing-edits.ts';

/** HTML of code editors is a picture of the text that comes with it. */
const isFromEditor = (data: DataTransfer): boolean => data.types.includes('vscode-editor-data');

/** True when HTML says more than its plain text: a link, a list, a table, emphasis, code, a heading, an image. */
const isRich = (html: string): boolean =>
  /<(a\s[^>]*href|ul|ol|table|strong|b|em|i|code|pre|h[1-6]|img|blockquote|del|s)[\s>]/i.test(html);

const insert = (area: HTMLTextAreaElement, text: string): void => {
  const at = area.selectionStart + text.length;
  applyEdit(area, { from: area.selectionStart, to: area.selectionEnd, insert: text, start: at, end: at });
};

/** HTML of a spreadsheet: a table without a head, whose text says the same; with links in it the HTML says more. */
const isFromSheet = (html: string): boolean =>
  /google-sheets-html-origin|urn:schemas-microsoft-com:office:excel|content="(?:Microsoft Excel|LibreOffice)/i.test(
    html,
  ) && !/<a\s[^>]*href/i.test(html);

const insertHtml = async (area: HTMLTextAreaElement, html: string, text: string): Promise<void> => {
  const { htmlToMarkdown, parseHtml } = await import('../markdown/html-to-markdown.ts');
  const { markdown } = htmlToMarkdown(parseHtml(html), { base: '' });
  insert(area, markdown.trim() === '' ? text : markdown.trim());
};

/** At least two rows of at least two cells; a closer look tells whether they make a table. */
const hasCells = (text: string): boolean => /\t.*\r?\n.*\t/.test(text);

const insertCells = async (area: HTMLTextAreaElement, text: string): Promise<void> => {
  const { tableFromCells } = await import('../markdown/table-from-cells.ts');
  const table = tableFromCells(text);
  if (table === null) insert(area, text);
  else applyEdit(area, insertBlock(selectionOf(area), table));
};

/** Returns true when the paste was taken. */
export const pasteInto = (
  data: DataTransfer,
  area: HTMLTextAreaElement,
  effects: { readonly keepFiles: (files: File[]) => void; readonly onError: (error: unknown) => void },
): boolean => {
  const files = [...data.files];
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  // A browser's "copy image" brings the file and an <img>; a word processor brings text and a picture of it.
  if (files.length > 0 && text === '') {
    effects.keepFiles(files);
    return true;
  }
  if (isInCode(selectionOf(area)) || isFromEditor(data)) return false;
  const isCells = hasCells(text) && (html === '' || isFromSheet(html));
  if (!isCells && (html === '' || !isRich(html))) return false;
  const inserting = isCells ? insertCells(area, text) : insertHtml(area, html, text);
  inserting.catch((error: unknown) => {
    insert(area, text);
    effects.onError(error);
  });
  return true;
};
