/** Speakers out of pasted lines: `Name, Affiliation`, `Name (Affiliation)`, `Name @ Affiliation`, a table's cells. */
import type { Speaker } from '../model/session.ts';

export const EMPTY_SPEAKER: Speaker = { name: '', affiliation: '', role: '', url: '' };

const BULLET = /^\s*(?:[-*+•·]|\d{1,2}[.)])\s+/;

const LABEL = /^\s*(?:\*\*)?(?:speakers?|스피커|발표자|登壇者|スピーカー)(?:\*\*)?\s*[:：]\s*/i;

const SHAPES = [
  /^(?<name>[^\t]+)\t+(?<affiliation>[^\t]*)(?:\t+(?<role>[^\t]*))?/,
  /^(?<name>[^(（]+)[(（](?<affiliation>[^)）]+)[)）]\s*$/,
  /^(?<name>.+?)\s+@\s*(?<affiliation>.+)$/,
  /^(?<name>.+?)\s+[–—|/]\s+(?<affiliation>.+)$/,
  /^(?<name>[^,、，]+)[,、，]\s*(?<affiliation>[^,、，]+)(?:[,、，]\s*(?<role>.+))?$/,
];

/** One speaker of one line; `null` for an empty one. */
const speakerOf = (line: string): Speaker | null => {
  const text = line.replace(BULLET, '').replace(LABEL, '').trim();
  if (text === '') return null;
  for (const shape of SHAPES) {
    const groups = shape.exec(text)?.groups;
    if (groups === undefined) continue;
    const { name = '', affiliation = '', role = '' } = groups;
    return { ...EMPTY_SPEAKER, name: name.trim(), affiliation: affiliation.trim(), role: role.trim() };
  }
  return { ...EMPTY_SPEAKER, name: text };
};

/** Each line that is not empty becomes a speaker. */
export const readSpeakerLines = (text: string): Speaker[] =>
  text
    .split(/\r\n?|\n/)
    .map(speakerOf)
    .filter((speaker) => speaker !== null);

/** True for a text that fills more than one name: several lines, or a name with something behind it. */
export const isSpeakerList = (text: string): boolean => {
  const speakers = readSpeakerLines(text);
  return speakers.length > 1 || (speakers[0] !== undefined && speakers[0].affiliation !== '');
};

/** Speakers without those of whom nothing was filled in; spaces at the edges gone. */
export const filledSpeakers = (speakers: readonly Speaker[]): Speaker[] =>
  speakers
    .map(({ name, affiliation, role, url }) => ({
      name: name.trim(),
      affiliation: affiliation.trim(),
      role: role.trim(),
      url: url.trim(),
    }))
    .filter((speaker) => Object.values(speaker).some((value) => value !== ''));
