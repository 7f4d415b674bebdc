/** A file for each talk, and an index of them. */
import { ALL_KINDS, type RecapTemplate, USUAL_SHAPE } from './recap-template.ts';

export const PAGE_PER_TALK: RecapTemplate = {
  ...USUAL_SHAPE,
  id: 'pages',
  sections: [
    { content: 'overview', title: 'overview' },
    { content: 'session-pages', title: 'talks', kinds: ALL_KINDS },
    { content: 'references', title: 'references' },
  ],
};
