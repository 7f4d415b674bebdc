/** The files of a finished post, ready to be written anywhere. */
import { safeFileName } from '../model/file-name.ts';
import type { Id } from '../model/ids.ts';

/** The part of a recap that is exported. */
export interface FinishedPost {
  readonly folder: string;
  readonly path: string;
  readonly text: string;
  /** Further pages of the post. */
  readonly pages?: readonly { readonly path: string; readonly text: string }[];
  readonly images: readonly { readonly path: string; readonly imageId: Id; readonly hash: string }[];
}

export interface BundleFile {
  /** With `/` between folders; every part is a name that all systems take. */
  readonly path: string;
  /** Reads the content when its turn comes, so that one image at a time is in memory. */
  readonly read: () => Promise<Blob>;
}

/**
 * The post, its further pages, then the images in order.
 *
 * @param readImage the bytes of an image; what it throws, `read` throws
 */
export const bundleFiles = (
  post: FinishedPost,
  readImage: (image: FinishedPost['images'][number]) => Promise<Blob>,
): BundleFile[] => [
  ...[post, ...(post.pages ?? [])].map(({ path, text }) => ({
    path: safePath(post.folder, path),
    read: async () => markdownFile(text),
  })),
  ...post.images.map((image) => ({
    path: safePath(post.folder, image.path),
    read: () => readImage(image),
  })),
];

/** The text of a post as a file of its own type: browsers change the extension of a file of another. */
export const markdownFile = (text: string): Blob => new Blob([text], { type: 'text/markdown;charset=utf-8' });

/** A calendar, of its own type for the same reason. */
export const calendarFile = (text: string): Blob => new Blob([text], { type: 'text/calendar;charset=utf-8' });

const safePath = (...paths: readonly string[]): string =>
  paths
    .flatMap((path) => path.split('/'))
    .filter((part) => !/^\.*$/.test(part))
    .map((part) => safeFileName(part, 'file'))
    .join('/');
