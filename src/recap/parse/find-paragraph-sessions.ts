/** Sessions without a heading: told in a paragraph of their own, or headed by a line that a paragraph opens with. */
import type { RootBlock } from '../../markdown/root-blocks.ts';
import type { Speaker } from '../../model/session.ts';
import { type InlineText, inlineTextOf, linesOf, partOf } from './inline-text.ts';
import { isName } from './personal-names.ts';
import { coveredBlocks, headingsAbove, isAside, type PostHeading } from './post-headings.ts';
import { linesBelow, readSpeakerLines, type SpeakerLines } from './read-below.ts';
import { type HeadingParts, readHeading } from './read-heading.ts';
import { isReferencesHeading, kindIn } from './section-words.ts';
import { isPersonAddress, talkAddressKind } from './talk-address.ts';

/** A paragraph whose first line is a session's title, or one that only tells of a session. */
export type ParagraphSession =
  | {
      readonly kind: 'headed';
      readonly line: InlineText;
      readonly parts: HeadingParts;
      readonly below: SpeakerLines | null;
      readonly above: PostHeading | null;
    }
  | {
      readonly kind: 'told';
      readonly title: string;
      readonly address: string;
      readonly speakers: readonly Speaker[];
      readonly above: PostHeading | null;
    };

const LONGEST_TITLE = 160;
/** `**A line**`, `__A line__`: in bold from end to end, or with nothing but speakers behind. */
const BOLD = /^(?:\*\*|__)(?=\S)(?:(?!\*\*|__)[^\n])+(?:\*\*|__)(?:[^*_\n]*)$/;

/** By the index of their block. */
export const findParagraphSessions = (
  source: string,
  blocks: readonly RootBlock[],
  headings: readonly PostHeading[],
  found: ReadonlySet<PostHeading>,
  title: PostHeading | null,
): ReadonlyMap<number, ParagraphSession> => {
  const covered = coveredBlocks(blocks, headings, found);
  const aboves = headingsAbove(blocks, headings);
  const sessions = new Map<number, ParagraphSession>();
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'paragraph' || covered.has(index)) continue;
    const above = aboves[index] ?? null;
    if (above !== null && above !== title && isReferencesHeading(above.words)) continue;
    const text = inlineTextOf(block.runs);
    const headed =
      above !== null && above !== title && isAside(above)
        ? null
        : headedBy(source, blocks, index, text, above);
    const session = headed ?? linkedIn(text, above) ?? toldIn(text, above);
    if (session !== null) sessions.set(index, session);
  }
  return settled(sessions, [...found]);
};

/** What stands once is no rule: a line in bold may be anything, a link to a talk is often there in passing. */
const settled = (
  sessions: ReadonlyMap<number, ParagraphSession>,
  found: readonly PostHeading[],
): ReadonlyMap<number, ParagraphSession> => {
  const all = [...sessions.values()];
  const alike = found.filter(({ below }) => below !== null && !below.labelled).length;
  const headed = all.filter(({ kind }) => kind === 'headed').length;
  const told = all.filter((session) => session.kind === 'told' && session.speakers.length > 0).length;
  return new Map(
    [...sessions].filter(([, session]) =>
      session.kind === 'headed'
        ? headed >= 2 || alike >= 2
        : !found.some(({ words }) => words.toLowerCase().includes(session.title.toLowerCase())) &&
          (told >= 2 || (session.speakers.length === 0 && found.length >= 3)),
    ),
  );
};

const headedBy = (
  source: string,
  blocks: readonly RootBlock[],
  index: number,
  text: InlineText,
  above: PostHeading | null,
): ParagraphSession | null => {
  const block = blocks[index];
  const [line] = linesOf(text);
  if (block === undefined || line === undefined || line.text.length > LONGEST_TITLE) return null;
  const written =
    source
      .slice(block.start, block.end)
      .trim()
      .split(/\r\n|\n|\r/)[0] ?? '';
  const bold = BOLD.test(written.trim().replace(/\\$/, ''));
  const parts = readHeading(line);
  const below = linesBelow(text, index) ?? (bold ? readSpeakerLines(blocks, index + 1, index + 2) : null);
  const named = parts.people?.certain === true;
  if (bold ? !named && below === null && parts.link === null : !isHeadedPlainly(line, below, index))
    return null;
  return { kind: 'headed', line, parts, below, above };
};

/** `A title⏎Name - @handle`: a title is no sentence, and its speakers are named with where they come from. */
const isHeadedPlainly = ({ text }: InlineText, below: SpeakerLines | null, index: number): boolean =>
  below !== null &&
  below.block === index &&
  !/[.!。:：]$/.test(text) &&
  (below.labelled ||
    (below.people.certain && below.people.speakers.every(({ affiliation }) => affiliation !== '')));

/** A paragraph about one talk, whose link says who gave it: `[Title - Name, Org](recording)`. */
const linkedIn = (text: InlineText, above: PostHeading | null): ParagraphSession | null => {
  const [talk] = text.links.filter(({ address }) => talkAddressKind(address) !== null);
  if (talk === undefined || text.links.length > 1) return null;
  const line = partOf(text, talk.from, talk.to);
  const { people, title } = readHeading(line);
  const words = line.text.slice(title.from, title.to).replace(/\s+/g, ' ').trim();
  if (people?.certain !== true || people.shape === 'parenthesis' || words === '') return null;
  return { kind: 'told', title: words, address: talk.address, speakers: people.speakers, above };
};

/** A paragraph about one talk, whose page it links with that of who speaks. */
const toldIn = (text: InlineText, above: PostHeading | null): ParagraphSession | null => {
  const talks = text.links.filter(({ address }) => talkAddressKind(address) === 'page');
  const [talk] = talks;
  if (talk === undefined || talks.length > 1) return null;
  // A link may begin inside a word: `l[’autre filet](…)`.
  const begins = /[\p{L}\p{N}]*$/u.exec(text.text.slice(0, talk.from))?.index ?? talk.from;
  const title = text.text.slice(begins, talk.to).replace(/\s+/g, ' ').trim();
  if (title === '' || title.length > LONGEST_TITLE) return null;
  const speakers = text.links.flatMap(({ address, from, to }) => {
    const name = text.text.slice(from, to).replace(/[\s,]+$/, '');
    return isPersonAddress(address) && isName(name) ? { name, affiliation: '', role: '', url: address } : [];
  });
  if (speakers.length === 0 && kindIn(title) === null) return null;
  return { kind: 'told', title, address: talk.address, speakers, above };
};
