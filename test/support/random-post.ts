/** Recap posts made up by chance, in the shapes that real ones have, with the sessions that a reader would find in them. */
import type { Random } from './random.ts';

export interface RandomPost {
  readonly source: string;
  /** What the speakers are written as. */
  readonly shape: string;
  readonly sessions: readonly { readonly title: string; readonly speakers: readonly string[] }[];
}

const TITLES = [
  'Small tools, long rivers',
  'Boats in Go: what we broke',
  'Why nets still hold',
  'How to tie `std::rope` in C++26',
  'Ten years of weirs',
  '강을 건너는 방법',
  '川とデータベース',
  'Zero to harbour in 30 minutes!',
  'Ist das noch ein Fluss?',
  'L’eau, le code et nous',
];
const PEOPLE = [
  ['Ada Quist', 'Riverworks'],
  ['Ben Oduya', 'Mole Labs'],
  ['Zoé Martin', 'Écluse'],
  ['Jan de Vries', 'Delta BV'],
  ['Cy J. Tan', 'Weir'],
  ['Mireia Puig-Roca', 'Riu'],
] as const;
type Person = (typeof PEOPLE)[number];

/** Heading and line below it, by how speakers are written. */
const SHAPES: Readonly<
  Record<string, (mark: string, title: string, people: readonly Person[]) => readonly string[]>
> = {
  'bold label': (mark, title, people) => [`${mark} ${title}`, '', `**Speaker**: ${all(people, ', ')}`],
  'bold label, in Korean': (mark, title, people) => [
    `${mark} ${title}`,
    '',
    `**스피커**: ${all(people, ', ')}`,
  ],
  'label with a link': (mark, title, [first]) => [
    `${mark} ${title}`,
    '',
    `Presenter: [${first?.[0] ?? ''}](https://people.example/a)`,
  ],
  by: (mark, title, people) => [`${mark} ${title} by ${names(people, ' and ')}`],
  'dash, with et': (mark, title, people) => [`${mark} ${title} - ${names(people, ' et ')}`],
  'linked title': (mark, title, people) => [
    `${mark} [${title}](https://www.youtube.com/watch?v=abc)—${all(people, ', ')}`,
  ],
  parentheses: (mark, title, people) => [`${mark} ${title} (${names(people, ' and ')})`],
  'line below': (mark, title, people) => [`${mark} ${title}`, all(people.slice(0, 1), ', ')],
  'item of a list': (mark, title, people) => [
    `${mark} ${title}`,
    '',
    `- Speaker: ${all(people, ', ')}`,
    '- Room: 1',
  ],
};

const names = (people: readonly Person[], and: string): string => people.map(([name]) => name).join(and);
const all = (people: readonly Person[], between: string): string =>
  people.map((person) => person.join(between)).join(' & ');

/** Blocks of a talk's notes. */
const NOTES = [
  'They float. Mostly, at least; see [the list](https://river.example/list).',
  '- one\n- two  \n  goes on\n\n  and on\n- [x] three',
  '* a\n\n\n* b\n    1. c\n    2. d',
  '```go\nfunc main() {\n\n# no heading\n}\n```',
  '~~~\n---\n~~~',
  '    indented\n\n    code',
  '| a | b |\n|---|:-:|\n| 1 | `x|y` |',
  '> **Q**: Always?  \n> **A**: Mostly.',
  '> Nets hold.\n>\n> — someone',
  '> lazy\ngoes on',
  '![A *net*](./1.png "title")',
  '<div class="a">\n\n<img src="x.png" alt="">\n\n</div>',
  '{{< youtube abc >}}',
  '{% include net.html %}',
  '#### A part\n\nWith words.',
  'Hard  \nbreaks\\\nhere[^1].',
  'https://youtu.be/abc',
  '물고기는 *빠르다*. 川は長い。',
  '<!-- a remark -->',
  '***',
  '&nbsp;',
];

const FRONT_MATTER: readonly ((title: string) => string)[] = [
  () => '',
  (title) =>
    `---\ntitle: "${title}" # day one\ndate: 2026-05-08T18:00:00+02:00\ntags: [go, 'cloud native']\ndraft: false\n---\n\n`,
  (title) => `---\nlayout: post\ntitle:  ${title}\ntags:\n  - a\n  - b\n\ncover:\n    image: x.png\n---\n`,
  (title) => `+++\ntitle = "${title}"\ndate = 2026-05-08 # day\n[taxonomies]\ntags = [ "go", ]\n+++\n\n`,
  (title) => `{\n  "title": "${title}",\n  "tags": ["go"]\n}\n\n`,
  (title) => `---\ntitle: "${title}\nbroken: [\n---\n\n`,
];

/** @param shape one of those known, for every session of the post */
const postOf = (random: Random, shape: string): RandomPost => {
  const write = SHAPES[shape];
  if (write === undefined) throw new Error(`unknown shape ${shape}`);
  const level = random.pick([2, 3]);
  const mark = '#'.repeat(level);
  const titles = TITLES.filter(() => random.chance(0.6)).slice(0, 6);
  if (titles.length < 2) titles.splice(0, titles.length, ...TITLES.slice(0, 3));
  const parts: string[] = [];
  const sessions: { title: string; speakers: readonly string[] }[] = [];
  if (random.chance(0.5)) parts.push('A day by the river.');
  if (random.chance(0.5)) parts.push('<!--more-->');
  if (level === 3) parts.push('## Sessions');
  for (const title of titles) {
    const first = random.int(PEOPLE.length);
    const alone = shape === 'label with a link' || shape === 'line below' || random.chance(0.6);
    const people = [PEOPLE[first], alone ? undefined : PEOPLE[(first + 1) % PEOPLE.length]].flatMap(
      (person) => (person === undefined ? [] : [person]),
    );
    parts.push(write(mark, title, people).join('\n'));
    sessions.push({ title: title.replaceAll('`', ''), speakers: people.map(([name]) => name) });
    for (let count = 1 + random.int(4); count > 0; count -= 1) parts.push(random.pick(NOTES));
    if (random.chance(0.3)) parts.push(random.pick(['&nbsp;', '---', '<br>']));
  }
  if (random.chance(0.5))
    parts.push(`${level === 3 ? '##' : mark} References`, '[River](https://river.example/)');
  parts.push('[^1]: A footnote.');
  const gaps = ['\n\n', '\n\n', '\n\n', '\n\n\n', '\n  \n'];
  const body = parts.map((part) => part + random.pick(gaps)).join('');
  const end = random.pick(['', '\n', '\n\n  \n']);
  const text = random.pick(FRONT_MATTER)('River Conf') + body.trimEnd() + end;
  const source =
    (random.chance(0.1) ? '\ufeff' : '') + text.replaceAll('\n', random.pick(['\n', '\n', '\r\n', '\r']));
  return { source, shape, sessions };
};

export const randomPost = (random: Random): RandomPost => postOf(random, random.pick(Object.keys(SHAPES)));
