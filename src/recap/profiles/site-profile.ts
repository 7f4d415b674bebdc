/** The site profile: what one kind of site wants of a post's files, front matter and body. */
import type { FrontMatter } from '../../markdown/front-matter.ts';
import { HUGO } from './hugo.ts';

/** What a post has to say in its front matter, before a site's keys are chosen. */
export interface PostFacts {
  readonly title: string;
  /** RFC 3339 with offset. */
  readonly date: string;
  readonly lastmod: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly tags: readonly string[];
  readonly slug: string;
}

export interface PostFiles {
  /** Folder of the bundle; all other paths are inside it. Empty when the site wants them in several places. */
  readonly folder: string;
  readonly post: string;
  /** Folder of the images with a slash at its end, or empty: beside the post. */
  readonly imageFolder: string;
  /** What stands before an image's file name in the body: `./`. */
  readonly imagePrefix: string;
}

/** The body as the site needs it; `altered` when something could not be kept as it was written. */
export interface EscapedBody {
  readonly body: string;
  readonly altered: boolean;
}

export interface SiteProfile {
  readonly id: string;
  readonly filesOf: (facts: PostFacts) => PostFiles;
  /** Empty values are left out. */
  readonly frontMatterOf: (facts: PostFacts) => FrontMatter;
  /** Writes the whole file. */
  readonly write: (frontMatter: FrontMatter, body: string) => string;
  /** Takes the site's own syntax out of the body: it must show as written, never run. */
  readonly escapeBody: (body: string) => EscapedBody;
}

const PROFILES: readonly SiteProfile[] = [HUGO];

/** The profile of that name; Hugo's when there is none. */
export const profileOf = (id: string): SiteProfile => PROFILES.find((profile) => profile.id === id) ?? HUGO;
