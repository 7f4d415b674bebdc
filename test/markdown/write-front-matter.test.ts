import { parse as parseToml } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { cleanLine } from '../../src/markdown/plain-text.ts';
import {
  FrontMatterDate,
  type FrontMatterStyle,
  type FrontMatterValue,
  PLAIN_STYLE,
  writeFrontMatter,
} from '../../src/markdown/write-front-matter.ts';
import { HOSTILE_WORDS } from '../recap/hostile-words.ts';

const write = (entries: readonly [string, FrontMatterValue][], style: Partial<FrontMatterStyle>): string =>
  writeFrontMatter(new Map(entries), 'body\n', { ...PLAIN_STYLE, ...style });

const between = (text: string, delimiter: string): string =>
  text.slice(delimiter.length + 1, text.indexOf(`\n${delimiter}\n`) + 1);

const WORDS = [...new Set(HOSTILE_WORDS.map(cleanLine))].filter((word) => word !== '');

describe(`${WORDS.length} hostile titles come back from every format and style`, () => {
  const entries: [string, FrontMatterValue][] = [
    ...WORDS.map((word, index): [string, FrontMatterValue] => [`k${index}`, word]),
    ['list', WORDS],
  ];
  const styles = (['double', 'single', 'plain'] as const).flatMap((quoting) =>
    (['flow', 'block'] as const).map((lists) => ({ quoting, lists })),
  );

  it.each(styles)('YAML, $quoting quotes, $lists lists', (style) => {
    const yaml = between(write(entries, style), '---');
    // YAML 1.1 as Jekyll and older readers have it, 1.2 as the others.
    for (const version of ['1.1', '1.2'] as const) {
      const data = parseYaml(yaml, { version, logLevel: 'silent' });
      const wrong = WORDS.filter((word, index) => data[`k${index}`] !== word);
      expect(wrong).toEqual([]);
      expect(data.list).toEqual(WORDS);
    }
  });

  it('TOML', () => {
    const data = parseToml(between(write(entries, { format: 'toml' }), '+++'));
    expect(WORDS.filter((word, index) => data[`k${index}`] !== word)).toEqual([]);
    expect(data.list).toEqual(WORDS);
  });
});

describe('a style', () => {
  const entries: [string, FrontMatterValue][] = [
    ['title', "Ada's day"],
    ['date', new FrontMatterDate('2024-05-10T09:30:00+09:00')],
    ['draft', false],
    ['weight', 3],
    ['cover.image', '1.png'],
    ['tags', ['go', 'yes']],
    ['cover.alt', 'a'],
  ];

  it('quotes as the site does, where it may', () => {
    expect(write(entries, { quoting: 'plain', lists: 'block' })).toBe(
      '---\ntitle: "Ada\'s day"\ndate: 2024-05-10T09:30:00+09:00\ndraft: false\nweight: 3\ncover:\n  image: "1.png"\n  alt: "a"\ntags:\n  - go\n  - "yes"\n---\nbody\n'.replace(
        '"a"',
        'a',
      ),
    );
    expect(write(entries.slice(0, 1), { quoting: 'single' })).toBe("---\ntitle: 'Ada''s day'\n---\nbody\n");
  });

  it('is TOML with its dates as dates and its tables last', () => {
    expect(write(entries, { format: 'toml' })).toBe(
      '+++\ntitle = "Ada\'s day"\ndate = 2024-05-10T09:30:00+09:00\ndraft = false\nweight = 3\ntags = [ "go", "yes" ]\n\n[cover]\nimage = "1.png"\nalt = "a"\n+++\nbody\n',
    );
  });

  it('may be none at all', () => {
    expect(write(entries, { format: 'none' })).toBe('body\n');
  });

  it.each(['yaml', 'toml'] as const)('%s keeps keys that are no path, and odd ones', (format) => {
    const text = write(
      [
        ['a', '1'],
        ['a.b', '2'],
        ['__proto__', 'p'],
        ['x.__proto__', 'q'],
        ['.', 'r'],
        ['key: with # signs', 's'],
      ],
      { format },
    );
    const data: Record<string, unknown> =
      format === 'toml' ? parseToml(between(text, '+++')) : parseYaml(between(text, '---'));
    expect(Object.entries(data).map(([key, value]) => [key, JSON.stringify(value)])).toEqual(
      expect.arrayContaining([
        ['a', '"1"'],
        ['a.b', '"2"'],
        ['.', '"r"'],
        ['key: with # signs', '"s"'],
      ]),
    );
    expect(text).toMatch(/__proto__"?(: | = )"p"/);
  });
});
