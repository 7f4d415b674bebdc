/** The best of it: what to take home, three talks in full, the others in a line. */
import { ALL_KINDS, PROGRAMME_KINDS, type RecapTemplate, USUAL_SHAPE } from './recap-template.ts';

export const BEST_OF: RecapTemplate = {
  ...USUAL_SHAPE,
  id: 'best-of',
  sections: [
    { content: 'overview', title: 'introduction' },
    { content: 'takeaways', title: 'takeaways' },
    { content: 'sessions', title: 'bestTalks', kinds: PROGRAMME_KINDS, most: 3 },
    { content: 'other-sessions', title: 'alsoSeen', kinds: ALL_KINDS },
    { content: 'references', title: 'references' },
  ],
};
