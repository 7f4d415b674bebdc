/** HTML as two pages of it are compared: addresses absolute, those never kept taken out, space between blocks as none. */
import { safeAddress } from '../../src/model/address.ts';

export const normalHtml = (html: string, base: string): string => {
  const root = document.implementation.createHTMLDocument('').createElement('div');
  root.innerHTML = html;
  for (const link of root.querySelectorAll('a')) {
    const url = safeAddress(link.getAttribute('href') ?? '', base);
    if (url === null) link.replaceWith(...link.childNodes);
    else link.setAttribute('href', url);
  }
  for (const image of root.querySelectorAll('img')) {
    const [src, alt, title] = ['src', 'alt', 'title'].map((name) => image.getAttribute(name));
    for (const name of ['src', 'alt', 'title']) image.removeAttribute(name);
    image.setAttribute('src', safeAddress(src ?? '', base) ?? '');
    image.setAttribute('alt', (alt ?? '').replace(/[[\]]/g, ''));
    if (title) image.setAttribute('title', title);
  }
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  const comments: ChildNode[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Comment) comments.push(node);
    else if (node instanceof Text && !node.parentElement?.closest('pre'))
      node.data = node.data.replace(/[ \n\t]+/g, ' ');
  }
  for (const comment of comments) comment.remove();
  return (
    root.innerHTML
      .replace(
        /\s*(<\/?(?:p|ul|ol|li|blockquote|h\d|hr|pre|table|thead|tbody|tr|td|th)(?:\s[^>]*)?>)\s*/g,
        '$1',
      )
      .replace(/ ?<br> ?/g, '<br>')
      // Empty paragraphs are space, and are left out.
      .replace(/<p>(?:&nbsp;|\s)*<\/p>/g, '')
      // Nor is there space at the end of a block.
      .replace(/\s+((?:<\/(?:a|em|strong|del)>)+<\/(?:li|p|h\d|td|th)>)/g, '$1')
      // Notes may have other names.
      .replace(/(user-content-fn(?:ref)?)-[\w-]+/g, '$1')
      .trim()
  );
};
