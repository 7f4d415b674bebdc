/** All recap templates, in the order in which they are offered. */
import { BEST_OF } from './best-of.ts';
import { DAY_BY_DAY } from './day-by-day.ts';
import { LINK_DIGEST } from './link-digest.ts';
import { LIVE_BLOG } from './live-blog.ts';
import { MODEL_RECAP } from './model-recap.ts';
import { PAGE_PER_TALK } from './page-per-talk.ts';
import type { RecapTemplate } from './recap-template.ts';
import { THEMES } from './themes.ts';

export const RECAP_TEMPLATES: readonly RecapTemplate[] = [
  MODEL_RECAP,
  DAY_BY_DAY,
  BEST_OF,
  THEMES,
  LINK_DIGEST,
  LIVE_BLOG,
  PAGE_PER_TALK,
];

/** The template of that name; the model recap's when there is none. */
export const templateOf = (id: string): RecapTemplate =>
  RECAP_TEMPLATES.find((template) => template.id === id) ?? MODEL_RECAP;
