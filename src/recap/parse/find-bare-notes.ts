/** Posts of notes and nothing else, that name nobody: an opening that says so, then lists under headings of one level. */
import type { RootBlock } from '../../markdown/root-blocks.ts';
import { inlineTextOf } from './inline-text.ts';
import type { PostHeading } from './post-headings.ts';
import { isNoSession, isRoom } from './section-words.ts';

const NOTES_OF_TALKS =
  /(?:발표|세션|発表|セッション|talks?\b|sessions?\b|vortr[äa]ge|conf[ée]rences).{0,80}(?:메모|정리|기록|メモ|まとめ|notes?\b|notizen)|(?:메모|정리|メモ|notes?\b|notizen|notes de).{0,80}(?:발표|세션|発表|セッション|talks?\b|sessions?\b|vortr[äa]ge|conf[ée]rences)/iu;

/** Where nothing else was found: the headings that are sessions. */
export const findBareNotes = (
  headings: readonly PostHeading[],
  blocks: readonly RootBlock[],
): ReadonlySet<PostHeading> => {
  const opening = blocks.filter(({ type }) => type === 'paragraph').slice(0, 3);
  if (!opening.some(({ runs }) => NOTES_OF_TALKS.test(inlineTextOf(runs).text))) return new Set();
  const level = Math.min(...headings.map((heading) => heading.level));
  const top = headings.filter(
    (heading) => heading.level === level && !isNoSession(heading.words) && !isRoom(heading.words),
  );
  const listed = top.filter(({ block }) => blocks[block + 1]?.type === 'list');
  return new Set(listed.length >= 2 && listed.length * 2 >= top.length ? top : []);
};
