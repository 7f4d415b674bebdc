/** A live blog: the summary first, then everything in running order with its time. */
import { ALL_KINDS, type RecapTemplate, USUAL_SHAPE } from './recap-template.ts';

export const LIVE_BLOG: RecapTemplate = {
  ...USUAL_SHAPE,
  id: 'live',
  heading: '{time} {title}',
  sections: [
    { content: 'takeaways', title: 'summary' },
    { content: 'overview', title: 'overview' },
    { content: 'sessions', title: 'liveBlog', kinds: ALL_KINDS, order: 'time' },
    { content: 'references', title: 'references' },
  ],
};
