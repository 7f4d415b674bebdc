/** What kind of note a block of a post is: a picture, a quotation, a question with its answer, else text. */
import type { RecapWords } from '../templates/languages/recap-words.ts';
import type { ReadNote } from './read-post.ts';

const SINGLE_IMAGE = /^!\[[^\]\n]*\]\([^()\s]+\)$/;
/** As quotations are written: every line marked, with a blank behind the mark. */
const QUOTED = /^>(?: [^\n]*)?(?:\n>(?: [^\n]*)?)*$/;

/** @param words of the post's language, which questions are marked with */
export const noteOf = (markdown: string, words: RecapWords): ReadNote => {
  const note: ReadNote = { kind: 'text', markdown, answer: '', url: '', title: '' };
  if (SINGLE_IMAGE.test(markdown)) return { ...note, kind: 'image' };
  const inner = QUOTED.test(markdown) ? markdown.replace(/^> ?/gm, '') : '';
  // A quotation in a quotation, a picture in one, a callout (`[!NOTE]`): not somebody's words.
  if (inner.trim() === '' || /^(?:>|!\[|\[!)/.test(inner.trim())) return note;
  return questionOf(inner, words, note) ?? { ...note, kind: 'quote', markdown: inner };
};

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `**Q**: …` and `**A**: …`, on two lines or in two paragraphs. */
const questionOf = (inner: string, words: RecapWords, note: ReadNote): ReadNote | null => {
  const pair = new RegExp(
    `^\\*\\*${escaped(words.question)}\\*\\*: ([\\s\\S]*?)(?:\\n\\*\\*${escaped(words.answer)}\\*\\*: ([\\s\\S]*))?$`,
  );
  const [, asked = '', answer = ''] = pair.exec(inner) ?? [];
  const question = asked.replace(/(?:\\|\s)+$/, '');
  if (question === '' || answer.includes(`**${words.question}**:`)) return null;
  return { ...note, kind: 'question', markdown: question, answer: answer.trim() };
};
