/** What is read from a page: plain data that travels as JSON from the page to the extension. */
import type { LinkKind } from '../model/note.ts';

/** An image that a clip refers to. */
export interface PageImage {
  /** Absolute http(s) address; it stands in the Markdown as it stands here. */
  readonly url: string;
  readonly alt: string;
  /** CSS pixels, `null` where unknown. */
  readonly width: number | null;
  readonly height: number | null;
}

/** A part of a page as Markdown. */
export interface PageText {
  readonly markdown: string;
  readonly images: readonly PageImage[];
  /** The same without markup, for one-line previews. */
  readonly text: string;
}

/** What a person should be told about a clip: the message that says it. */
export type ClipNotice = 'selectionTruncated' | 'selectionInFrame' | 'pageNotReadable';

/** A page as it stands open. Empty text where the page does not state it. */
export interface PageClip {
  readonly title: string;
  /** As open, without tracking parameters. */
  readonly url: string;
  /** As the page states it, else `url`. */
  readonly canonicalUrl: string;
  readonly site: string;
  /** Names, comma-separated. */
  readonly author: string;
  /** A date or an instant, as the page states it. */
  readonly publishedOn: string;
  readonly description: string;
  /** BCP 47, as the page states it. */
  readonly language: string;
  readonly pictureUrl: string;
  /** A guess from the address and the page. */
  readonly linkKind: LinkKind;
  /** Where the page's video stands, in seconds. */
  readonly mediaSeconds: number | null;
  readonly selection: PageText | null;
  readonly notices: readonly ClipNotice[];
}

/** An image's bytes as they travel: base64. */
export interface EncodedImage {
  /** As the server or the canvas calls it; magic bytes decide later. */
  readonly type: string;
  readonly base64: string;
  readonly alt: string;
}

/** What the injected script offers. Every answer is an object: the injector takes `null` for a refusal. */
export interface CaptureMethods {
  readPage(request: Record<string, never>): PageClip | null;
  readFrame(request: Record<string, never>): Promise<{ readonly image: EncodedImage | null }>;
  readImage(request: { readonly url: string }): Promise<{ readonly image: EncodedImage | null }>;
}

/** What the script for whole-page clips offers. */
export interface ArticleMethods {
  readArticle(request: Record<string, never>): { readonly article: PageText | null };
}
