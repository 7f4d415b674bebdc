import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/markdown/front-matter.ts';
import {
  FrontMatterDate,
  type FrontMatterValue,
  writeFrontMatter,
} from '../../src/markdown/write-front-matter.ts';

const write = (entries: readonly [string, FrontMatterValue][], body = 'body\n'): string =>
  writeFrontMatter(new Map(entries), body);

describe('writeFrontMatter', () => {
  it.each<[string, FrontMatterValue, string]>([
    ['strings in double quotes', 'yes', 'k: "yes"'],
    ['quotes and backslashes', 'a "b" \\ c', 'k: "a \\"b\\" \\\\ c"'],
    ['line breaks as escapes', 'a\n---\nb', 'k: "a\\n---\\nb"'],
    [
      'unusual characters as escapes',
      '\u007f\u0085\u00a0\u2028\u2029\ufeff',
      'k: "\\u007f\\u0085\\u00a0\\u2028\\u2029\\ufeff"',
    ],
    ['other scripts and emoji as they are', '한국어 😀', 'k: "한국어 😀"'],
    ['long strings on one line', 'word '.repeat(60), `k: "${'word '.repeat(60)}"`],
    ['dates as they are', new FrontMatterDate('2023-08-05T12:24:15+09:00'), 'k: 2023-08-05T12:24:15+09:00'],
    ['a string that looks like a date', '2023-08-05', 'k: "2023-08-05"'],
    ['flow lists', ['a', 'b: c'], 'k: ["a", "b: c"]'],
    ['long lists on one line', Array(40).fill('tag'), `k: [${Array(40).fill('"tag"').join(', ')}]`],
    ['an empty list', [], 'k: []'],
    ['true', true, 'k: true'],
    ['numbers', 3, 'k: 3'],
  ])('writes %s', (_name, value, line) => {
    expect(write([['k', value]])).toBe(`---\n${line}\n---\nbody\n`);
  });

  it('keeps the order of keys, also of those that look like numbers', () => {
    expect(
      write([
        ['b', 'x'],
        ['2', 'y'],
        ['a', 'z'],
      ]),
    ).toBe('---\nb: "x"\n"2": "y"\na: "z"\n---\nbody\n');
  });

  it('writes keys that objects know', () => {
    expect(
      write([
        ['__proto__', 'a'],
        ['constructor', 'b'],
      ]),
    ).toBe('---\n__proto__: "a"\nconstructor: "b"\n---\nbody\n');
  });

  it('writes the body alone when there are no entries', () => {
    expect(write([])).toBe('body\n');
  });

  it('does not take front matter in the body for its own', () => {
    expect(write([['k', 'v']], '---\ntitle: other\n---\n')).toBe(
      '---\nk: "v"\n---\n---\ntitle: other\n---\n',
    );
  });
});

describe('readFrontMatter', () => {
  it('gives values, the raw lines and the body', () => {
    const raw =
      'title: "x" # why\ntags: [a, b]\ndate: 2023-08-05T12:24:15+09:00\nday: 2023-8-5\nok: yes\nn: 1\n';
    const read = readFrontMatter(`---\n${raw}---\n\nbody`);
    expect([...read.data]).toEqual([
      ['title', 'x'],
      ['tags', ['a', 'b']],
      ['date', '2023-08-05T12:24:15+09:00'],
      ['day', '2023-8-5'],
      ['ok', 'yes'],
      ['n', 1],
    ]);
    expect([read.raw, read.body, read.problem]).toEqual([raw, '\nbody', undefined]);
  });

  it.each([
    ['CRLF', '---\r\na: x\r\nb: y\r\n---\r\nbody\r\n', 'a: x\r\nb: y\r\n', 'body\r\n'],
    ['CR', '---\ra: x\rb: y\r---\rbody', 'a: x\rb: y\r', 'body'],
    ['a byte-order mark', '\ufeff---\na: x\nb: y\n---\nbody', 'a: x\nb: y\n', 'body'],
    ['blanks behind the lines', '--- \na: x\nb: y\n---\t\nbody', 'a: x\nb: y\n', 'body'],
    ['no line end at the end', '---\na: x\nb: y\n---', 'a: x\nb: y\n', ''],
    ['---yaml', '---yaml\na: x\nb: y\n---\nbody', 'a: x\nb: y\n', 'body'],
  ])('reads %s', (_name, text, raw, body) => {
    const read = readFrontMatter(text);
    expect([read.data.get('a'), read.data.get('b'), read.raw, read.body]).toEqual(['x', 'y', raw, body]);
  });

  it.each([
    ['no front matter', 'just text\n---\nmore'],
    ['a rule of four', '----\na: x\n----\n'],
    ['an empty file', ''],
  ])('finds none in %s', (_name, text) => {
    expect(readFrontMatter(text)).toEqual({ data: new Map(), body: text, raw: null });
  });

  it.each([
    ['broken YAML', '---\na: 1\nb: [\n---\nbody', { code: 'broken', line: 3 }],
    ['a tab as indentation', '---\na:\n\t- b\n---\n', { code: 'broken' }],
    ['a key twice', '---\na: 1\na: 2\n---\n', { code: 'broken', line: 3 }],
    ['a list', '---\n- a\n---\n', { code: 'broken', line: 2 }],
    ['no end', '---\na: 1\n', { code: 'unclosed' }],
    ['JavaScript', '---js\nglobalThis.ran = true\n---\n', { code: 'unsupported-format', format: 'js' }],
    [
      'JavaScript by its long name',
      '---javascript\nglobalThis.ran = true\n---\n',
      { code: 'unsupported-format' },
    ],
    ['JSON', '---json\n{}\n---\n', { code: 'unsupported-format', format: 'json' }],
    ['TOML', '+++\na = 1\n+++\n', { code: 'unsupported-format', format: 'toml' }],
    ['front matter without end', `---\na: "${'x'.repeat(1_000_001)}"\n---\n`, { code: 'too-long' }],
  ])('reports %s and keeps it', (_name, text, problem) => {
    const read = readFrontMatter(text);
    expect(read.problem).toMatchObject(problem);
    expect(read.data.size).toBe(0);
    expect((read.raw ?? '') + read.body).not.toBe('');
    expect('ran' in globalThis).toBe(false);
  });

  it('says the same of the same broken text again', () => {
    const text = '---\na: [\n---\n';
    expect(readFrontMatter(text)).toEqual(readFrontMatter(text));
    expect(readFrontMatter(text).problem).toBeDefined();
  });

  it('leaves prototypes alone', () => {
    const { data } = readFrontMatter('---\n__proto__:\n  polluted: yes\nconstructor: x\n---\n');
    expect([...data.keys()]).toEqual(['__proto__', 'constructor']);
    expect('polluted' in {}).toBe(false);
  });

  it('refuses aliases that multiply', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let depth = 1; depth < 9; depth += 1) {
      lines.push(
        `a${depth}: &a${depth} [${Array(10)
          .fill(`*a${depth - 1}`)
          .join(', ')}]`,
      );
    }
    expect(readFrontMatter(`---\n${lines.join('\n')}\n---\n`).problem?.code).toBe('broken');
  });
});
