/** One note as a block of the post. */
import type { BlockKind } from '../../markdown/blocks.ts';
import { formatLink } from '../../markdown/plain-text.ts';
import type { Note, QuestionNote, Source } from '../../model/note.ts';
import type { RecapWords } from '../templates/languages/recap-words.ts';
import type { BodyBlock } from './body-blocks.ts';

/** A note's text, ready for its place. */
export interface ReadyText {
  readonly text: string;
  readonly opensWith: BlockKind;
  readonly endsWith: BlockKind;
}

/** Makes a note's texts ready: its headings shifted, its images numbered. Called in the order of appearance. */
export type MakeReady = (note: Note, markdown: string) => ReadyText;

/** The block of a note; `null` when there is nothing to write. */
export const writeNote = (note: Note, makeReady: MakeReady, words: RecapWords): BodyBlock | null => {
  const ready = makeReady(note, note.markdown);
  switch (note.kind) {
    case 'text':
    case 'image':
      return ready.text === '' ? null : ready;
    case 'takeaway':
      return ready.text === '' ? null : takeaway(ready, words);
    case 'quote':
    case 'selection':
      return quotation(ready, note.source);
    case 'question':
      return question(ready, makeReady(note, note.answer), note, words);
    case 'link':
      return withRemark(formatLink(note.title, note.url), ready);
  }
};

/** A link's paragraph and, in a paragraph of its own, what the person remarked on it. */
const withRemark = (link: string, remark: ReadyText): BodyBlock | null => {
  if (link === '') return remark.text === '' ? null : remark;
  if (remark.text === '') return { text: link, opensWith: 'paragraph', endsWith: 'paragraph' };
  return { text: `${link}\n\n${remark.text}`, opensWith: 'paragraph', endsWith: remark.endsWith };
};

const SINGLE_ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)(?!.*\n)/;

const takeaway = (ready: ReadyText, words: RecapWords): BodyBlock => {
  const plain = SINGLE_ITEM.test(ready.text) && ready.opensWith !== 'other';
  const text = plain ? ready.text.replace(SINGLE_ITEM, '') : ready.text;
  const opensWith = plain ? 'paragraph' : ready.opensWith;
  // Among nothing but takeaways they need no label.
  const labelled = words.takeaway === '' ? text : label(words.takeaway, { ...ready, text, opensWith });
  return { text: `- ${indentRest(labelled)}`, opensWith: '-', endsWith: '-' };
};

const indentRest = (text: string): string => text.replace(/\n(?=[^\n])/g, '\n  ');

/** `**label**: text`; what is not a paragraph stands below its label. */
const label = (word: string, ready: ReadyText): string => {
  if (ready.text === '') return `**${word}**:`;
  return ready.opensWith === 'paragraph' ? `**${word}**: ${ready.text}` : `**${word}**:\n\n${ready.text}`;
};

const quoted = (text: string): BodyBlock => ({
  text: text
    .split('\n')
    .map((line) => (line.trim() === '' ? '>' : `> ${line}`))
    .join('\n'),
  opensWith: 'other',
  endsWith: 'other',
});

const isQuoted = (text: string): boolean =>
  text.split('\n').every((line) => line === '' || line.startsWith('>'));

const quotation = (ready: ReadyText, source: Source | null): BodyBlock | null => {
  const link = source === null ? '' : formatLink(source.title || source.site, source.url);
  const attribution = link === '' ? '' : `— ${link}`;
  if (ready.text === '') return attribution === '' ? null : quoted(attribution);
  if (attribution === '') {
    return isQuoted(ready.text) ? { ...ready, opensWith: 'other', endsWith: 'other' } : quoted(ready.text);
  }
  return quoted(`${ready.text}\n\n${attribution}`);
};

/** A pair in one quote. The hard break keeps them on two lines; a blank line where either is more than paragraphs. */
const question = (
  asked: ReadyText,
  answered: ReadyText,
  note: QuestionNote,
  words: RecapWords,
): BodyBlock | null => {
  const open = note.answer.trim() === '';
  if (open) return asked.text === '' ? null : quoted(label(words.question, asked));
  const question = label(words.question, asked);
  const paragraph = asked.text === '' || asked.endsWith === 'paragraph';
  const oddTicks = (asked.text.match(/`/g)?.length ?? 0) % 2 === 1;
  return quoted(`${question}${paragraph && !oddTicks ? '  \n' : '\n\n'}${label(words.answer, answered)}`);
};
