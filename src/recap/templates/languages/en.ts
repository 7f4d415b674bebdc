/** English. */
import type { RecapWords } from './recap-words.ts';

export const en: RecapWords = {
  overview: 'Overview',
  officeHours: 'Office hours',
  sessions: 'Sessions',
  references: 'References',
  speaker: 'Speaker',
  speakers: 'Speakers',
  question: 'Q',
  answer: 'A',
  takeaway: 'Takeaway',
  date: 'Date',
  venue: 'Venue',
  sessionKinds: {
    talk: 'Talk',
    keynote: 'Keynote',
    'lightning-talk': 'Lightning talk',
    panel: 'Panel',
    workshop: 'Workshop',
    'office-hours': 'Office hours',
    hallway: 'Hallway',
  },
  sessionLinks: { page: 'session page', slides: 'slides', recording: 'recording' },
};
