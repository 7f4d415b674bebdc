/** The event: the conference that a recap is about. */
import type { Id } from './ids.ts';
import type { LastExport } from './last-export.ts';
import type { RecapShape } from './recap-shape.ts';
import type { SiteSettings } from './site-settings.ts';
import type { Instant, PlainDate, TimeZone } from './time.ts';

/** Languages a recap can be written in (its headings and labels). */
export const RECAP_LANGUAGES = ['en', 'ko', 'ja', 'de', 'fr', 'es', 'zh'] as const;
export type RecapLanguage = (typeof RECAP_LANGUAGES)[number];

/** What the person set by hand in the front matter; `null` and `[]` mean: derive it, or leave it out. */
export interface FrontMatterChoices {
  readonly title: string | null;
  /** RFC 3339 with offset, as it will be written. */
  readonly date: string | null;
  readonly lastmod: string | null;
  readonly keywords: readonly string[];
}

/** How the recap of this event is written. */
export interface RecapOptions {
  /** `&nbsp;` paragraphs before headings, as the model recap has them. */
  readonly spacers: boolean;
  readonly imageNames: 'numbered' | 'named';
  readonly siteProfile: string;
  /** By site profile: what the person's own site does otherwise. */
  readonly sites?: Readonly<Record<string, SiteSettings>>;
  readonly template: string;
  /** What the person words or shapes otherwise than the template. */
  readonly shape?: RecapShape;
}

/** What every stored record carries, so that devices and people can be merged one day. */
export interface Revisioned {
  readonly id: Id;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** 1 for a new record, one more with every write. */
  readonly revision: number;
  /** A tombstone: the record is deleted, the id is never used again. */
  readonly deletedAt: Instant | null;
}

export interface ConferenceEvent extends Revisioned {
  readonly name: string;
  /** Folder name of the bundle; derived from the name when empty. */
  readonly slug: string;
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
  readonly timeZone: TimeZone;
  readonly venue: string;
  /** The conference's own site. */
  readonly url: string;
  readonly language: RecapLanguage;
  readonly tags: readonly string[];
  readonly description: string;
  readonly frontMatter: FrontMatterChoices;
  readonly recapOptions: RecapOptions;
  /** Absent until the recap was exported. */
  readonly lastExport?: LastExport;
}

/** When the event was changed last; that it was exported is no change. */
export const changedAtOf = ({ lastExport, revision, updatedAt }: ConferenceEvent): Instant =>
  lastExport !== undefined && lastExport.revision === revision ? lastExport.changedAt : updatedAt;

export const DEFAULT_RECAP_OPTIONS: RecapOptions = {
  spacers: false,
  imageNames: 'numbered',
  siteProfile: 'hugo',
  template: 'default',
};

export const NO_FRONT_MATTER_CHOICES: FrontMatterChoices = {
  title: null,
  date: null,
  lastmod: null,
  keywords: [],
};
