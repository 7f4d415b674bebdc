/** How a person's own site differs from its kind's profile: files, front matter, dates. Only what differs is kept. */

export const POST_FIELDS = ['title', 'date', 'lastmod', 'description', 'keywords', 'tags', 'slug'] as const;
/** What a post has to say of itself, whatever a site calls it. */
export type PostField = (typeof POST_FIELDS)[number];

/** One key of the front matter. A dot in the key stands for a level: `taxonomies.tags`. */
export type FrontMatterKey =
  | { readonly key: string; readonly from: PostField }
  /** Always this value: `true`, `12`, `[a, b]` or text; in double quotes it is text in any case. */
  | { readonly key: string; readonly from: 'fixed'; readonly value: string };

export type FrontMatterFormat = 'yaml' | 'toml' | 'none';

export const DATE_FORMS = ['offset', 'utc', 'spaced', 'local', 'minutes', 'tokyo', 'day'] as const;
/**
 * `offset`: 2023-08-05T12:24:15+09:00 · `utc`: 2023-08-05T03:24:15Z · `spaced`: 2023-08-05 12:24:15 +0900 ·
 * `local`: 2023-08-05T12:24:15 · `minutes`: 2023-08-05 12:24 · `tokyo`: the same on Japan's clocks · `day`: 2023-08-05
 */
export type DateForm = (typeof DATE_FORMS)[number];

/** `plain`: no quotes where none are needed. */
export type Quoting = 'double' | 'single' | 'plain';
export type ListStyle = 'flow' | 'block';

/**
 * Paths from the site's content folder; `{slug}`, `{title}`, `{date}`, `{year}`, `{month}`, `{day}` and `{extension}`
 * are filled in.
 */
export interface PostPaths {
  readonly post: string;
  /** Folder of the images, with a slash at its end; empty for the content folder itself. */
  readonly images: string;
  /** What stands before an image's file name in the body. */
  readonly imageAddress: string;
  /** How one post links another one. */
  readonly link: string;
}

export interface SiteSettings {
  readonly format?: FrontMatterFormat;
  readonly extension?: 'md' | 'mdx';
  /** All keys in order; absent: the profile's. */
  readonly keys?: readonly FrontMatterKey[];
  readonly dateForm?: DateForm;
  readonly quotedDates?: boolean;
  readonly quoting?: Quoting;
  readonly lists?: ListStyle;
  readonly paths?: Partial<PostPaths>;
  /** The marker that ends the summary, behind the overview. */
  readonly summary?: boolean;
}
