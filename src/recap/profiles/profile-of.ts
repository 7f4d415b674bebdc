/** All site profiles, in the order in which they are offered. */
import { ASTRO } from './astro.ts';
import { DOCUSAURUS } from './docusaurus.ts';
import { ELEVENTY } from './eleventy.ts';
import { HUGO } from './hugo.ts';
import { JEKYLL } from './jekyll.ts';
import { OBSIDIAN } from './obsidian.ts';
import { PLAIN } from './plain.ts';
import type { SiteProfile } from './site-profile.ts';
import { ZENN } from './zenn.ts';
import { ZOLA } from './zola.ts';

export const SITE_PROFILES: readonly SiteProfile[] = [
  HUGO,
  ZOLA,
  JEKYLL,
  ASTRO,
  DOCUSAURUS,
  ELEVENTY,
  ZENN,
  OBSIDIAN,
  PLAIN,
];

/** The profile of that name; Hugo's when there is none. */
export const profileOf = (id: string): SiteProfile =>
  SITE_PROFILES.find((profile) => profile.id === id) ?? HUGO;
