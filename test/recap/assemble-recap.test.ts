import { describe, expect, it } from 'vitest';
import type { ConferenceEvent } from '../../src/model/event.ts';
import type { SessionKind } from '../../src/model/session.ts';
import { assembleRecap } from '../../src/recap/assemble/assemble-recap.ts';
import { makeEvent, makeNote, makeSession, makeSource, type NoteFields } from '../support/records.ts';

const EVENT = makeEvent();

/** What stands under the heading of the only session. */
const underSession = (
  notes: readonly NoteFields[],
  options: Partial<ConferenceEvent['recapOptions']> = {},
): string => {
  const event = { ...EVENT, recapOptions: { ...EVENT.recapOptions, ...options } };
  const session = makeSession(event);
  const { body } = assembleRecap({
    event: { ...event, startsOn: null },
    sessions: [session],
    notes: notes.map((fields) => makeNote(event, session, fields)),
    images: [],
  });
  return body
    .replace(/^.*### A talk\n\n/s, '')
    .replace(/\n+(&nbsp;\n\n)?## References.*/s, '')
    .trimEnd();
};

describe('notes', () => {
  it.each<[string, NoteFields[], string]>([
    ['text as it is', [{ markdown: 'a *b* <sup>c</sup>  \nd' }], 'a *b* <sup>c</sup>  \nd'],
    ['paragraphs apart', [{ markdown: 'a' }, { markdown: 'b' }], 'a\n\nb'],
    [
      'bullets as one list',
      [{ markdown: '- a' }, { markdown: '- b\n  - c' }, { markdown: '- d' }],
      '- a\n- b\n  - c\n- d',
    ],
    ['numbers as one list', [{ markdown: '1. a' }, { markdown: '1. b' }], '1. a\n1. b'],
    [
      'two kinds of lists apart',
      [{ markdown: '- a' }, { markdown: '1. b' }, { markdown: '* c' }],
      '- a\n\n1. b\n\n* c',
    ],
    [
      'a paragraph and a list apart',
      [{ markdown: 'a' }, { markdown: '- b' }, { markdown: 'c' }],
      'a\n\n- b\n\nc',
    ],
    [
      'a list that ends a note with the next',
      [{ markdown: 'a\n\n- b' }, { markdown: '- c' }],
      'a\n\n- b\n- c',
    ],
    ['no indentation behind a list', [{ markdown: '- a' }, { markdown: '  b' }], '- a\n\nb'],
    [
      'indented code as a fence',
      [{ markdown: '- a' }, { markdown: '    b\n\n    c' }],
      '- a\n\n```\nb\n\nc\n```',
    ],
    ['headings one level down', [{ markdown: '# a\n\n## b' }], '#### a\n\n##### b'],
    [
      'depth over several notes',
      [{ markdown: '## a' }, { markdown: '### b' }, { markdown: '## c' }],
      '#### a\n\n##### b\n\n#### c',
    ],
    ['a deep heading alone', [{ markdown: '###### a' }], '#### a'],
    [
      'headings of a clip on their own',
      [{ markdown: '## a' }, { kind: 'selection', markdown: '### b' }],
      '#### a\n\n> #### b',
    ],
    ['nothing for a blank note', [{ markdown: ' \n\n' }, { markdown: 'a' }], 'a'],
    ['control characters gone', [{ markdown: 'a\u0000\u001b\r\nb\u2028c' }], 'a\nb\nc'],
    [
      'quotes',
      [
        { kind: 'quote', markdown: 'a\n\nb' },
        { kind: 'quote', markdown: 'c' },
      ],
      '> a\n>\n> b\n\n> c',
    ],
    ['a quote that is quoted already', [{ kind: 'quote', markdown: '> a\n> b' }], '> a\n> b'],
    [
      'a question and its answer',
      [{ kind: 'question', markdown: 'q', answer: 'a' }],
      '> **Q**: q  \n> **A**: a',
    ],
    ['an open question', [{ kind: 'question', markdown: 'q', answer: ' ' }], '> **Q**: q'],
    [
      'an answer in paragraphs',
      [{ kind: 'question', markdown: 'q', answer: 'a\n\nb' }],
      '> **Q**: q  \n> **A**: a\n>\n> b',
    ],
    [
      'an answer with a list',
      [{ kind: 'question', markdown: 'q', answer: '- a\n- b' }],
      '> **Q**: q  \n> **A**:\n>\n> - a\n> - b',
    ],
    [
      'a question that ends in code',
      [{ kind: 'question', markdown: 'q\n\n```\nx', answer: 'a' }],
      '> **Q**: q\n>\n> ```\n> x\n> ```\n>\n> **A**: a',
    ],
    [
      'takeaways as one list',
      [
        { kind: 'takeaway', markdown: 'a' },
        { kind: 'takeaway', markdown: '- b' },
      ],
      '- **Takeaway**: a\n- **Takeaway**: b',
    ],
    ['a takeaway of two lines', [{ kind: 'takeaway', markdown: 'a\nb' }], '- **Takeaway**: a\n  b'],
    [
      'a link with a remark',
      [{ kind: 'link', url: 'https://e.org/a', title: 'T', markdown: 'r' }],
      '[T](https://e.org/a)\n\nr',
    ],
    ['a link without a title', [{ kind: 'link', url: 'https://e.org/a_b' }], '<https://e.org/a_b>'],
    ['a link that must not be one', [{ kind: 'link', url: 'javascript:x', title: 'T' }], 'T'],
    [
      'a selection with its source',
      [{ kind: 'selection', markdown: 'a', source: makeSource({ url: 'https://e.org', title: 'P' }) }],
      '> a\n>\n> — [P](https://e.org)',
    ],
    [
      'a remote image as it is',
      [{ kind: 'image', markdown: '![a](https://e.org/a.png)' }],
      '![a](https://e.org/a.png)',
    ],
    ['an open fence closed', [{ markdown: '```\na' }, { markdown: 'b' }], '```\na\n```\n\nb'],
    ['an open comment closed', [{ markdown: '<!-- a' }, { markdown: 'b' }], '<!-- a-->\n\nb'],
    ['shortcodes printed', [{ markdown: '{{< a >}} `{{% b %}}`' }], '{{</* a */>}} `{{%/* b */%}}`'],
    ['shortcodes that are printed already', [{ markdown: '{{</* a */>}}' }], '{{</* a */>}}'],
    ['shortcodes over several lines', [{ markdown: '{{< a\nb >}} c' }], '{{</* a\nb */>}} c'],
    ['a shortcode that never ends', [{ markdown: 'a {{< b' }], 'a {\\{< b'],
  ])('writes %s', (_name, notes, expected) => {
    expect(underSession(notes)).toBe(expected);
  });

  it('stands spacers before headings, not behind one and not twice', () => {
    const notes = [
      { markdown: '# a' },
      { markdown: 'b' },
      { markdown: '# c\n\nd\n\n## e' },
      { markdown: '&nbsp;' },
      { markdown: '# f' },
    ];
    expect(underSession(notes, { spacers: true })).toBe(
      '#### a\n\nb\n\n&nbsp;\n\n#### c\n\nd\n\n&nbsp;\n\n##### e\n\n&nbsp;\n\n#### f',
    );
  });
});

describe('labels that several notes define', () => {
  it.each<[string, string[], string]>([
    [
      'with one meaning stay',
      ['[a]\n\n[a]: https://e.org', '[a]\n\n[a]: https://e.org'],
      '[a]\n\n[a]: https://e.org\n\n[a]\n\n[a]: https://e.org',
    ],
    [
      'are kept apart',
      [
        '[x][1]\n\n[1]: https://e.org/1',
        '[y][1] [1] [1][] `[1]`\n\n[1]: https://e.org/2',
        '![z][1]\n\n[1]: https://e.org/3',
      ],
      '[x][1]\n\n[1]: https://e.org/1\n\n[y][1-2] [1][1-2] [1][1-2] `[1]`\n\n[1-2]: https://e.org/2\n\n![z][1-3]\n\n[1-3]: https://e.org/3',
    ],
    [
      'of footnotes as well',
      ['a[^1]\n\n[^1]: one', 'b[^1]\n\n[^1]: two'],
      'a[^1]\n\n[^1]: one\n\nb[^1-2]\n\n[^1-2]: two',
    ],
  ])('%s', (_name, texts, expected) => {
    expect(underSession(texts.map((markdown) => ({ markdown })))).toBe(expected);
  });
});

describe('speakers', () => {
  const speaker = (name: string, affiliation = '', role = '', url = '') => ({ name, affiliation, role, url });
  it.each([
    ['one', [speaker('A B', 'Org', 'Engineer')], '**Speaker**: A B, Org, Engineer'],
    ['a name alone', [speaker('A')], '**Speaker**: A'],
    ['no name', [speaker('', 'Org')], '**Speaker**: Org'],
    ['several', [speaker('A', 'X'), speaker('B', '', 'Y')], '**Speakers**: A, X; B, Y'],
    ['a link', [speaker('A', 'X', '', 'https://e.org/(a)')], '**Speaker**: [A](<https://e.org/(a)>), X'],
    ['an unsafe link', [speaker('A', '', '', 'javascript:x')], '**Speaker**: A'],
    [
      'names that look like Markdown',
      [speaker('*A* [b]', '$& {label} x')],
      '**Speaker**: \\*A\\* \\[b], $& {label} x',
    ],
    ['right-to-left names and emoji', [speaker('محمد 🎉')], '**Speaker**: محمد 🎉'],
    ['nothing', [speaker('', '', '', 'https://e.org')], undefined],
  ])('writes %s', (_name, speakers, line) => {
    const { body } = assembleRecap({
      event: EVENT,
      sessions: [makeSession(EVENT, { speakers })],
      notes: [],
      images: [],
    });
    expect(body.split('\n').find((text) => text.startsWith('**Speaker'))).toBe(line);
  });
});

describe('sections', () => {
  type KindAndTitle = readonly [SessionKind, string];
  const recapOf = (kinds: readonly KindAndTitle[]) =>
    assembleRecap({
      event: { ...EVENT, startsOn: null },
      sessions: kinds.map(([kind, title]) => makeSession(EVENT, { kind, title })),
      notes: [],
      images: [],
    });

  it('are left out when there is nothing in them', () => {
    expect(recapOf([]).body).toBe('');
    expect(recapOf([['talk', 'T']]).body).toBe('## Sessions\n\n### T\n');
  });

  it('stand in the order of the template', () => {
    expect(
      recapOf([
        ['talk', 'T'],
        ['office-hours', 'O'],
      ]).body,
    ).toBe('## Office hours\n\n### O\n\n## Sessions\n\n### T\n');
  });

  it.each<[string, KindAndTitle[], string]>([
    ['one by its kind', [['keynote', ' ']], '## Sessions\n\n### Keynote\n'],
    [
      'several with numbers',
      [
        ['talk', ''],
        ['talk', ''],
      ],
      '## Sessions\n\n### Talk\n\n### Talk 2\n',
    ],
    [
      'the first office hours under their section',
      [
        ['office-hours', ''],
        ['office-hours', 'X'],
      ],
      '## Office hours\n\n### X\n',
    ],
  ])('call untitled sessions: %s', (_name, kinds, body) => {
    expect(recapOf(kinds).body).toBe(body);
  });

  it('keep notes of untitled office hours under the section, a level higher', () => {
    const session = makeSession(EVENT, { kind: 'office-hours', title: '' });
    const notes = [makeNote(EVENT, session, { markdown: '# a' })];
    expect(assembleRecap({ event: EVENT, sessions: [session], notes, images: [] }).body).toContain(
      '## Office hours\n\n### a\n',
    );
  });
});

describe('references', () => {
  it('has each link once, in order, with the first title it was given', () => {
    const links = {
      page: { url: 'https://e.org/page' },
      slides: 'pending',
      recording: { url: 'https://e.org/v' },
    } as const;
    const session = makeSession(EVENT, { title: 'T', links });
    const { body } = assembleRecap({
      event: EVENT,
      sessions: [session],
      images: [],
      notes: [
        makeNote(EVENT, session, { kind: 'link', url: 'https://E.org/a/', title: '' }),
        makeNote(EVENT, session, { kind: 'link', url: 'https://e.org/a', title: 'Later' }),
        makeNote(EVENT, session, {
          kind: 'selection',
          markdown: 's',
          source: makeSource({ url: 'https://e.org/p', title: 'P' }),
        }),
        makeNote(EVENT, null, { kind: 'link', url: 'https://e.org/own', title: 'Own', markdown: 'remark' }),
        makeNote(EVENT, session, { kind: 'link', url: 'https://e.org/v', title: 'Other' }),
      ],
    });
    expect(body.slice(body.indexOf('## References'))).toBe(
      [
        '## References',
        '[Own](https://e.org/own)  \nremark',
        '[T: session page](https://e.org/page)',
        '[T: recording](https://e.org/v)',
        '[Later](https://E.org/a/)',
        '[P](https://e.org/p)\n',
      ].join('\n\n'),
    );
  });
});
