/** Superscript and subscript in plain text: `x^2`, `H2O`, `1st`. */

/** What to write before and after the text of a `sup` or `sub` so that its meaning stays readable. */
export const scriptText = (element: Element): { readonly before: string; readonly after: string } => {
  const text = (element.textContent ?? '').trim();
  if (element.localName === 'sub' || !isExponent(element, text)) return { before: '', after: '' };
  return /^[-+−]?[\p{L}\p{N}]+$|^[-+−]$/u.test(text)
    ? { before: '^', after: '' }
    : { before: '^(', after: ')' };
};

/** Raised after a letter, a digit or a bracket, and not an ordinal, a mark (™) or a reference in brackets. */
const isExponent = (element: Element, text: string): boolean => {
  if (!/^[-+−\p{L}\p{N}(][-+−*/^.,\s\p{L}\p{N}()]*$/u.test(text)) return false;
  if (/^(?:st|nd|rd|th|er|re|ère|e|ème|o|a|os|as|ers|TM|SM|MC|MD)$/.test(text)) return false;
  return /[\p{L}\p{N})\]]$/u.test(textBefore(element));
};

const textBefore = (element: Element): string => {
  let node: Node = element;
  while (node.previousSibling === null && node.parentNode !== null) {
    if (!/^(?:em|strong|del|span)$/.test((node.parentNode as Element).localName)) return '';
    node = node.parentNode;
  }
  return (node.previousSibling?.textContent ?? '').slice(-4);
};
