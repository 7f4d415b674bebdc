/** Ways to write talks and their speakers that people's posts have: found, the same bytes out, a change stays where it is. */
import { describe, expect, it } from 'vitest';
import { readPost } from '../../src/recap/parse/read-post.ts';
import { exportPost, importPost } from '../support/imported.ts';

const SHAPES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a handle behind the name',
    '# Talks\n\n## Goals by Ada Park (@ada)\n\nSix months.\n\n## Kernels by Bo Lind & Cy Moss\n\nCode.\n',
    ['Goals: Ada Park', 'Kernels: Bo Lind, Cy Moss'],
  ],
  [
    'one known by a single name among names in full',
    '## Opening — Ada Park\n\nOne.\n\n## Web workers — Surma\n\nTwo.\n\n## Colours — Bo Lind\n\nThree.\n',
    ['Opening: Ada Park', 'Web workers: Surma', 'Colours: Bo Lind'],
  ],
  [
    'names first, with a colon',
    '## Ada Park: The cascade\n\nOne.\n\n## Bo Lind: Oh snap!\n\nTwo.\n\n## Final thoughts\n\nBye.\n',
    ['The cascade: Ada Park', 'Oh snap!: Bo Lind'],
  ],
  [
    'names first, with a dash, and CRLF',
    'Day one\r\n-------\r\n\r\n### Ada Park — *Styling harbours*\r\n\r\nOne.  \r\nTwo.\r\n\r\n### Bo Lind — Choose your boat\r\n\r\nThree.\r\n',
    ['Styling harbours: Ada Park', 'Choose your boat: Bo Lind'],
  ],
  [
    'items with notes below them',
    '## Talks\n\n- **Keynote** – Ada Park\n\t- First\n- **Free threads** – Bo Lind\n\t- nogil\n\t- `X=0`\n- **Tips** – Cy Moss\n',
    ['Keynote: Ada Park', 'Free threads: Bo Lind', 'Tips: Cy Moss'],
  ],
  [
    'links to recordings with who spoke',
    'Worth it:\n\n- [Papers](https://youtu.be/aaa) by Ada Park\n- [Next git](https://youtu.be/bbb) by Bo Lind\n- [A database](https://youtu.be/ccc) by Cy Moss\n',
    ['Papers: Ada Park', 'Next git: Bo Lind', 'A database: Cy Moss'],
  ],
  [
    'bold leads in a numbered list',
    '# Notes from a conference\n\n1. **Ada Park – Types.** Gradual.\n2. **Bo Lind – Streams 1.0.** Async.\n3. **Cy Moss – Parsing from scratch.** Live.\n',
    ['Types: Ada Park', 'Streams 1.0: Bo Lind', 'Parsing from scratch: Cy Moss'],
  ],
  [
    'a title in quotation marks, with somebody',
    '## "Designing with tides" with Ada Park\n\nOne.\n\n## "In defence of old boats" with Bo Lind\n\nTwo.\n',
    ['Designing with tides: Ada Park', 'In defence of old boats: Bo Lind'],
  ],
  [
    'times before the titles',
    '### 10:10 - 11:00 Leftovers (Ada Park)\n\nOne.\n\n### 11:20 – 12:10 Topologies, again (Bo Lind)\n\nTwo.\n',
    ['Leftovers: Ada Park', 'Topologies, again: Bo Lind'],
  ],
  [
    'a label in a quote',
    '## 세션\n\n### 검색의 원리\n\n> 발표자: 김철수 (나루)\n\n모델.\n\n### 로그 처리\n\n> 발표자: 이영희 (가람)\n\n큐.\n',
    ['검색의 원리: 김철수', '로그 처리: 이영희'],
  ],
  [
    'what was said behind the name',
    'Some stood out:\n\n* **Threads** by *Ada Park*: finally here. Use them.\n* **Boats 3.2** by *Bo Lind*: as ever.\n* **Knots** by *Cy Moss*: good.\n',
    ['Threads: Ada Park', 'Boats 3.2: Bo Lind', 'Knots: Cy Moss'],
  ],
  [
    'one in parentheses among others behind a bar',
    '## Types? (Ada Park)\n\nOne.\n\n## Tides in production | Bo Lind\n\nTwo.\n\n## Nerves at scale | Cy Moss\n\nThree.\n',
    ['Types?: Ada Park', 'Tides in production: Bo Lind', 'Nerves at scale: Cy Moss'],
  ],
  [
    'a label for several',
    '### The road ahead\n**Speakers:** Ada Park, Bo Lind\n\nCars.\n\n### Save the trains\n**Speaker:** Cy Moss, Harbour Lines\n\nTrains.\n',
    ['The road ahead: Ada Park, Bo Lind', 'Save the trains: Cy Moss'],
  ],
  [
    'a row of a table each, breaks between them',
    '# Notes from the harbour\n\n| Time | Talk | Speaker |\n|--|:--|--:|\n| 9:00 | Tides in production | Ada Park |\n| 10:00 | Coffee | |\n| 11:00 | [Kernels](https://e.org/k) | Bo Lind & Cy Moss |\n| 12:00 | Lunch | |\n\n## Conclusion\n\nBye.\n',
    ['Tides in production: Ada Park', 'Kernels: Bo Lind, Cy Moss'],
  ],
  [
    'a row of a table each, who speaks first',
    'Ein Tag.\n\nReferentin | Vortrag\n--|--\n[Ada Park](https://ada.example) | Gezeiten\nBo Lind | Knoten\n',
    ['Gezeiten: Ada Park', 'Knoten: Bo Lind'],
  ],
  [
    'each named in another way',
    '# My highlights\n\n## 🚀 1. Goals — Ada Park (Harbour)\n\nOne.\n\n## 2. Kernels with Bo Lind and Cy Moss\n\nTwo.\n\n## Knots\n\n> Dee Ray\n\nThree.\n\n## Food\n\nSoup.\n',
    ['Goals: Ada Park', 'Kernels: Bo Lind, Cy Moss', 'Knots: Dee Ray'],
  ],
  [
    'several people, each with a place',
    '## Sessions\n\n### There and back\n\nSpeakers: Ada Park (CTO, Harbour), Bo Lind (Coach)\n\nA pendulum.\n',
    ['There and back: Ada Park, Bo Lind'],
  ],
];

const found = (source: string): string[] =>
  readPost(source).sessions.map(
    ({ title, speakers }) => `${title}: ${speakers.map(({ name }) => name).join(', ')}`,
  );

describe.each(SHAPES)('talks with %s', (_, source, sessions) => {
  it('are found', () => {
    expect(found(source)).toEqual(sessions);
  });

  it('come out as they were', () => {
    expect(exportPost(importPost(source)).text).toBe(source);
  });

  it('change in their own words alone', () => {
    const records = importPost(source);
    const [first] = records.sessions;
    const old = first?.title ?? '';
    const changed = records.sessions.map((session) =>
      session === first ? { ...session, title: 'Another title' } : session,
    );
    expect(exportPost({ ...records, sessions: changed }).text).toBe(source.replace(old, 'Another title'));
  });

  it('keep every other line when a note is changed', () => {
    const records = importPost(source);
    const [first] = records.notes;
    if (first === undefined) return;
    const lines = first.markdown.split('\n');
    const changed = records.notes.map((note) =>
      note === first ? { ...note, markdown: `${note.markdown} More.` } : note,
    );
    const text = exportPost({ ...records, notes: changed }).text;
    const last = lines.at(-1) ?? '';
    expect(text.replace(`${last} More.`, last)).toBe(source);
  });
});

describe('what only looks like talks', () => {
  it.each([
    [
      'people and what they do',
      '- **Ada Park** – Engineer at Harbour\n- **Bo Lind** – Founder\n- **Cy Moss** – CTO\n',
    ],
    [
      'articles among the references',
      '## References\n\n- [One](https://e.org/1) by Ada Park\n- [Two](https://e.org/2) by Bo Lind\n- [Three](https://e.org/3) by Cy Moss\n',
    ],
    [
      'terms with their English names',
      '- 원형 하나(Active Passive Zones)\n- 원형 둘(Multi Zonal Regions)\n- 원형 셋(Isolated Regions)\n',
    ],
    [
      'titles with their kind behind',
      '## Parsing Gears - Keynote\n\nOne.\n\n## Greeting Boats - Keynote\n\nTwo.\n',
    ],
  ])('%s', (_, source) => {
    expect(found(source).filter((line) => !line.endsWith(': '))).toEqual([]);
  });
});

describe('a note that is added to a row of a table', () => {
  it('stands behind the table', () => {
    const table = '| Speaker | Talk |\n|--|--|\n| Ada Park | Tides |\n| Bo Lind | Knots |\n| | Lunch |\n';
    const records = importPost(`${table}\nBye.\n`);
    const [first] = records.sessions;
    const [bye] = records.notes;
    if (first === undefined || bye === undefined) throw new Error('no records');
    const note = { ...bye, id: 'added' as typeof bye.id, sessionId: first.id, markdown: 'Salt.' };
    const { text } = exportPost({ ...records, notes: [...records.notes, note] });
    expect(text).toBe(`${table}\nSalt.\n\nBye.\n`);
  });
});

describe('a session that is added', () => {
  it('has its speaker first where the others have', () => {
    const source = '## Ada Park: The cascade\n\nOne.\n\n## Bo Lind: Oh snap!\n\nTwo.\n';
    const records = importPost(source);
    const last = records.sessions.at(-1);
    if (last === undefined) throw new Error('no session');
    const speakers = [{ name: 'Cy Moss', affiliation: '', role: '', url: '' }];
    const added = { ...last, id: 'added' as typeof last.id, title: 'Knots', speakers, order: 'zz' };
    const { text } = exportPost({ ...records, sessions: [...records.sessions, added] });
    expect(text.startsWith(source.trimEnd())).toBe(true);
    expect(text).toContain('\n## Cy Moss: Knots\n');
  });
});
