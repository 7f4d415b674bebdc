/** The sample day: a small conference that never was, written for the demo. */
import type { JottedNote } from '../support/day-script.ts';

export const EVENT = {
  name: 'Harbour Go Conf 2026',
  description: 'Notes from a day about calm services, small tools and the people who run them.',
  tags: ['go', 'conference', 'harbour-go'],
} as const;

export interface DemoSession {
  readonly kind: string;
  readonly title: string;
  readonly speaker: string;
  readonly affiliation: string;
  readonly room: string;
  /** Minutes from now. */
  readonly from: number;
  readonly to: number;
  readonly notes: readonly JottedNote[];
}

export const OVERVIEW: readonly JottedNote[] = [
  { kind: 'text', text: 'Two halls by the water, **300 people**, and coffee that never ran out.' },
  { kind: 'text', text: '- Nearly every talk was about doing *less*.\n- The hallway was the third hall.' },
];

export const SESSIONS: readonly DemoSession[] = [
  {
    kind: 'Keynote',
    title: 'Boring is a feature',
    speaker: 'Ada Park',
    affiliation: 'Lighthouse Systems',
    room: 'Hall 1',
    from: -115,
    to: -70,
    notes: [
      {
        kind: 'text',
        text: '- Choose the tool that the night shift can read.\n- Delete a dependency every month.',
      },
      { kind: 'quote', text: 'Nobody was ever paged by code that is not there.' },
      {
        kind: 'question',
        text: 'How do you argue for deleting things?',
        answer: 'Show the pager log, then show the file.',
      },
    ],
  },
  {
    kind: 'Talk',
    title: '느린 테스트를 빠르게',
    speaker: '한지우',
    affiliation: '파도랩',
    room: 'Hall 2',
    from: -60,
    to: -25,
    notes: [
      { kind: 'text', text: '테스트가 느린 이유는 대부분 `sleep` 이다.' },
      {
        kind: 'text',
        text: '```go\nfunc TestQueue(t *testing.T) {\n\tsynctest.Run(func() {\n\t\ttime.Sleep(time.Hour) // no time passes\n\t})\n}\n```',
      },
    ],
  },
  {
    kind: 'Talk',
    title: 'Small queues, calm services',
    speaker: 'Mina Seo',
    affiliation: 'Calm Works',
    room: 'Hall 1',
    from: -18,
    to: 27,
    notes: [
      { kind: 'text', text: '- A longer queue only hides the problem\n- Say **no** early, at the door' },
      { kind: 'text', text: '1. Measure\n2. Limit per caller\n3. Then per service' },
      {
        kind: 'question',
        text: 'What if the caller retries at once?',
        answer: 'Then the limit is doing its work: answer `429` with a time to wait.',
      },
    ],
  },
];
