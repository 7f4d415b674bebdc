/** The site profile: what one kind of site wants of a post's files, front matter and body. */
import type {
  DateForm,
  FrontMatterFormat,
  FrontMatterKey,
  ListStyle,
  PostPaths,
} from '../../model/site-settings.ts';

/** What a post has to say in its front matter, before a site's keys are chosen. */
export interface PostFacts {
  readonly title: string;
  /** RFC 3339 with offset, or a plain date that the person chose. */
  readonly date: string;
  readonly lastmod: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly tags: readonly string[];
  readonly slug: string;
}

/** A part of the body as the site needs it; `altered` when something could not be kept as it was written. */
export interface EscapedBody {
  readonly body: string;
  readonly altered: boolean;
}

export type FileExtension = 'md' | 'mdx';

export interface SiteProfile {
  readonly id: string;
  /** The product's own name. */
  readonly name: string;
  /** The first is the usual one. */
  readonly formats: readonly FrontMatterFormat[];
  readonly extensions: readonly FileExtension[];
  readonly paths: PostPaths;
  readonly keys: readonly FrontMatterKey[];
  readonly dateForm: DateForm;
  readonly lists: ListStyle;
  /** What ends the summary, by file extension; `null` where there is no such marker. */
  readonly summaryMarker: ((extension: FileExtension) => string) | null;
  /** Whether raw HTML in the body reaches the page. */
  readonly rawHtml: 'passes' | 'dropped';
  /** Keys without which the site does not build. */
  readonly required: readonly string[];
  /** Keys that the site refuses. */
  readonly refused: readonly string[];
  /** Limits of the site; absent where there are none. */
  readonly limits?: SiteLimits;
  /** A slug that the site takes, from the derived one. */
  readonly slugOf?: (slug: string, day: string) => string;
  /** A tag as the site takes it; `null` for one that it cannot take. */
  readonly tagOf?: (tag: string) => string | null;
  /**
   * Takes the site's own syntax out of one block of the body: it must show as written, never run. The block may become
   * longer, but opens and ends as what it was.
   */
  readonly escapeBlock: (block: string, extension: FileExtension) => EscapedBody;
}

interface SiteLimits {
  /** Characters. */
  readonly title?: number;
  readonly tags?: number;
  /** Characters of one tag. */
  readonly tag?: number;
  readonly slug?: RegExp;
}

/** For sites whose Markdown has no syntax that would run. */
export const keepBlock = (body: string): EscapedBody => ({ body, altered: false });
