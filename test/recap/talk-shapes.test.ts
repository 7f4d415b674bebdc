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
  [
    'a comma before those who spoke, their place behind the last',
    '## 1. Tides in real time, Ada Park\nhttps://youtu.be/aaa\n\nOne.\n\n## 2. Knots: an outlook, Bo Lind, Cy Moss, Dee Ray, Harbour\nhttps://youtu.be/bbb\n\nTwo.\n',
    ['Tides in real time: Ada Park', 'Knots: an outlook: Bo Lind, Cy Moss, Dee Ray'],
  ],
  [
    'lines in bold with a name between dashes',
    '## 키노트\n\n**고마웠던 물고기 - 김한강 -**\n\n하나.\n\n**고리: 밧줄의 인터페이스 -이두리-**\n\n둘.\n',
    ['고마웠던 물고기: 김한강', '고리: 밧줄의 인터페이스: 이두리'],
  ],
  [
    'somebody of one name, with an honorific, in bold below',
    '## LTの話\n\n### 1. 潮の話\n\n**ADA（[@ada_park](https://twitter.com/ada_park)）さん**\n\n一。\n\n### 2. 結び目\n\n**boさん**\n\n二。\n',
    ['1. 潮の話: ADA', '2. 結び目: bo'],
  ],
  [
    'a label with the names in a list below it',
    '## 報告\n\n### 潮の満ち引き (ゲスト講演)\n\n* 発表者\n  * 川原 一郎氏([@kawahara](https://twitter.com/kawahara))\n\n一。\n\n### 結び目クイズ\n\n* 発表者\n  * 海野 二郎氏([@umino](https://twitter.com/umino))と山川 三子氏\n* 資料\n  * [https://example.org/knots.md](https://example.org/knots.md)\n\n二。\n\n## 著者について\n\n### 谷口 四郎 ([@taniguchi](https://twitter.com/taniguchi))\n\n船乗り。\n',
    ['潮の満ち引き (ゲスト講演): 川原 一郎', '結び目クイズ: 海野 二郎, 山川 三子'],
  ],
  [
    'a picture of a microphone for a label',
    '## Le jour J\n\n### 🧩 Les marées !\n🎙️ [Ada Park](https://www.linkedin.com/in/ada) et [Bo Lind](https://www.linkedin.com/in/bo)  \n📝 [Résumé](https://cfp.example.org/talk/1) / \n🏞️ [Slides]()\n\nUn.\n\n### 🍽️ Une bonne soirée\n\nSoupe.\n\n### 🦫 Les nœuds - et les autres\n\n🎙️ [Cy Moss](https://twitter.com/cymoss)  \n📝 [Résumé](https://cfp.example.org/talk/2)\n\nDeux.\n',
    ['🧩 Les marées !: Ada Park, Bo Lind', '🦫 Les nœuds - et les autres: Cy Moss'],
  ],
  [
    'people whom the text introduces, whatever the heading looks like',
    '## Day one\n\n### Reinvent the social sea\nRating: :star: :star:\n\nAda Park ([@ada](https://twitter.com/ada)) explained it.\n\n### Open Harbour - Decentralized Boats\n\nBo Lind ([@bo](https://twitter.com/bo)) was there.\n\n### Build a boat with Harbour Fabric\n\nA great talk given by Cy Moss ([@cy](https://twitter.com/cy)) about boats.\n\n### All I wanted to know about knots\n\nIt was full.\n\n### The end\n\nRespect for Dee Ray ([@dee](https://twitter.com/dee)).\n\n### Everything in pictures\n\nA big shoutout to Eve Sands ([@eve](https://twitter.com/eve))!\n',
    [
      'Reinvent the social sea: Ada Park',
      'Open Harbour - Decentralized Boats: Bo Lind',
      'Build a boat with Harbour Fabric: Cy Moss',
      'All I wanted to know about knots: ',
      'The end: Dee Ray',
    ],
  ],
  [
    'handles in the text, where talks are expected',
    '## De charla en charla\n\nFui a tres.\n\n### Mareas\n\nEntré en la de [@ada](https://twitter.com/ada). Bien.\n\n### Nudos\n\n[@bo](https://twitter.com/bo) nunca defrauda.\n\n### Del cielo al mar\n\nEn esta, [@cy](https://twitter.com/cy) lo explicó.\n\n## Los pasillos\n\nSopa.\n',
    ['Mareas: @ada', 'Nudos: @bo', 'Del cielo al mar: @cy'],
  ],
  [
    'a link of the same name below each',
    '## Saturday\n\n### Twenty years of tides\n\n[Twenty years of tides](https://conf.example/2020/schedule/event/tides/)\nwas long.\n\n### Weave Net, an open net\n\n[Weave Net, an open\nnet](https://conf.example/2020/schedule/event/net/) was good.\n\n### Knots for everyone\n\n[Knots for everyone](https://conf.example/2020/schedule/event/knots/), as [Ada\nPark](https://ada.park.example/) gave it.\n\n### The Black Door\n\nBeer.\n',
    ['Twenty years of tides: ', 'Weave Net, an open net: ', 'Knots for everyone: Ada Park'],
  ],
  [
    'a list that is said to hold talks, beside those with a heading',
    '## Day 1\n\n### Tides (Ada Park)\n\nOne.\n\n### Knots (Bo Lind)\n\nTwo.\n\n## The rest\n\nThe talks I saw as well:\n\n- [Ropes](https://conf.example/schedule/event/ropes)\n- [Nets](https://conf.example/schedule/event/nets)\n- [Sails](https://conf.example/schedule/event/sails)\n\n## Reading\n\n- [A](https://conf.example/schedule/event/a)\n- [B](https://conf.example/schedule/event/b)\n- [C](https://conf.example/schedule/event/c)\n',
    ['Tides: Ada Park', 'Knots: Bo Lind', 'Ropes: ', 'Nets: ', 'Sails: '],
  ],
  [
    'short titles in one list and long ones in another',
    '## Day 1\n\n- [Tides](https://youtu.be/a) by [Ada Beatrix Park](https://twitter.com/ada)\n- [Knots](https://youtu.be/b) hosted by [Bo Lind](https://twitter.com/bo)\n\n## Day 2\n\n- [A very long story of ropes and sails and of the sea](https://youtu.be/c) by [Cy Moss](https://twitter.com/cy)\n- [What is new in the harbour this year, and what is old](https://youtu.be/d) by [Dee Ray](https://twitter.com/dee) and [Eve Sands](https://twitter.com/eve)\n',
    [
      'Tides: Ada Beatrix Park',
      'Knots: Bo Lind',
      'A very long story of ropes and sails and of the sea: Cy Moss',
      'What is new in the harbour this year, and what is old: Dee Ray, Eve Sands',
    ],
  ],
  [
    'names first, with where they come from',
    '## Day 1\n\n#### Ada Park @adap - Quayside - Tides for learning\n- one\n\n### Bo Lind - Weir - The power of knots\n- two\n\n### Cy Moss - Boats! - Building one\n- three\n\n### Dee Ray - @deer - I saw the sea. You can, too.\n- four\n',
    [
      'Tides for learning: Ada Park',
      'The power of knots: Bo Lind',
      'Boats! - Building one: Cy Moss',
      'I saw the sea. You can, too: Dee Ray',
    ],
  ],
  [
    'single names behind the word that names in full stand behind',
    '# Lightening talks:\n\n### Tides by Ada\n* one\n\n### Quay DNS\n* two\n\n### Knots by Bo Lind\n@bolind\n* three\n\n### Sails and nets By Cy Moss\n* four\n\n### Ropes by Dee\n* five\n',
    ['Tides: Ada', 'Quay DNS: ', 'Knots: Bo Lind', 'Sails and nets: Cy Moss', 'Ropes: Dee'],
  ],
  [
    'a file of notes of one of them',
    '# The gotchas of tides w/ boats\n\n*Speaker: Ada Park, Quay*\n\n1. one\n2. two\n\n## Timestamps\n\n- `00:00` one\n',
    ['The gotchas of tides w/ boats: Ada Park'],
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

describe('a paragraph each, whose link says who gave it', () => {
  const source =
    '## Highlights\n\n***Harbours***\n\n🌳 [Tides in secure harbours - Ada Park, Quay](https://youtu.be/a)\n\n🌳 This one was fun. [Love, death & boats! - Bo Lind & Cy Moss, Quay](https://youtu.be/b)\n';

  it('is a session with its recording, and stays as it is', () => {
    expect(found(source)).toEqual([
      'Tides in secure harbours: Ada Park',
      'Love, death & boats!: Bo Lind, Cy Moss',
    ]);
    const [first] = readPost(source).sessions;
    expect(first?.links).toMatchObject({ page: null, recording: { url: 'https://youtu.be/a' } });
    expect(exportPost(importPost(source)).text).toBe(source);
  });
});

describe('what is no speaker', () => {
  const SESSIONS = '## Sessions\n\n';
  it.each([
    [
      'words of a title',
      `${SESSIONS}### Speeding up boats with Red-Black Trees\n\na\n\n### Fast, Sandboxed Instrumentation\n\nb\n`,
    ],
    [
      'a sentence that goes on in the next line',
      `${SESSIONS}### Weave Net\n\nWeave Net, an open source\nnetwork, was good.\n`,
    ],
    [
      'what an adverb stands before',
      '## 幻灯\n\n首先, 看 [水](https://e.org/a.pdf)\n\n## 活动\n\n明天, 隔壁社区, 也有活动, 同一空间\n\n## 之后\n\n最后, 海\n',
    ],
    ['an organisation with an honorific', `${SESSIONS}### 潮\n\n港湾様\n\n一\n`],
    ['whoever wrote the post', '# A day by the sea\n\nBy: Ada Park\n\nSoup.\n'],
  ])('%s', (_, source) => {
    expect(found(source).filter((line) => !line.endsWith(': '))).toEqual([]);
  });

  it('and a title may hold the words that name no talk', () => {
    const titles = [
      'It’s about time to pack boats',
      'Reinvent the social sea',
      'Tides through community: a swarm',
    ];
    const source = `${SESSIONS}${titles.map((title) => `### ${title}\n\na\n`).join('\n')}\n### About\n\nb\n\n### Thanks to all\n\nc\n`;
    expect(found(source)).toEqual(titles.map((title) => `${title}: `));
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
