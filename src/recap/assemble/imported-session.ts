/** A session's heading and speakers in an imported post: changed in place, or written as its neighbours are. */
import { escapeInline, formatLink } from '../../markdown/plain-text.ts';
import type { SpeakerStyle, WrittenSpeakers } from '../../model/imported-post.ts';
import { SESSION_LINK_KINDS, type Session, type Speaker } from '../../model/session.ts';
import type { RecapWords } from '../templates/languages/recap-words.ts';
import { templateOf } from '../templates/template-of.ts';
import type { PostStyle, SessionPiece } from './imported-style.ts';
import { speakerLine } from './session-heading.ts';

/** A change of a stretch of the source. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const sameSpeakers = (left: readonly Speaker[], right: readonly Speaker[]): boolean =>
  JSON.stringify(left.map(fieldsOf)) === JSON.stringify(right.map(fieldsOf));

const fieldsOf = ({ name, affiliation, role, url }: Speaker): readonly string[] => [
  name,
  affiliation,
  role,
  url,
];

const writeName = ({ name, url }: Speaker): string => formatLink(name, name.trim() === '' ? '' : url);

const writePerson = (speaker: Speaker, style: SpeakerStyle, shared: boolean): string => {
  const name = writeName(speaker);
  const affiliation = shared ? '' : escapeInline(speaker.affiliation);
  const parenthesis = /[(（]\s*$/.test(style.betweenFields);
  const closing = style.betweenFields.includes('（') ? '）' : ')';
  const ordered = style.first === 'name' ? [name, affiliation] : [affiliation, name];
  const [first = '', second = ''] = ordered.filter((field) => field !== '');
  const role = escapeInline(speaker.role);
  const fields =
    second === ''
      ? role === ''
        ? [first]
        : [first, role]
      : [first, role === '' ? second : `${second}, ${role}`];
  return fields.length < 2 || fields[1] === undefined
    ? first
    : `${fields[0]}${style.betweenFields}${fields[1]}${parenthesis ? closing : ''}`;
};

/** Speakers in the post's own way, without what stands around them. */
const writeSpeakers = (given: readonly Speaker[], style: SpeakerStyle): string => {
  const speakers = given.filter(({ name, affiliation }) => name.trim() !== '' || affiliation.trim() !== '');
  const [first] = speakers;
  const shared =
    speakers.length > 1 &&
    first !== undefined &&
    first.affiliation !== '' &&
    speakers.every(({ affiliation, role }) => affiliation === first.affiliation && role === '');
  const people = speakers.map((speaker) => writePerson(speaker, style, shared)).join(style.betweenSpeakers);
  return shared && first !== undefined
    ? `${people}${style.betweenFields === ' (' ? ', ' : style.betweenFields}${escapeInline(first.affiliation)}`
    : people;
};

/** What changes in the speakers that stand in the text. */
export const speakerEdits = (written: WrittenSpeakers, speakers: readonly Speaker[]): Edit[] => {
  if (sameSpeakers(written.was, speakers)) return [];
  const text = writeSpeakers(speakers, written.style);
  if (text === '') return [{ ...spanOf(written.outer), text: '' }];
  return [{ ...spanOf(written), text }];
};

const spanOf = ({ start, end }: { readonly start: number; readonly end: number }) => ({ start, end });

/** What changes in the heading. */
export const headingEdits = (piece: SessionPiece, session: Session): Edit[] => {
  const edits: Edit[] = [];
  if (session.title !== piece.title.was)
    edits.push({ ...spanOf(piece.title), text: escapeInline(session.title) });
  if (piece.speakers !== null) edits.push(...speakerEdits(piece.speakers, session.speakers));
  return edits.sort((left, right) => left.start - right.start);
};

/** A session that running text alone tells of: its piece is the place before that text. */
export const isToldPiece = ({ start, end, level }: SessionPiece): boolean => level === null && start === end;

/** What the running text says is left as it is; a session that is called otherwise since gets a heading over it. */
export const toldEdits = (
  piece: SessionPiece,
  session: Session,
  style: PostStyle,
  words: RecapWords,
): Edit[] => {
  if (session.title === piece.title.was && sameSpeakers(session.speakers, piece.told)) return [];
  const { text, named } = newHeading(session, session.title, style);
  const line = named ? '' : newSpeakerLine(session, style, words);
  const lines = line === '' ? [text] : [text, line];
  return [{ ...spanOf(piece), text: lines.map((each) => each + style.gap).join('') }];
};

/** Speakers whom neither heading nor line of the text has. */
export const needsSpeakerLine = (piece: SessionPiece, session: Session, hasLine: boolean): boolean =>
  piece.speakers === null &&
  !hasLine &&
  !sameSpeakers(piece.told, session.speakers) &&
  session.speakers.length > 0;

/** A line of speakers for a session that has none; empty when nobody is named. */
export const newSpeakerLine = (session: Session, style: PostStyle, words: RecapWords): string => {
  const { inLine } = style;
  if (inLine === null) return speakerLine(session.speakers, templateOf('default'), words);
  const people = writeSpeakers(session.speakers, inLine);
  return people === '' ? '' : inLine.before + people + inLine.after;
};

/** A new session's heading, with its speakers where the post's headings have them. */
export const newHeading = (
  session: Session,
  title: string,
  style: PostStyle,
): { readonly text: string; readonly named: boolean } => {
  const people = style.inHeading === null ? '' : writeSpeakers(session.speakers, style.inHeading);
  const { before, after } = style.inHeading ?? { before: '', after: '' };
  const around = people === '' ? '' : before + people + after;
  // Speakers that come first have nothing before them, and a mark behind.
  const text = before === '' ? around + escapeInline(title) : escapeInline(title) + around;
  if (style.bold) return { text: `**${text}**`, named: people !== '' || session.speakers.length === 0 };
  const setext = style.setext && style.level <= 2;
  const underline = (style.level === 1 ? '=' : '-').repeat(Math.max(3, text.length));
  return {
    text: setext ? `${text}${style.lineEnd}${underline}` : `${'#'.repeat(Math.min(6, style.level))} ${text}`,
    named: people !== '' || session.speakers.length === 0,
  };
};

/** Links of a session that the post did not have at the import. */
export const newLinks = (
  piece: SessionPiece | undefined,
  session: Session,
): readonly (readonly [(typeof SESSION_LINK_KINDS)[number], string])[] =>
  SESSION_LINK_KINDS.flatMap((kind) => {
    const link = session.links[kind];
    if (link === null || link === 'pending') return [];
    const before = piece?.links[kind];
    return before !== null && typeof before === 'object' && before.url === link.url
      ? []
      : [[kind, link.url] as const];
  });
