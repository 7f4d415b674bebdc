/** Headings that name who speaks first: `Name: Title`, `Name — Title`. */
import { type InlineText, partOf } from './inline-text.ts';
import { isRole } from './personal-names.ts';
import type { HeadingParts } from './read-heading.ts';
import { readPeople } from './read-people.ts';
import { kindIn } from './section-words.ts';

const NAME_FIRST = /^(\P{P}(?:[^:：—–]|(?<=\p{Lu})[.])*?)(\s*[:：]\s*|\s*[—–]\s*|\s+-{1,2}\s+)(?=\S)/u;

/** `null` where no name in full opens the line, or nothing that could be a title follows. */
export const frontParts = (line: InlineText): HeadingParts | null => {
  const [, name = '', gap = ''] = NAME_FIRST.exec(line.text) ?? [];
  const people = name === '' ? null : readPeople(partOf(line, 0, name.length));
  if (people?.certain !== true) return null;
  const from = name.length + gap.length;
  const rest = line.text.slice(from);
  const quoted = /^["“«„『「]/.exec(rest)?.[0].length ?? 0;
  const closing = /["”»“』」.]*\s*$/.exec(rest)?.[0].length ?? 0;
  const title = { from: from + quoted, to: line.text.length - closing };
  const words = line.text.slice(title.from, title.to);
  // `Parsing Gears - Keynote` is a title with its kind behind.
  const kindAlone = kindIn(words) !== null && words.trim().split(/\s+/).length < 3;
  if (!/\p{L}{2}/u.test(words) || isRole(rest) || kindAlone) return null;
  const outer = { from: 0, to: from };
  return { title, link: null, people: { ...people, from: 0, to: name.length, outer, shape: 'front' } };
};
