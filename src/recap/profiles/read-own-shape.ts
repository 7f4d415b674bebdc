/** How a post of the person's own stands: level of its sections, and how it names who spoke. */
import { codeRanges } from '../../markdown/code-ranges.ts';
import type { RecapShape } from '../../model/recap-shape.ts';
import { readPeople } from '../parse/read-people.ts';

const HEADING = /^(#{1,6})[ \t]+(.+?)[ \t]*#*$/gm;
const LABELLED = /^(\*\*|__|)([\p{L} ]{2,20})(:|：|)\1([ \t]*(?:[:：])?[ \t]*)(\S.*)$/u;
const SPEAKER_WORD =
  /^(speakers?|presenters?|by|presented by|스피커|발표자|연사|登壇者|発表者|スピーカー|講演者|vortrag von|referent(?:in)?|orateur|oratrice|par|ponente|讲者|講者)$/i;

export const readShape = (body: string): RecapShape => {
  const code = codeRanges(body);
  const headings = Array.from(body.matchAll(HEADING), ({ 0: line, 1: marks = '', 2: text = '', index }) => ({
    level: marks.length,
    text,
    index,
    end: index + line.length,
  })).filter(({ index }) => !code.some(([from, to]) => from <= index && index < to));
  const least = Math.min(...headings.map(({ level }) => level));
  const sectionLevel: RecapShape = least === 1 || least === 2 || least === 3 ? { sectionLevel: least } : {};
  const lines = headings.map(({ end }) => body.slice(end).trimStart().split('\n', 1)[0] ?? '');
  for (const line of lines) {
    const labelled = speakerLine(line) ?? slantedLine(line);
    if (labelled !== null) return { ...sectionLevel, ...labelled };
  }
  const by = headings.filter(({ text }) => / by \p{Lu}/u.test(text)).length;
  return by >= 2 ? { ...sectionLevel, heading: '{title} by {speakers}', speakerLine: '' } : sectionLevel;
};

/** `*Ann Brook (Delta)*`, where these are certainly names; `null` for any other line. */
const slantedLine = (line: string): RecapShape | null => {
  const [, mark = '', people = ''] = /^([*_])([^*_]+)\1$/.exec(line.trim()) ?? [];
  const read = readPeople({ text: people, spanOf: () => ({ start: 0, end: 0 }), links: [] });
  if (read?.certain !== true) return null;
  return { speakerLine: `${mark}{speakers}${mark}`, speaker: speakerPattern(people) };
};

/** `**Speaker**: name, affiliation`, `Presenter: name`; `null` for any other line. */
const speakerLine = (line: string): RecapShape | null => {
  const [, strong = '', label = '', inside = '', between = '', speakers = ''] =
    LABELLED.exec(line.trim().replace(/^[-*+] +/, '')) ?? [];
  if (!SPEAKER_WORD.test(label.trim()) || !/[:：]/.test(inside + between)) return null;
  return {
    words: { speaker: label.trim(), speakers: label.trim() },
    speakerLine: `${strong}{label}${inside}${strong}${between}{speakers}`,
    speaker: speakerPattern(speakers),
  };
};

const speakerPattern = (speakers: string): string => {
  if (/^[^,（]+（[^）]+）/.test(speakers)) return '{name}（{affiliation}）';
  if (/^[^,]+ \([^)]+\)/.test(speakers)) return '{name} ({affiliation}), {role}';
  if (/^[^,(]+ \/ /.test(speakers)) return '{name} / {affiliation} / {role}';
  if (/^[^,(]+ [–—-] /.test(speakers)) return '{name} – {affiliation}, {role}';
  return '{name}, {affiliation}, {role}';
};
