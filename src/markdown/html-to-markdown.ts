/** HTML to Markdown: the one converter, for clips, pasted text and abstracts. Reads, sanitises, shapes, writes. */

import { childElementsOf } from './html/dom-access.ts';
import type { Visibility } from './html/hidden.ts';
import type { ReadHtml } from './html/html-walk.ts';
import { RangeClip } from './html/range-clip.ts';
import { type CodeBlock, readCodeTable, readPre } from './html/read-code.ts';
import { HtmlReader } from './html/read-html.ts';
import { writeBlocks } from './html/rules.ts';
import { parseForeign, sanitise } from './html/sanitise.ts';
import { Shaper } from './html/shaper.ts';

/** An image that the Markdown refers to. */
interface ClippedImage {
  /** Absolute, http or https. */
  readonly url: string;
  readonly alt: string;
  /** As the page states it, in CSS pixels; `null` where it does not. */
  readonly width: number | null;
  readonly height: number | null;
}

export interface HtmlToMarkdownOptions {
  /** Address that relative addresses are resolved against. */
  readonly base: string;
  /** The site shows raw HTML: `<sup>`, and `<br>` in cells, may be written. Default: no. */
  readonly rawHtml?: boolean;
  /** Whose shortcode openings are disarmed inside code. Default: nobody's. In text they always are. */
  readonly shortcodes?: 'hugo' | 'none';
  /** Gives the address to write for an image; `null` leaves the image out. Default: its own address. */
  readonly imageAddress?: (image: ClippedImage) => string | null;
  /** Converts what of the node is in the range, and nothing else. */
  readonly range?: StaticRange;
  /** Converts what is in the node as if the node itself were a mere wrapper. */
  readonly contentOnly?: boolean;
  /** Elements to leave out. */
  readonly omitted?: ReadonlySet<Element>;
}

/** What a conversion gives. */
export interface ConvertedHtml {
  readonly markdown: string;
  /** In order of appearance, each address once. */
  readonly images: ClippedImage[];
  /** The source was longer than any page for people: its end is missing. */
  readonly isTruncated: boolean;
}

/** Parses HTML from outside (a paste, an abstract) into an inert tree; nothing in it runs or loads. */
export const parseHtml = (text: string): HTMLElement => parseForeign(text);

/** Converts the node and what is in it. The node itself stays as it is; it may be part of an open page. */
export const htmlToMarkdown = (node: Node, options: HtmlToMarkdownOptions): ConvertedHtml => {
  const { html, isTruncated } = readHtml(node, options);
  const images = new Map<string, ClippedImage>();
  const takeImage = (element: Element): { url: string; alt: string } | null => {
    const image = clippedImage(element);
    const url = options.imageAddress === undefined ? image.url : options.imageAddress(image);
    if (url === null) return null;
    if (!images.has(image.url)) images.set(image.url, image);
    return { url, alt: image.alt };
  };
  const rawHtml = options.rawHtml ?? false;
  const tree = new Shaper(takeImage, rawHtml).shape(sanitise(html));
  const markdown = writeBlocks(tree, { rawHtml, shortcodes: options.shortcodes ?? 'none' });
  return { markdown, images: [...images.values()], isTruncated };
};

const readHtml = (
  source: Node,
  { base, range, contentOnly = false, omitted }: HtmlToMarkdownOptions,
): ReadHtml => {
  const node = source instanceof Document ? (childElementsOf(source)[0] ?? source) : source;
  const visibility: Visibility = node.isConnected && node.ownerDocument?.defaultView ? 'rendered' : 'source';
  const clip = range === undefined ? null : new RangeClip(range, node);
  return new HtmlReader(node, base, visibility, clip, omitted).read(contentOnly);
};

const clippedImage = (element: Element): ClippedImage => ({
  url: element.getAttribute('src') ?? '',
  alt: element.getAttribute('alt') ?? '',
  width: pixels(element.getAttribute('width')),
  height: pixels(element.getAttribute('height')),
});

const pixels = (value: string | null): number | null => {
  const number = Number.parseInt(value ?? '', 10);
  return number > 0 ? number : null;
};

/** The code of a block of code in a page, without its line numbers; `null` when the element is none. */
export const codeBlockOf = (element: Element): CodeBlock | null =>
  element.localName === 'table' ? readCodeTable(element) : readPre(element);
