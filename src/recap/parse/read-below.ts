/** Who speaks, where that is said below a heading in a line of its own. */
import type { RootBlock } from '../../markdown/root-blocks.ts';
import type { Span } from '../../model/imported-post.ts';
import { type InlineText, inlineTextOf, linesOf, partOf } from './inline-text.ts';
import { type People, readPeople } from './read-people.ts';
import { BY, isSpeakerLabel, SPEAKER_LABEL } from './section-words.ts';

/** Speakers in lines of their own. */
export interface SpeakerLines {
  readonly people: People;
  /** A label says so; without one, other sessions of the post have to be written alike. */
  readonly labelled: boolean;
  /** The label says that they spoke; `by` may as well be who wrote. */
  readonly spoken: boolean;
  /** Index of the block and, in a list, of its item. */
  readonly block: number;
  /** The lines. */
  readonly whole: Span;
  /** The people in them. */
  readonly inner: Span;
}

/** Blocks below a heading that are looked at. */
const NEAR = 4;

/** @param from index of the first block below the heading, `to` the one behind its last */
export const readSpeakerLines = (
  blocks: readonly RootBlock[],
  from: number,
  to: number,
): SpeakerLines | null => {
  let paragraphs = 0;
  for (let index = from; index < Math.min(to, from + NEAR); index += 1) {
    const block = blocks[index];
    if (block === undefined || block.type === 'heading') return null;
    const found =
      block.type === 'list' || (block.type === 'blockquote' && block.items.length === 1)
        ? (labelledItem(block, index) ?? (paragraphs === 0 ? bareQuote(block, index) : null))
        : block.type === 'paragraph'
          ? paragraphLines(linesOf(inlineTextOf(block.runs)), index, paragraphs === 0)
          : null;
    if (found !== null) return found;
    if (block.type === 'paragraph' && inlineTextOf(block.runs).text.trim() !== '') paragraphs += 1;
  }
  return null;
};

/** `Speakers: Name, Name`: a label for several says that a comma parts names. */
const SEVERAL =
  /^\P{L}*(?:speakers|presenters|panell?ists|hosts|vortragende|referent(?:inn)?en|sprecherinnen|intervenant(?:e?s)|orateurs|conf[ée]renciers|ponentes|oradores|palestrantes)\P{L}*[:：]/iu;

const isSpoken = ({ text }: InlineText): boolean =>
  !BY.test(text) && !/^\P{L}*(?:by|par|von|por)\s*[:：]/iu.test(text);

const behindLabel = (line: InlineText): InlineText | null => {
  const label = SPEAKER_LABEL.exec(line.text) ?? BY.exec(line.text);
  return label === null ? null : partOf(line, label[0].length, line.text.length);
};

const labelledItem = (list: RootBlock, block: number): SpeakerLines | null => {
  for (const item of list.items.slice(0, NEAR)) {
    const line = inlineTextOf(item.runs);
    const names = item.inner.map(({ runs }) => inlineTextOf(runs));
    const listed = isSpeakerLabel(line.text) ? bareLines(names, block) : null;
    if (listed !== null) return { ...listed, labelled: true, spoken: true };
    const named = /\n/.test(line.text) ? null : behindLabel(line);
    const people = named === null ? null : readPeople(named, SEVERAL.test(line.text));
    if (named === null || people === null) continue;
    const whole = list.type === 'blockquote' ? { start: list.start, end: list.end } : item;
    const inner = named.spanOf(0, named.text.length);
    return { people, labelled: true, spoken: isSpoken(line), block, whole, inner };
  }
  return null;
};

/** A quote of one line that names people and nothing else. */
const bareQuote = (quote: RootBlock, block: number): SpeakerLines | null => {
  const [only] = quote.type === 'blockquote' ? quote.items : [];
  const lines = only === undefined ? [] : linesOf(inlineTextOf(only.runs));
  const found = lines.length === 1 ? bareLines(lines, block) : null;
  return found === null ? null : { ...found, whole: { start: quote.start, end: quote.end } };
};

/** Below the first line of the same paragraph. */
export const linesBelow = (paragraph: InlineText, block: number): SpeakerLines | null =>
  paragraphLines(linesOf(paragraph).slice(1), block, true);

const paragraphLines = (lines: readonly InlineText[], block: number, first: boolean): SpeakerLines | null => {
  for (const [index, line] of lines.slice(0, 3).entries()) {
    const named = behindLabel(line);
    const people = named === null ? null : readPeople(named, SEVERAL.test(line.text));
    if (named === null || people === null || (index > 0 && !first)) continue;
    const next = lines[index + 1];
    const career = lines.length === index + 2 && next !== undefined && isCareer(next, people) ? next : null;
    const inner = named.spanOf(0, named.text.length);
    const end = career?.spanOf(0, career.text.length).end ?? inner.end;
    const whole = { start: line.spanOf(0, line.text.length).start, end };
    return {
      people: career === null ? people : withCareer(people, career.text),
      labelled: true,
      spoken: isSpoken(line),
      block,
      whole,
      inner: { start: inner.start, end },
    };
  }
  return first ? bareLines(lines, block) : null;
};

/** `**Speaker**: Name⏎what they did before` */
const isCareer = ({ text }: InlineText, { speakers }: People): boolean =>
  speakers.length === 1 &&
  speakers[0]?.affiliation === '' &&
  text.length < 120 &&
  !/[.!?。]$/.test(text) &&
  !/^[^:：]{1,12}[:：]/.test(text);

const withCareer = (people: People, career: string): People => ({
  ...people,
  speakers: people.speakers.map((speaker) => ({ ...speaker, role: career })),
  style: { ...people.style, betweenFields: '  \n' },
});

/** `Ada Park and Bo Lind spoke.` */
const isSentence = (text: string): boolean =>
  /\p{Ll}{3}\.\s*$/u.test(text) && !/\b(?:Inc|Corp|Ltd)\.\s*$/.test(text);

/** Lines that name people and nothing else, from the first on. */
const bareLines = (lines: readonly InlineText[], block: number): SpeakerLines | null => {
  const people: People[] = [];
  for (const [index, line] of lines.entries()) {
    const goesOn = /^\p{Ll}/u.test(lines[index + 1]?.text ?? '');
    const found = goesOn || isSentence(line.text) ? null : readPeople(line);
    if (found === null) break;
    people.push(found);
  }
  const [first] = people;
  const [opening] = lines;
  const last = lines[people.length - 1];
  if (first === undefined || opening === undefined || last === undefined) return null;
  const whole = {
    start: opening.spanOf(0, opening.text.length).start,
    end: last.spanOf(0, last.text.length).end,
  };
  return {
    people: {
      speakers: people.flatMap(({ speakers }) => speakers),
      style: people.length > 1 ? { ...first.style, betweenSpeakers: '\n' } : first.style,
      certain: people.every(({ certain }) => certain),
    },
    labelled: false,
    spoken: false,
    block,
    whole,
    inner: whole,
  };
};
