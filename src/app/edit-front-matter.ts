/** Changes what the person set by hand in the front matter, and how the recap is written. */
import type { FrontMatterChoices, RecapOptions } from '../model/event.ts';
import type { Id } from '../model/ids.ts';
import type { RecapShape } from '../model/recap-shape.ts';
import type { SiteSettings } from '../model/site-settings.ts';
import type { OwnPost } from '../recap/profiles/read-own-post.ts';
import { changeEvent } from './edit-event.ts';
import type { Ports } from './ports.ts';

/** Other choices stay as they are. @throws NotFound */
export const editFrontMatter = (ports: Ports, id: Id, choices: Partial<FrontMatterChoices>): Promise<void> =>
  changeEvent(ports, id, ({ frontMatter }) => ({ frontMatter: { ...frontMatter, ...choices } }));

/** Other options stay as they are. @throws NotFound */
export const editRecapOptions = (ports: Ports, id: Id, options: Partial<RecapOptions>): Promise<void> =>
  changeEvent(ports, id, ({ recapOptions }) => ({ recapOptions: { ...recapOptions, ...options } }));

/** Changes what the person's own site does otherwise; other settings stay. `null` takes all of them back. @throws NotFound */
export const editSiteSettings = (
  ports: Ports,
  id: Id,
  siteProfile: string,
  changes: SiteSettings | null,
): Promise<void> =>
  changeEvent(ports, id, ({ recapOptions }) => {
    const settings = changes === null ? {} : { ...recapOptions.sites?.[siteProfile], ...changes };
    return { recapOptions: { ...recapOptions, sites: { ...recapOptions.sites, [siteProfile]: settings } } };
  });

/** Changes the recap's shape; the rest of it stays. `null` gives the template its own back. @throws NotFound */
export const editShape = (ports: Ports, id: Id, changes: RecapShape | null): Promise<void> =>
  changeEvent(ports, id, ({ recapOptions }) => ({
    recapOptions: { ...recapOptions, shape: changes === null ? {} : { ...recapOptions.shape, ...changes } },
  }));

/** Writes the recap as a post of the person's own is written, for this site; one step. @throws NotFound */
export const writeLikeOwnPost = (
  ports: Ports,
  id: Id,
  siteProfile: string,
  { site, shape, spacers }: OwnPost,
): Promise<void> =>
  changeEvent(ports, id, ({ recapOptions }) => ({
    recapOptions: {
      ...recapOptions,
      spacers,
      sites: { ...recapOptions.sites, [siteProfile]: { ...recapOptions.sites?.[siteProfile], ...site } },
      shape: {
        ...recapOptions.shape,
        ...shape,
        words: { ...recapOptions.shape?.words, ...shape.words },
      },
    },
  }));
