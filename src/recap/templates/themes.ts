/** By theme: introduction, talks track by track, the people, the place, what remains. */
import { PROGRAMME_KINDS, type RecapTemplate, USUAL_SHAPE } from './recap-template.ts';

export const THEMES: RecapTemplate = {
  ...USUAL_SHAPE,
  id: 'themes',
  sections: [
    { content: 'overview', title: 'introduction' },
    { content: 'sessions', title: 'sessions', kinds: PROGRAMME_KINDS, groupBy: 'track' },
    { content: 'sessions', title: 'social', kinds: ['office-hours', 'hallway'] },
    { content: 'place', title: 'place' },
    { content: 'takeaways', title: 'conclusion' },
    { content: 'references', title: 'references' },
  ],
};
