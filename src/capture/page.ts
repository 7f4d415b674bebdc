/** Reads an open page from the extension's side: injects the capture script after a gesture and asks it. */
import { injectAndCall } from '../platform/scripting.ts';
import articleFile from './article-injected.ts?script&iife';
import injectedFile from './injected.ts?script&iife';
import type { ArticleMethods, CaptureMethods, PageClip, PageText } from './page-clip.ts';

type Answer<Method extends keyof CaptureMethods> = Awaited<ReturnType<CaptureMethods[Method]>>;

/** An image's bytes. */
export interface CapturedImage {
  readonly blob: Blob;
  readonly alt: string;
  /** A file name taken from the address, or empty. */
  readonly name: string;
}

const nameIn = (url: string): string => {
  try {
    return decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
  } catch {
    return '';
  }
};

const decode = (base64: string): Uint8Array<ArrayBuffer> => {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
};

/** What the page says of itself and what is selected. @throws PageNotReadable */
export const readPage = (tabId: number): Promise<PageClip> =>
  injectAndCall<Record<string, never>, PageClip>(tabId, injectedFile, 'readPage', {});

/** The bytes of an image of the page; `null` where the page may not read them. @throws PageNotReadable */
export const readImage = async (tabId: number, url: string): Promise<CapturedImage | null> =>
  capturedImage(
    await injectAndCall<{ url: string }, Answer<'readImage'>>(tabId, injectedFile, 'readImage', { url }),
    nameIn(url),
  );

/** The frame that the page's video shows; `null` where its host does not allow that. @throws PageNotReadable */
export const readFrame = async (tabId: number): Promise<CapturedImage | null> =>
  capturedImage(
    await injectAndCall<Record<string, never>, Answer<'readFrame'>>(tabId, injectedFile, 'readFrame', {}),
    '',
  );

/** The page's article as Markdown; `null` for a page without text. @throws PageNotReadable */
export const readArticle = async (tabId: number): Promise<PageText | null> => {
  const { article } = await injectAndCall<Record<string, never>, ReturnType<ArticleMethods['readArticle']>>(
    tabId,
    articleFile,
    'readArticle',
    {},
  );
  return article;
};

const capturedImage = ({ image }: Answer<'readImage'>, name: string): CapturedImage | null =>
  image === null
    ? null
    : { blob: new Blob([decode(image.base64)], { type: image.type }), alt: image.alt, name };
