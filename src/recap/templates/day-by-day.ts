/** A heading for each day, its sessions in the order of the day. */
import { ALL_KINDS, type RecapTemplate, USUAL_SHAPE } from './recap-template.ts';

export const DAY_BY_DAY: RecapTemplate = {
  ...USUAL_SHAPE,
  id: 'days',
  sections: [
    { content: 'overview', title: 'overview' },
    { content: 'sessions', title: 'sessions', kinds: ALL_KINDS, order: 'time', groupBy: 'day' },
    { content: 'references', title: 'references' },
  ],
};
