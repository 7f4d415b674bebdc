/** Speakers as names in running text: separate people, affiliations in brackets, lines that introduce them. */
import type { Speaker } from '../model/session.ts';

/** @returns a speaker of whom only the name is known */
export const speakerNamed = (name: string, more: Partial<Omit<Speaker, 'name'>> = {}): Speaker => ({
  name: name.replace(/\s+/g, ' ').trim(),
  affiliation: more.affiliation ?? '',
  role: more.role ?? '',
  url: more.url ?? '',
});

const SEPARATOR = /\s*(?:[,;、，／\n]|\s[&+/|]\s|\s(?:and|und|et|y|e|och|og|en)\s)\s*/u;

/** `Ada Lovelace (ENIAC), Alan Turing and Grace Hopper`: three speakers, the first with her affiliation. */
export const splitSpeakers = (text: string): readonly Speaker[] => {
  // What stands in brackets is kept out of the splitting.
  const inside: string[] = [];
  const flat = text.replace(/\s*[(（]([^()（）]*)[)）]/g, (_, words: string) => {
    inside.push(words.trim());
    return `\ue000${inside.length - 1}\ue000`;
  });
  return flat
    .split(SEPARATOR)
    .map((part) => {
      const mark = /\ue000(\d+)\ue000/.exec(part);
      const name = part.replace(/\ue000\d+\ue000/g, '');
      return speakerNamed(name, { affiliation: mark === null ? '' : (inside[Number(mark[1])] ?? '') });
    })
    .filter(({ name }) => name !== '');
};

const NAME_PART =
  /^(?:\p{Lu}[\p{L}'’.-]*|(?:van|von|de|der|den|del|da|di|la|le|el|al|bin|ben|ter|dos|du|zu)|[\p{Script=Hangul}\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]{1,10})$/u;

/** Words that end the name of a company or a school, never a person's. */
const COMPANY =
  /\b(?:inc|gmbh|ltd|llc|corp|corporation|co|ag|s\.?a|foundation|university|institute|labs?|technologies|systems|software|group|cloud|bank|networks|security|computing)\.?$/i;

const looksLikeName = ({ name }: Speaker): boolean => {
  const parts = name.split(' ');
  if (parts.length === 1) return /^[\p{Script=Hangul}\p{Script=Han}]{2,5}$/u.test(name);
  return parts.length <= 5 && !COMPANY.test(name) && parts.every((part) => NAME_PART.test(part));
};

/** `Ada Lovelace, Engineer – ENIAC` on a line of its own: one speaker, what follows the name being who she is. */
const speakerOfItem = (item: string): Speaker => {
  const [name = '', ...more] = item.split(/\s*(?:[,(（]|\s[–—-])\s+|\s*[(（]/u);
  const [role = '', affiliation = ''] = more.map((part) => part.replace(/[)）.]+$/u, '').trim());
  return speakerNamed(name, more.length < 2 ? { affiliation: role } : { role, affiliation });
};

/** Names in one line; what is no name (`Engineer at ENIAC`) belongs to the name before it. */
const speakersInLine = (line: string): readonly Speaker[] => {
  const speakers: Speaker[] = [];
  for (const part of splitSpeakers(line)) {
    const before = speakers.at(-1);
    const isRemark = /\s/.test(part.name) && /\p{Ll}/u.test(part.name) && !looksLikeName(part);
    if (before !== undefined && isRemark && before.role === '') {
      speakers.splice(-1, 1, {
        ...before,
        role: part.name,
        affiliation: before.affiliation || part.affiliation,
      });
    } else speakers.push(part);
  }
  return speakers;
};

const INTRODUCTION =
  /^[ \t]*(?:\*\*|__|<b>|<strong>)*(?:speakers?(?:\(s\))?|presenters?|presented by|von|referent(?:(?:\*|:)?inn?en|in|en)?|vortragende[rn]?|intervenante?s?|orateurs?|oratrices?|conférenciers?|par|ponentes?|relator[ei]|speaker\(s\)|talk by|발표자|연사|스피커|登壇者|発表者|講演者|スピーカー)(?:\*\*|__|<\/b>|<\/strong>)*[ \t]*[:：](?:\*\*|__|<\/b>|<\/strong>)?[ \t]*(\S.*|(?:\n+[ \t]*[*•-][ \t]+\S.*)+)$/imu;
const MAX_NAME_LENGTH = 60;

/**
 * Finds the line that introduces the speakers (`von: A, B`, `Speakers: A and B`) among the first or last lines of a
 * description.
 *
 * @returns the speakers and the description without that line, or `null`
 */
export const speakersInDescription = (
  description: string,
): { readonly speakers: readonly Speaker[]; readonly rest: string } | null => {
  const match = INTRODUCTION.exec(description);
  if (match?.[1] === undefined) return null;
  const before = description.slice(0, match.index).trim();
  const after = description.slice(match.index + match[0].length).trim();
  const linesOf = (text: string): number =>
    text === '' ? 0 : text.split('\n').filter((line) => line.trim()).length;
  if (linesOf(before) > 2 && linesOf(after) > 3) return null;
  const said = match[1].replace(/<[^>]*>|\*\*|__/g, '').trim();
  const items = said.split(/(?:^|\n+[ \t]*)[*•-][ \t]+/).filter((item) => item.trim() !== '');
  const speakers = /^[*•-][ \t]/.test(said) ? items.map(speakerOfItem) : speakersInLine(said);
  if (speakers.length === 0 || speakers.some(({ name }) => name.length > MAX_NAME_LENGTH)) return null;
  return { speakers, rest: [before, after].filter((text) => text !== '').join('\n\n') };
};

/** `Ada Lovelace, ENIAC & Alan Turing, Bletchley`: names with where they are from; who has none shares the next one's. */
const speakersWithHomes = (text: string): readonly Speaker[] | null => {
  const people = text.split(/\s*;\s*|\s+&\s+|\s+and\s+/).map((person) => {
    const [name = '', ...home] = person.split(/\s*,\s*/);
    return speakerNamed(name, { affiliation: home.join(', ') });
  });
  if (!people.every(looksLikeName) || people.at(-1)?.affiliation === '') return null;
  return people.map((person, at) => ({
    ...person,
    affiliation: people.slice(at).find(({ affiliation }) => affiliation !== '')?.affiliation ?? '',
  }));
};

/** A text of names; of names with where they are from, where both a comma and a sign between people say so. */
export const speakersInText = (text: string): readonly Speaker[] => {
  const parts = splitSpeakers(text);
  const hasBoth = text.includes(',') && /;|\s&\s|\sand\s/.test(text);
  return (hasBoth && !parts.every(looksLikeName) ? speakersWithHomes(text) : null) ?? parts;
};

/** One item of a list of speakers: a person, with where they are from or not; several people where all are names. */
export const speakersInItem = (text: string): readonly Speaker[] => {
  const parts = splitSpeakers(text);
  if (parts.length <= 1 || parts.every(looksLikeName)) return parts;
  return speakersWithHomes(text) ?? [speakerNamed(text)];
};

/** `Title (talk by Ada Lovelace)` in two: so plain that no other title of the file need say it. */
export const speakersStatedInTitle = (
  title: string,
): { readonly title: string; readonly speakers: readonly Speaker[] } | null => {
  const match =
    /^(.*\S)\s*[([](?:a )?(?:lightning talk|talk|keynote|workshop|tutorial|panel|presentation|session) by\s+([^()[\]]+)[)\]]$/iu.exec(
      title,
    );
  return match?.[1] === undefined || match[2] === undefined
    ? null
    : { title: match[1], speakers: splitSpeakers(match[2]) };
};

/** `Title - Ada Lovelace, Alan Turing` in two; `null` when what follows the last dash are no names. */
export const speakersInTitle = (
  title: string,
): { readonly title: string; readonly speakers: readonly Speaker[] } | null => {
  const match =
    /^(.*\S)\s+(?:[-–—|/]|by)\s+(\S.*?)$/u.exec(title) ?? /^(.*\S)\s*[(（]([^()（）]+)[)）]$/u.exec(title);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const speakers = splitSpeakers(match[2]);
  if (speakers.length > 0 && speakers.every(looksLikeName)) return { title: match[1], speakers };
  const withHomes = speakersWithHomes(match[2]);
  return withHomes === null ? null : { title: match[1], speakers: withHomes };
};
