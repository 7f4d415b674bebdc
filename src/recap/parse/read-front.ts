/** Headings that name who speaks first: `Name: Title`, `Name — Title`. */
import { type InlineText, partOf } from './inline-text.ts';
import { HANDLE, isName, isRole } from './personal-names.ts';
import type { HeadingParts } from './read-heading.ts';
import { type People, readPeople } from './read-people.ts';
import { isRoom, kindIn } from './section-words.ts';

const NAME_FIRST = /^(\P{P}(?:[^:：—–]|(?<=\p{Lu})[.])*?)(\s*[:：]\s*|\s*[—–]\s*|\s+-{1,2}\s+)(?=\S)/u;

/** `Name - Org - Title`, in one word. */
const PLACE = /^(@?[\p{L}\p{N}_.&]+)\s+-{1,2}\s+(?=\S)/u;

const placedAt = (people: People, affiliation: string, gap: string): People => {
  const bare = people.speakers.every((speaker) => speaker.affiliation === '');
  return {
    ...people,
    speakers: people.speakers.map((speaker) => ({
      ...speaker,
      affiliation: bare ? affiliation : `${speaker.affiliation}${gap}${affiliation}`,
    })),
    style: bare ? { ...people.style, betweenFields: gap } : people.style,
  };
};

/** `null` where no name in full opens the line, or nothing that could be a title follows. */
export const frontParts = (line: InlineText): HeadingParts | null => {
  const [, name = '', gap = ''] = NAME_FIRST.exec(line.text) ?? [];
  const people = name === '' ? null : readPeople(partOf(line, 0, name.length));
  if (people?.certain !== true || isRoom(name)) return null;
  const [place = '', where = ''] = PLACE.exec(line.text.slice(name.length + gap.length)) ?? [];
  const placed = HANDLE.test(where) || isName(where, true);
  const from = name.length + gap.length + (placed ? place.length : 0);
  const rest = line.text.slice(from);
  const quoted = /^["“«„『「]/.exec(rest)?.[0].length ?? 0;
  const closing = /["”»“』」.]*\s*$/.exec(rest)?.[0].length ?? 0;
  const title = { from: from + quoted, to: line.text.length - closing };
  const words = line.text.slice(title.from, title.to);
  // `Parsing Gears - Keynote` is a title with its kind behind.
  const kindAlone = kindIn(words) !== null && words.trim().split(/\s+/).length < 3;
  if (!/\p{L}{2}/u.test(words) || isRole(rest) || kindAlone) return null;
  const outer = { from: 0, to: from };
  const named = placed ? placedAt(people, where, gap) : people;
  const to = placed ? name.length + gap.length + where.length : name.length;
  return { title, link: null, people: { ...named, from: 0, to, outer, shape: 'front' } };
};
