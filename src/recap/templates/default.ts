/** The default template, after the model recap: overview, office hours, sessions, references. */
import type { RecapTemplate } from './recap-template.ts';

export const DEFAULT_TEMPLATE: RecapTemplate = {
  id: 'default',
  sectionLevel: 2,
  sections: [
    { content: 'overview', title: 'overview' },
    { content: 'sessions', title: 'officeHours', kinds: ['office-hours'] },
    {
      content: 'sessions',
      title: 'sessions',
      kinds: ['talk', 'keynote', 'lightning-talk', 'panel', 'workshop', 'hallway'],
    },
    { content: 'references', title: 'references' },
  ],
  speakers: {
    line: '**{label}**: {speakers}',
    fields: ['name', 'affiliation', 'role'],
    betweenFields: ', ',
    betweenSpeakers: '; ',
  },
};
