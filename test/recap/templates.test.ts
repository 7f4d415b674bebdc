import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RECAP_LANGUAGES, type RecapOptions } from '../../src/model/event.ts';
import type { RecapShape } from '../../src/model/recap-shape.ts';
import { assembleRecap } from '../../src/recap/assemble/assemble-recap.ts';
import { fillPattern } from '../../src/recap/templates/fill-pattern.ts';
import { RECAP_WORDS } from '../../src/recap/templates/languages/recap-words.ts';
import { wordsIn } from '../../src/recap/templates/languages/words-in.ts';
import { RECAP_TEMPLATES } from '../../src/recap/templates/template-of.ts';
import { expectedPath, readCase } from '../support/cases.ts';

/** `UPDATE_CASES=1 npx vitest run --project unit test/recap/templates` writes the expectations anew. */
const UPDATE = process.env.UPDATE_CASES === '1';

const recapWith = async (options: Partial<RecapOptions>) => {
  const input = await readCase('every-template');
  const recapOptions = { ...input.event.recapOptions, ...options };
  return assembleRecap({ ...input, event: { ...input.event, recapOptions } });
};

describe('one event through every template', () => {
  it.each(RECAP_TEMPLATES.map(({ id }) => id))('%s', async (template) => {
    const recap = await recapWith({ template });
    const folder = recap.folder === '' ? '' : `${recap.folder}/`;
    const found = [recap, ...recap.pages]
      .map(({ path, text }) => `>>> ${folder}${path}\n${text}`)
      .concat(recap.images.map(({ path }) => `>>> ${folder}${path}\n`))
      .join('\n');
    const path = join(dirname(expectedPath('every-template')), `${template}.txt`);
    if (UPDATE) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, found);
    }
    expect(found).toBe(await readFile(path, 'utf8'));
  });

  it.each(RECAP_TEMPLATES.map(({ id }) => id))(
    '%s: no note is lost but where the template says so',
    async (id) => {
      const { text, pages } = await recapWith({ template: id });
      const all = [text, ...pages.map((page) => page.text)].join('\n');
      const dropped = id === 'links' ? ['bowline', 'Twice', 'One', 'Met', 'Go again', 'Tie it'] : [];
      const inALine = id === 'best-of' ? ['One note.', 'Met Cy'] : [];
      const words = [
        'We sailed',
        'Go again',
        'bowline',
        'Tie it twice',
        'Twice a day',
        'One note.',
        'Met Cy',
      ];
      for (const word of words) {
        if (!dropped.some((start) => word.startsWith(start)) && !inALine.includes(word))
          expect(all.split(word).length - 1).toBe(1);
      }
    },
  );

  it('links the pages of talks as each site does', async () => {
    const linkIn = async (siteProfile: string) =>
      /\[Tides\]\((.*?)\)(?: |$)/m.exec((await recapWith({ siteProfile, template: 'pages' })).body)?.[1];
    expect(await linkIn('hugo')).toBe('../harbour-conf-2024-tides/');
    expect(await linkIn('jekyll')).toBe('{% post_url 2024-06-01-harbour-conf-2024-tides %}');
    expect(await linkIn('docusaurus')).toBe('../2024-06-01-harbour-conf-2024-tides/index.md');
    expect(await linkIn('zenn')).toBe('./harbour-conf-2024-tides');
  });
});

describe('a recap shaped by hand', () => {
  const bodyOf = async (shape: RecapShape) => (await recapWith({ shape })).body;

  it('has its own words, and the language’s where they are blank', async () => {
    const body = await bodyOf({
      words: { sessions: 'What I *heard*', speaker: 'By', overview: '  ', toString: 'x' },
    });
    expect(body).toContain('## What I \\*heard\\*\n');
    expect(body).toContain('## Overview\n');
  });

  it('writes speakers and headings by its patterns', async () => {
    const body = await bodyOf({
      heading: '{title} by {speakers}',
      speaker: '{name} ({affiliation}) – {role}',
      speakerLine: '*{speakers}*',
      betweenSpeakers: ' & ',
      sectionLevel: 1,
    });
    expect(body).toContain(
      '## Knots & \\<ropes> by Ann, Bo\n\n*Ann (Rope Co) & [Bo](https://example.org/bo) – Sailor*',
    );
    expect(body).toContain('\n## Tides\n');
    expect(body).toMatch(/^# Overview/);
  });

  it('may leave the speakers out', async () => {
    expect(await bodyOf({ speakerLine: '' })).not.toContain('Ann');
  });
});

describe('a pattern', () => {
  const VALUES = { name: 'Ann', affiliation: '', role: 'Sailor', constructor: '' };
  it.each([
    ['{name}, {affiliation}, {role}', 'Ann, Sailor'],
    ['{name} ({affiliation}), {role}', 'Ann, Sailor'],
    ['{affiliation} {name}', 'Ann'],
    ['**{affiliation}**: {role}', 'Sailor'],
    ['「{name}」（{affiliation}）', '「Ann」'],
    ['{affiliation}', ''],
    ['{toString}{nobody}', ''],
    ['no names', ''],
    ['{role}: {name}!', 'Sailor: Ann!'],
  ])('%s → %s', (pattern, expected) => {
    expect(fillPattern(pattern, VALUES)).toBe(expected);
  });
});

describe('languages', () => {
  it.each(RECAP_LANGUAGES)('%s has every word, and its own', (language) => {
    const words = wordsIn(language);
    for (const word of RECAP_WORDS) expect(words[word].trim()).not.toBe('');
    expect(words.day).toContain('{number}');
    if (language !== 'en') expect(words.sessions).not.toBe(wordsIn('en').sessions);
  });
});
