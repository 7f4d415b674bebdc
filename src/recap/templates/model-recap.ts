/** After the model recap: overview, office hours, sessions, references. */
import { PROGRAMME_KINDS, type RecapTemplate, USUAL_SHAPE } from './recap-template.ts';

export const MODEL_RECAP: RecapTemplate = {
  ...USUAL_SHAPE,
  id: 'default',
  sections: [
    { content: 'overview', title: 'overview' },
    { content: 'sessions', title: 'officeHours', kinds: ['office-hours'] },
    { content: 'sessions', title: 'sessions', kinds: [...PROGRAMME_KINDS, 'hallway'] },
    { content: 'references', title: 'references' },
  ],
};
