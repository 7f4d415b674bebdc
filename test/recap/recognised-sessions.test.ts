/** Sessions and speakers found in real posts, against what reading each of them gave. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPost } from '../../src/recap/parse/read-post.ts';
import SESSIONS from '../support/recap-sessions.json' with { type: 'json' };

/**
 * By the number of the post: fingerprints of each session's title as the post has it, with those of its speakers. A
 * session is what has a section, a list item or a paragraph of its own; a talk named in passing, or an idea out of one,
 * is none.
 */
const expected: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = SESSIONS;

const CORPUS = process.env.LANYARD_CORPUS ?? '';

const fingerprint = (words: string): string => {
  const plain = words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return createHash('sha256').update(plain).digest('hex').slice(0, 12);
};

const share = (found: ReadonlySet<string>, wanted: ReadonlySet<string>) => {
  const right = [...found].filter((each) => wanted.has(each)).length;
  return { precision: right / found.size, recall: right / wanted.size };
};

describe.skipIf(CORPUS === '')('sessions found in real posts (LANYARD_CORPUS)', () => {
  const found = { sessions: new Set<string>(), speakers: new Set<string>() };
  const wanted = { sessions: new Set<string>(), speakers: new Set<string>() };
  const folder = join(CORPUS, 'recaps');
  const files = CORPUS === '' ? [] : readdirSync(folder).filter((name) => /\.mdx?$/.test(name));
  for (const file of files) {
    const post = file.slice(0, 3);
    for (const { title, speakers } of readPost(readFileSync(join(folder, file), 'utf8')).sessions) {
      const session = `${post} ${fingerprint(title)}`;
      found.sessions.add(session);
      for (const { name } of speakers) found.speakers.add(`${session} ${fingerprint(name)}`);
    }
    for (const [title, speakers] of Object.entries(expected[post] ?? {})) {
      wanted.sessions.add(`${post} ${title}`);
      for (const name of speakers) wanted.speakers.add(`${post} ${title} ${name}`);
    }
  }

  it('has a list for every post', () => {
    expect(Object.keys(expected).sort()).toEqual(files.map((file) => file.slice(0, 3)).sort());
  });

  it('finds the sessions', () => {
    const { precision, recall } = share(found.sessions, wanted.sessions);
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.98);
  });

  it('finds their speakers', () => {
    const { precision, recall } = share(found.speakers, wanted.speakers);
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.97);
  });
});

describe('sessions found in a post', () => {
  const titlesIn = (source: string): string[] =>
    readPost(source).sessions.map(({ kind, title, speakers }) =>
      [kind, title, ...speakers.map(({ name }) => name)].join(' | '),
    );

  it.each([
    'My own talk',
    'Ma conférence',
    'Mein erster Vortrag',
    'Mi charla',
    '나의 첫 발표',
    '自分の発表',
    '我的分享',
  ])('takes the author’s own talk for one: %s', (heading) => {
    const source = `## Day one\n\nRain.\n\n## ${heading}\n\nIt went well.\n\n### The demo\n\nIt ran.\n\n## Talks I missed\n`;
    expect(titlesIn(source)).toEqual([`talk | ${heading}`]);
  });

  it('takes every item below the name of a kind, wherever it leads, once there is a digest of talks', () => {
    const talks = ['One', 'Two', 'Three'].map(
      (title) => `- [${title}](https://speakerdeck.com/ada/${title})`,
    );
    const source = `## Room A\n\n${talks.join('\n')}\n\n## Codelabs\n\n- [Boats](https://boats.example/lab)\n\n## Blogs\n\n- [After](https://blog.example/after)\n`;
    expect(titlesIn(source)).toEqual(['talk | One', 'talk | Two', 'talk | Three', 'workshop | Boats']);
    expect(titlesIn(source.slice(source.indexOf('## Codelabs')))).toEqual([]);
  });

  it.each([
    ['Ada Quist talked about nets. Ben Oduya, too.', 'Ada Quist'],
    ['A quiet room. In her talk, Ada Quist showed a net.', 'Ada Quist'],
    ['The keynote by Ada Quist was full.', 'Ada Quist'],
    ['Ada, Ben and Cy shared how it began.', 'Ada | Ben | Cy'],
    ['Quelle salle ! Ada, Ben et Zoé nous partagent les coulisses.', 'Ada | Ben | Zoé'],
    ['Ada Quist a présenté un filet.', 'Ada Quist'],
    ['Ada Quist sprach über Netze.', 'Ada Quist'],
    ['Ada Quist habló de redes.', 'Ada Quist'],
    ['Weir 的 Ada Quist 和 Ben Oduya 分享了渔网。', 'Ada Quist | Ben Oduya'],
    ['CEO 김하나님, CTO 박두리님, 리드 이세라님 순서로 키노트를 했다.', '김하나 | 박두리 | 이세라'],
    ['Nets are old. They hold.', ''],
    ['We met Ada Quist, who was ill.', ''],
    ['Then Ada gave me a sticker.', ''],
    ['Ada Quist gave me a sticker.', ''],
    ['Then Ada Quist gave a talk on nets.', 'Ada Quist'],
  ])('names who speaks by the running text: %s', (text, names) => {
    const source = `## Sessions\n\n### Nets\n\n${text}\n`;
    expect(titlesIn(source)).toEqual([['talk', 'Nets', names].filter((part) => part !== '').join(' | ')]);
  });

  it('takes an opening for a session where its speakers are named', () => {
    const opened = '## Opening\n\nAda Quist, Ben Oduya and Cy Tan spoke.\n\n';
    const talks = '## Nets by Ada Quist\n\nText\n\n## Boats by Ben Oduya\n\nText\n';
    expect(titlesIn(`${opened}${talks}`)[0]).toBe('talk | Opening | Ada Quist | Ben Oduya | Cy Tan');
    expect(titlesIn(`## Opening\n\nIt rained.\n\n${talks}`)).toHaveLength(2);
  });

  it('takes those sponsors who spoke, and no other, in a digest of talks', () => {
    const talk = (title: string) => `- [${title}](https://speakerdeck.com/ada/${title})\n`;
    const source = `## Room A\n\n${talk('One')}${talk('Two')}${talk('Three')}\n## Sponsors\n\n${talk('Four')}${talk('Five')}- Weir Ltd\n- Mole & Sons\n- [Delta](https://delta.example/)\n`;
    expect(titlesIn(source)).toEqual([
      'talk | One',
      'talk | Two',
      'talk | Three',
      'talk | Four',
      'talk | Five',
    ]);
  });

  it('takes a line in bold for a heading where it names who speaks, twice and more', () => {
    const source =
      '## Talks\n\n**Nets** by Ada Quist\n\nThey hold.\n\n**Boats – Ben Oduya**\n\nThey float.\n\n**Ropes**\nSpeaker: Cy J. Tan, Weir\n\nThey tie.\n';
    expect(titlesIn(source)).toEqual([
      'talk | Nets | Ada Quist',
      'talk | Boats | Ben Oduya',
      'talk | Ropes | Cy J. Tan',
    ]);
    expect(titlesIn('## A day\n\n**Nets** by Ada Quist\n\nThey hold.\n')).toEqual([]);
    expect(titlesIn('## A day\n\n**Rain**\n\nAll day.\n\n**Sun**\n\nNone.\n')).toEqual([]);
  });

  it('takes an opening line without a heading for one where the others are written alike', () => {
    const talk = (mark: string, title: string, name: string) =>
      `${mark}${title}\n${name} - @${title}s\n\n- one\n\n`;
    const source = `## Monday\n\n${talk('### ', 'Net', 'Ada Quist')}${talk('### ', 'Boat', 'Ben Oduya')}## Tuesday\n\n${talk('', 'Rope', 'Cy Tan')}`;
    expect(titlesIn(source)).toEqual([
      'talk | Net | Ada Quist',
      'talk | Boat | Ben Oduya',
      'talk | Rope | Cy Tan',
    ]);
  });

  it('takes paragraphs that link a talk and who gave it, but no talk that is linked in passing', () => {
    const told = (title: string, name: string) =>
      `**[${name}](https://conf.example/speaker/x)**, a fisher, told us of [${title}](https://conf.example/talk/x).\n\nMore of it.\n\n`;
    const source = `## Keynotes\n\n${told('nets', 'Ada Quist')}${told('boats', 'Ben Oduya')}## Lunch\n\nSoup.\n`;
    expect(titlesIn(source)).toEqual(['keynote | nets | Ada Quist', 'keynote | boats | Ben Oduya']);
    const passing = 'We saw [nets](https://conf.example/talk/x) and [boats](https://conf.example/talk/y).\n';
    expect(titlesIn(`## Friday\n\n${passing}`)).toEqual([]);
  });

  it('reads a paragraph without end in no time', () => {
    const source = `## Talks\n\n### Nets\n\n한강 ${'{"a":'.repeat(6000)}\n\nThey hold.\n`;
    const begun = process.cpuUsage();
    expect(titlesIn(source)).toEqual(['talk | Nets']);
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(2000);
  });
});
