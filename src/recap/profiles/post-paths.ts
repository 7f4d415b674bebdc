/** Where a post's files stand and how they are addressed: the patterns of a site filled in. */
import { safeFileName } from '../../model/file-name.ts';
import type { SettledSite } from './settle-site.ts';
import type { PostFacts } from './site-profile.ts';

export interface PostFiles {
  /** Folder of the bundle; all other paths are inside it. Empty when the site wants them in several places. */
  readonly folder: string;
  readonly post: string;
  /** Folder of the images with a slash at its end, or empty: beside the post. */
  readonly imageFolder: string;
  /** What stands before an image's file name in the body: `./`. */
  readonly imagePrefix: string;
  /** How another post links this one. */
  readonly link: string;
}

/** Every part a name that all systems take; no way out of the content folder. */
const cleanPath = (path: string): string =>
  path
    .split('/')
    .filter((part) => !/^[.\s]*$/.test(part))
    .map((part) => safeFileName(part, 'file'))
    .join('/');

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '');

/** The post's files from its facts. @param facts with the slug that the site takes */
export const postFilesOf = (facts: PostFacts, { paths, extension }: SettledSite): PostFiles => {
  const [date = '', year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})/.exec(facts.date) ?? [];
  const values: Readonly<Record<string, string>> = {
    slug: facts.slug,
    title: safeFileName(facts.title, facts.slug),
    date,
    year,
    month,
    day,
    extension,
  };
  const fill = (pattern: string): string =>
    pattern.replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
  const post = cleanPath(fill(paths.post)) || `${facts.slug}.${extension}`;
  const images = cleanPath(fill(paths.images));
  const folder = folderOf(post);
  const together = folder !== '' && (images === folder || images.startsWith(`${folder}/`));
  const imageFolder = together ? images.slice(folder.length + 1) : images;
  return {
    folder: together ? folder : '',
    post: together ? post.slice(folder.length + 1) : post,
    imageFolder: imageFolder === '' ? '' : `${imageFolder}/`,
    imagePrefix: encodeSpaces(fill(paths.imageAddress)),
    link: encodeSpaces(fill(paths.link)),
  };
};

/** A link's destination ends at a blank; a template call in it has to keep its own. */
const encodeSpaces = (address: string): string =>
  address.includes('{%') ? address : address.replaceAll(' ', '%20');
