/** The sample event in English. */
import type { SampleTexts } from '../sample-texts.ts';

export const SAMPLE_EN: SampleTexts = {
  name: 'Harbour Conf (sample)',
  description: 'Notes from a day about calm services, small tools and the people who run them.',
  venue: 'Pier 4, Old Harbour',
  tags: ['conference', 'operations'],
  overview: [
    {
      kind: 'text',
      markdown: 'Two halls by the water, **300 people**, and coffee that never ran out.',
      source: null,
    },
    { kind: 'text', markdown: '- Nearly every talk was about doing *less*.', source: null },
    { kind: 'text', markdown: '- The hallway was the third hall.', source: null },
  ],
  sessions: [
    {
      kind: 'keynote',
      title: 'Boring is a feature',
      speaker: ['Ada Park', 'Lighthouse Systems'],
      room: 'Hall 1',
      from: -95,
      to: -50,
      notes: [
        { kind: 'text', markdown: '- Choose the tool that the night shift can read.', source: null },
        { kind: 'text', markdown: '- Delete a dependency every month.', source: null },
        { kind: 'quote', markdown: 'Nobody was ever paged by code that is not there.', source: null },
        {
          kind: 'question',
          markdown: 'How do you argue for deleting things?',
          answer: 'Show the pager log, then show the file.',
          source: null,
        },
      ],
    },
    {
      kind: 'talk',
      title: 'Small queues, calm services',
      speaker: ['Milan Horváth', 'Quay Labs'],
      room: 'Hall 2',
      from: -20,
      to: 25,
      slidesToCome: true,
      notes: [
        { kind: 'text', markdown: '- A queue hides a slow service until it is too late.', source: null },
        {
          kind: 'text',
          markdown: '- Limit what waits, and say *no* early:\n\n```go\nlimiter := NewLimiter(64)\n```',
          source: null,
        },
        'slide',
        {
          kind: 'link',
          url: 'https://example.org/small-queues',
          title: 'small-queues: the limiter from the talk',
          linkKind: 'code',
          markdown: 'One file, no dependencies.',
          source: null,
        },
        { kind: 'takeaway', markdown: 'Put a bound on every queue we own this week.', source: null },
        { kind: 'question', markdown: 'What if the callers retry at once?', answer: '', source: null },
      ],
    },
    {
      kind: 'talk',
      title: 'Tests that tell you why',
      speaker: ['Jiwoo Han', 'Wavelab'],
      room: 'Hall 1',
      from: 40,
      to: 80,
      notes: [],
    },
    {
      kind: 'office-hours',
      title: 'Ask the maintainers',
      speaker: ['', ''],
      room: 'Deck',
      from: 90,
      to: 135,
      notes: [],
    },
  ],
  slide: {
    title: 'Latency under load',
    before: 'before',
    after: 'with a bound',
    alternativeText: 'Two curves: latency climbs steeply before the bound and stays flat with it',
  },
};
