/** A published recap taken apart into what a person did that day: sessions, speakers, and each note as it was jotted. */
import { splitFrontMatter } from './post-outline.ts';

export type JottedNote =
  | { readonly kind: 'text' | 'quote'; readonly text: string }
  | { readonly kind: 'question'; readonly text: string; readonly answer: string }
  | { readonly kind: 'image'; readonly text: string };

export interface JottedSession {
  readonly title: string;
  readonly officeHours: boolean;
  readonly speaker: { readonly name: string; readonly affiliation: string; readonly role: string } | null;
  readonly notes: readonly JottedNote[];
}

export interface DayScript {
  readonly frontMatter: Readonly<Record<string, unknown>>;
  readonly overview: readonly JottedNote[];
  readonly sessions: readonly JottedSession[];
  readonly references: readonly { readonly title: string; readonly url: string }[];
}

/** Headings and labels of the post's language. */
export interface DayWords {
  readonly overview: string;
  readonly officeHours: string;
  readonly references: string;
  readonly speaker: string;
  /** Whether three parts of a speaker line begin with the affiliation. */
  readonly affiliationFirst: boolean;
}

/** Paragraphs, lists, fences: what is parted by blank lines outside of code. */
const blocksOf = (text: string): string[] => {
  const blocks: string[] = [];
  let lines: string[] = [];
  let fenced = false;
  for (const line of `${text}\n`.split('\n')) {
    if (/^```/.test(line)) fenced = !fenced;
    if (line.trim() === '' && !fenced) {
      if (lines.length > 0) blocks.push(lines.join('\n'));
      lines = [];
    } else lines.push(line);
  }
  return blocks.filter((block) => block !== '&nbsp;');
};

const unquoted = (block: string): string => block.replace(/^> ?/gm, '');

const noteOf = (block: string): JottedNote => {
  const [, alt] = /^!\[([^\]]*)\]\([^)]*\)$/.exec(block) ?? [];
  if (alt !== undefined) return { kind: 'image', text: alt };
  const [, question, answer] = /^> \*\*Q\*\*: (.*?) *\n> \*\*A\*\*: ([\s\S]*)$/.exec(block) ?? [];
  if (question !== undefined && answer !== undefined)
    return { kind: 'question', text: question, answer: unquoted(answer) };
  return block.startsWith('> ') ? { kind: 'quote', text: unquoted(block) } : { kind: 'text', text: block };
};

/** `name, affiliation` · `affiliation name` · `affiliation, name, role` · name, then a line of where they worked. */
const speakerOf = (line: string, affiliationFirst: boolean): JottedSession['speaker'] => {
  const [first = '', career] = line.split(/ *\n/);
  if (career !== undefined) return { name: first, affiliation: career, role: '' };
  const parts = first.split(', ');
  const [left = '', middle = '', ...rest] = parts;
  if (parts.length === 1) {
    const [affiliation = '', ...name] = left.split(' ');
    return name.length === 0
      ? { name: left, affiliation: '', role: '' }
      : { name: name.join(' '), affiliation, role: '' };
  }
  return parts.length === 2 || !affiliationFirst
    ? { name: left, affiliation: middle, role: rest.join(', ') }
    : { name: middle, affiliation: left, role: rest.join(', ') };
};

const sessionOf = (title: string, text: string, officeHours: boolean, words: DayWords): JottedSession => {
  const label = `**${words.speaker}**: `;
  const blocks = blocksOf(text);
  const line = blocks.find((block) => block.startsWith(label));
  return {
    title,
    officeHours,
    speaker: line === undefined ? null : speakerOf(line.slice(label.length), words.affiliationFirst),
    notes: blocks.filter((block) => block !== line).map(noteOf),
  };
};

/** The text under each heading of a level, with what stands before the first. Headings in code do not count. */
const cut = (text: string, level: number): { readonly title: string; readonly text: string }[] => {
  const parts = [{ title: '', lines: [] as string[] }];
  let fenced = false;
  for (const line of text.split('\n')) {
    if (/^```/.test(line)) fenced = !fenced;
    const mark = `${'#'.repeat(level)} `;
    if (!fenced && line.startsWith(mark)) parts.push({ title: line.slice(mark.length), lines: [] });
    else parts.at(-1)?.lines.push(line);
  }
  return parts.map(({ title, lines }) => ({ title, text: lines.join('\n') }));
};

/** Reads a post in the structure of the default template. */
export const readDayScript = (post: string, words: DayWords): DayScript => {
  const { frontMatter, body } = splitFrontMatter(post);
  const sections = cut(body, 2);
  const section = (title: string): string => sections.find((part) => part.title === title)?.text ?? '';
  const sessions = sections
    .filter(({ title }) => title !== '' && title !== words.overview && title !== words.references)
    .flatMap(({ title: heading, text }) =>
      cut(text, 3)
        .filter(({ title, text: under }) => title !== '' || blocksOf(under).length > 0)
        .map(({ title, text: under }) => sessionOf(title, under, heading === words.officeHours, words)),
    );
  const references = blocksOf(section(words.references)).flatMap((block) => {
    const [, title, url] = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(block) ?? [];
    return title === undefined || url === undefined ? [] : [{ title, url }];
  });
  return { frontMatter, overview: blocksOf(section(words.overview)).map(noteOf), sessions, references };
};
