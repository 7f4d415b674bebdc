/** A selection inside one block of code: whole lines of it, in its language; a piece of one line is code in a line. */
import { codeBlockOf } from '../markdown/html-to-markdown.ts';

const CODE_BLOCKS =
  'pre, table.highlighttable, table.rouge-table, table.lntable, table.hljs-ln, .highlight table';

/** HTML of the code that is meant, or `null` when the selection is not inside one block of code. */
export const selectedCode = (range: Range, selected: string): Element | null => {
  const common = range.commonAncestorContainer;
  const element = common instanceof Element ? common : common.parentElement;
  const block = element?.closest(CODE_BLOCKS) ?? null;
  const code = block === null ? null : codeBlockOf(block);
  if (code === null) return null;
  const text = selected.replace(/\r\n?/g, '\n').replace(/^\n+|\n+$/g, '');
  const at = code.text.indexOf(text);
  const page = document.implementation.createHTMLDocument('');
  const make = (name: string, content: string): HTMLElement => {
    const made = page.createElement(name);
    made.textContent = content;
    return made;
  };
  if (text !== '' && at >= 0 && !text.includes('\n') && text.trim() !== lineAt(code.text, at).trim()) {
    return make('code', text.trim());
  }
  const lines =
    text === '' || at < 0
      ? code.text
      : code.text.slice(code.text.lastIndexOf('\n', at - 1) + 1, endOfLine(code.text, at + text.length));
  const pre = page.createElement('pre');
  const inner = make('code', lines);
  if (code.language !== '') inner.className = `language-${code.language}`;
  pre.append(inner);
  return pre;
};

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};

const lineAt = (text: string, at: number): string =>
  text.slice(text.lastIndexOf('\n', at - 1) + 1, endOfLine(text, at));
