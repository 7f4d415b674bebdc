/** A site profile with the person's own settings over it: everything settled that a post is written by. */
import type { FrontMatterStyle } from '../../markdown/write-front-matter.ts';
import type { RecapOptions } from '../../model/event.ts';
import type { DateForm, FrontMatterKey, PostPaths } from '../../model/site-settings.ts';
import { profileOf } from './profile-of.ts';
import type { FileExtension, SiteProfile } from './site-profile.ts';

export interface SettledSite {
  readonly profile: SiteProfile;
  readonly extension: FileExtension;
  readonly style: FrontMatterStyle;
  readonly keys: readonly FrontMatterKey[];
  readonly dateForm: DateForm;
  readonly quotedDates: boolean;
  readonly paths: PostPaths;
  /** The marker to write, or `null`. */
  readonly summaryMarker: string | null;
}

/** Settings that the profile does not know (an older or newer version's) are passed over. */
export const settleSite = ({
  siteProfile,
  sites,
}: Pick<RecapOptions, 'siteProfile' | 'sites'>): SettledSite => {
  const profile = profileOf(siteProfile);
  const settings = sites?.[profile.id] ?? {};
  const format = profile.formats.find((known) => known === settings.format) ?? profile.formats[0] ?? 'yaml';
  const extension =
    profile.extensions.find((known) => known === settings.extension) ?? profile.extensions[0] ?? 'md';
  return {
    profile,
    extension,
    style: { format, quoting: settings.quoting ?? 'double', lists: settings.lists ?? profile.lists },
    keys: settings.keys ?? profile.keys,
    dateForm: settings.dateForm ?? profile.dateForm,
    quotedDates: settings.quotedDates ?? false,
    paths: { ...profile.paths, ...settings.paths },
    summaryMarker: settings.summary === true ? (profile.summaryMarker?.(extension) ?? null) : null,
  };
};
