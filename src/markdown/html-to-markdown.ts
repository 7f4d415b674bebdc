/** HTML to Markdown: the one converter, for clips, pasted text and abstracts. Reads, sanitises, then converts. */
import { gfm } from '@joplin/turndown-plugin-gfm';
import TurndownService from 'turndown';
import { safeAddress } from '../model/address.ts';
import { sanitise } from './html/sanitise.ts';

export interface HtmlToMarkdownOptions {
  /** Address that relative addresses are resolved against. */
  readonly base: string;
  /** The site shows raw HTML: `<sup>`, `<kbd>`, `<br>` in cells may be written as such. Default: no. */
  readonly rawHtml?: boolean;
  /** Whose shortcode openings are disarmed inside code. Default: nobody's. */
  readonly shortcodes?: 'hugo' | 'none';
  /** Gives the address to write for an image; `null` leaves the image out. Default: its own address. */
  readonly imageAddress?: (image: ClippedImage) => string | null;
}

/** An image that the Markdown refers to. */
export interface ClippedImage {
  /** Absolute, http or https. */
  readonly url: string;
  readonly alt: string;
  /** As the page states or shows it, in CSS pixels; `null` where unknown. */
  readonly width: number | null;
  readonly height: number | null;
}

/** What a conversion gives. */
export interface ConvertedHtml {
  readonly markdown: string;
  /** In order of appearance, each address once. */
  readonly images: ClippedImage[];
}

/** Parses HTML from outside (a paste, an abstract) into an inert tree; nothing in it runs or loads. */
export const parseHtml = (text: string): HTMLElement => sanitise(text);

const pixels = (value: string | null): number | null => {
  const number = Number.parseInt(value ?? '', 10);
  return number > 0 ? number : null;
};

/** Converts the node and what is in it. The node itself stays as it is. */
export const htmlToMarkdown = (node: Node, options: HtmlToMarkdownOptions): ConvertedHtml => {
  const holder = document.implementation.createHTMLDocument('').createElement('div');
  holder.append(node.cloneNode(true));
  const root = sanitise(holder.innerHTML);
  const images = new Map<string, ClippedImage>();
  for (const link of root.querySelectorAll('a')) {
    const url = safeAddress(link.getAttribute('href') ?? '', options.base);
    if (url === null) link.removeAttribute('href');
    else link.setAttribute('href', url);
  }
  for (const element of root.querySelectorAll('img')) {
    const url = safeAddress(element.getAttribute('src') ?? '', options.base);
    if (url === null || url.startsWith('mailto:')) {
      element.remove();
      continue;
    }
    const image: ClippedImage = {
      url,
      alt: element.getAttribute('alt') ?? '',
      width: pixels(element.getAttribute('width')),
      height: pixels(element.getAttribute('height')),
    };
    const address = options.imageAddress === undefined ? url : options.imageAddress(image);
    if (address === null) {
      element.remove();
      continue;
    }
    element.setAttribute('src', address);
    images.set(url, image);
  }
  const service = new TurndownService({
    headingStyle: 'atx',
    codeBlockStyle: 'fenced',
    bulletListMarker: '-',
    emDelimiter: '*',
    hr: '---',
  });
  service.use(gfm);
  const escapeSyntax = service.escape.bind(service);
  service.escape = (text) =>
    escapeSyntax(text)
      .replace(/</g, '\\<')
      .replace(/&(?=#?\w+;)/g, '\\&');
  return { markdown: service.turndown(root), images: [...images.values()] };
};
