import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/markdown/front-matter.ts';
import type { Note } from '../../src/model/note.ts';
import type { Session } from '../../src/model/session.ts';
import { assembleRecap } from '../../src/recap/assemble/assemble-recap.ts';
import { makeEvent, makeImage, makeNote, makeSession } from '../support/records.ts';

const CORPUS = process.env.LANYARD_CORPUS ?? '';

/** Each block between blank lines, code whole: as a person would keep them, one note at a time. */
const splitBlocks = (text: string): string[] => {
  const blocks: string[][] = [[]];
  let fenced = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) fenced = !fenced;
    if (line.trim() === '' && !fenced) blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
};

/** Title and text of the parts that begin with this marker. */
const splitParts = (text: string, marker: string): [string, string][] =>
  text
    .split(new RegExp(`^${marker} `, 'm'))
    .slice(1)
    .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]);

const assembleModel = (source: string): string => {
  const { data, body } = readFrontMatter(source);
  const base = makeEvent();
  const event = makeEvent({
    name: String(data.get('title')),
    slug: 'gophercon-korea-2023',
    timeZone: 'Asia/Seoul',
    language: 'ko',
    tags: data.get('tags') as string[],
    description: String(data.get('description')),
    frontMatter: {
      title: null,
      date: String(data.get('date')),
      lastmod: String(data.get('lastmod')),
      keywords: [],
    },
    recapOptions: { ...base.recapOptions, spacers: true },
  });
  const images = Array.from({ length: 9 }, () => makeImage(event));
  const markdown = body.replace(
    /\]\((?:\.\/)?(\d)\.png\)/g,
    (_, number) => `](image:${images[Number(number) - 1]?.id})`,
  );
  const sessions: Session[] = [];
  const notes: Note[] = [];
  const keep = (session: Session | null, text: string): void => {
    if (session !== null) sessions.push(session);
    for (const block of splitBlocks(text)) notes.push(makeNote(event, session, { markdown: block }));
  };
  for (const [title, text] of splitParts(markdown, '##')) {
    if (title === '개요') keep(null, text);
    else if (title === '오피스 아워') keep(makeSession(event, { kind: 'office-hours', title: '' }), text);
    else if (title === '참고자료') {
      for (const [, name = '', url = ''] of text.matchAll(/^\[(.*)\]\((.*)\)$/gm)) {
        notes.push(makeNote(event, null, { kind: 'link', title: name, url }));
      }
    } else
      for (const [talk, lines] of splitParts(text, '###')) keep(makeSession(event, { title: talk }), lines);
  }
  return assembleRecap({ event, sessions, notes, images }).text;
};

/** Lines that only one side has, in order; a line that stands twice counts twice. */
const onlyIn = (left: string, right: string): string[] => {
  const others = new Map<string, number>();
  for (const line of right.split('\n')) others.set(line, (others.get(line) ?? 0) + 1);
  return left.split('\n').filter((line) => {
    const count = others.get(line) ?? 0;
    others.set(line, count - 1);
    return count < 1;
  });
};

describe.skipIf(CORPUS === '')('the model recap (LANYARD_CORPUS)', () => {
  it('comes out of its own notes as it is, but for these lines', () => {
    const model = readFileSync(join(CORPUS, 'recaps/001-gophercon-korea-2023-hugo.md'), 'utf8');
    const made = assembleModel(model);
    // Empty keys are left out; every image is addressed alike.
    const before = onlyIn(model, made);
    expect(before.filter((line) => line !== '')).toEqual([
      'slug: ""',
      'keywords: []',
      expect.stringMatching(/^!\[.*\]\(9\.png\)$/),
    ]);
    // Two headings that the model has no spacer before.
    const after = onlyIn(made, model);
    expect(after.filter((line) => line !== '').sort()).toEqual([
      expect.stringMatching(/\(\.\/9\.png\)$/),
      '&nbsp;',
      '&nbsp;',
    ]);
  });
});
