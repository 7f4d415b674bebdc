/** The assembler: the records of an event become its post. Pure: the same records give the same bytes. */
import type { TakenLabels } from '../../markdown/definitions.ts';
import { escapeInline } from '../../markdown/plain-text.ts';
import { writeFrontMatter } from '../../markdown/write-front-matter.ts';
import type { Id } from '../../model/ids.ts';
import type { Note } from '../../model/note.ts';
import { SESSION_LINK_KINDS } from '../../model/session.ts';
import { frontMatterOf } from '../profiles/front-matter-of.ts';
import { postFilesOf } from '../profiles/post-paths.ts';
import { type SettledSite, settleSite } from '../profiles/settle-site.ts';
import type { Recap, RecapInput, RecapProblem } from '../recap.ts';
import type { RecapWords } from '../templates/languages/recap-words.ts';
import { wordsIn } from '../templates/languages/words-in.ts';
import { type RecapTemplate, type TemplateSection, templateOf } from '../templates/recap-template.ts';
import { type BodyBlock, joinBlocks } from './body-blocks.ts';
import { createImageFiles, type ImageFiles } from './image-files.ts';
import { postFactsOf } from './post-facts.ts';
import { readyNotes } from './ready-notes.ts';
import { createReferences, type References } from './references.ts';
import { type SelectedRecords, selectRecords } from './select-records.ts';
import { speakerLine, titleSessions } from './session-heading.ts';
import { writeNote } from './write-note.ts';

/** Assembles an event's records into its post, for the site profile and the template that the event asks for. */
export const assembleRecap = (input: RecapInput): Recap => {
  const { event } = input;
  const records = selectRecords(input);
  const site = settleSite(event.recapOptions);
  const updatedAt = [event, ...records.sessions, ...[...records.notes.values()].flat()].map(
    (record) => record.updatedAt,
  );
  const { facts, problems: factProblems } = postFactsOf(event, updatedAt, site.profile, input.nowMs);
  const files = postFilesOf(facts, site);
  const images = createImageFiles(
    input.images.filter(({ deletedAt }) => deletedAt === null),
    event.recapOptions.imageNames,
    files,
  );
  const problems: RecapProblem[] = [...records.problems, ...factProblems];
  const blocks = writeSections({
    input,
    records,
    images,
    problems,
    template: templateOf(event.recapOptions.template),
    words: wordsIn(event.language),
    references: createReferences(),
    labels: new Map(),
  });
  const { body, outline } = joinBlocks(
    escapeBlocks([...titleBlocks(facts.title, site), ...blocks], site, event.id, problems),
    event.recapOptions.spacers,
  );
  const frontMatter = frontMatterOf(facts, site);
  return {
    slug: facts.slug,
    folder: files.folder,
    path: files.post,
    text: writeFrontMatter(frontMatter, site.style.format === 'none' ? body : `\n${body}`, site.style),
    facts,
    frontMatter,
    body,
    images: images.list(),
    outline,
    problems,
  };
};

/** Without front matter the title is a heading. */
const titleBlocks = (title: string, { style }: SettledSite): BodyBlock[] =>
  style.format === 'none' && title !== '' ? [heading(1, title, null)] : [];

const escapeBlocks = (
  blocks: readonly BodyBlock[],
  { profile, extension }: SettledSite,
  eventId: Id,
  problems: RecapProblem[],
): BodyBlock[] =>
  blocks.map((block) => {
    const { body, altered } = profile.escapeBlock(block.text, extension);
    if (altered) problems.push({ code: 'shortcode-altered', where: block.where ?? { eventId } });
    return body === block.text ? block : { ...block, text: body };
  });

interface Writing {
  readonly input: RecapInput;
  readonly records: SelectedRecords;
  readonly images: ImageFiles;
  readonly references: References;
  readonly labels: TakenLabels;
  readonly problems: RecapProblem[];
  readonly template: RecapTemplate;
  readonly words: RecapWords;
}

const writeSections = (writing: Writing): BodyBlock[] => {
  const { template, words } = writing;
  return template.sections.flatMap((section) => {
    const content = writeSection(section, writing);
    if (content.length === 0) return [];
    return [heading(template.sectionLevel, words[section.title], null), ...content];
  });
};

const writeSection = (section: TemplateSection, writing: Writing): BodyBlock[] => {
  switch (section.content) {
    case 'overview':
      return writeOverview(writing);
    case 'sessions':
      return writeSessions(section, writing);
    case 'references':
      return writing.references.blocks();
  }
};

const heading = (level: number, text: string, sessionId: Id | null): BodyBlock => ({
  text: `${'#'.repeat(level)} ${escapeInline(text)}`,
  opensWith: 'heading',
  endsWith: 'heading',
  outline: { level, text, sessionId },
});

const paragraph = (text: string): BodyBlock => ({ text, opensWith: 'paragraph', endsWith: 'paragraph' });

const writeOverview = (writing: Writing): BodyBlock[] => {
  const notes = writing.records.notes.get(null) ?? [];
  const written = writeNotes(notes, writing.template.sectionLevel, null, writing);
  return written.length > 0 ? written : writeDates(writing);
};

/** Dates and place, for an event that has no words of its own yet. */
const writeDates = ({ input: { event }, words }: Writing): BodyBlock[] => {
  const { startsOn, endsOn } = event;
  const days =
    startsOn !== null && endsOn !== null && endsOn !== startsOn ? [startsOn, endsOn] : [startsOn ?? endsOn];
  const date = days.filter((day) => day !== null).join(' – ');
  const venue = escapeInline(event.venue);
  const lines = [
    ...(date === '' ? [] : [`**${words.date}**: ${date}`]),
    ...(venue === '' ? [] : [`**${words.venue}**: ${venue}`]),
  ];
  return lines.length === 0 ? [] : [paragraph(lines.join('  \n'))];
};

const writeSessions = (
  section: TemplateSection & { readonly content: 'sessions' },
  writing: Writing,
): BodyBlock[] => {
  const { records, template, words, input, references } = writing;
  const sessions = records.sessions.filter(({ kind }) => section.kinds.includes(kind));
  const titles = titleSessions(sessions, input.event.timeZone, words);
  return sessions.flatMap((session, index) => {
    const title = titles.get(session) ?? '';
    // An untitled first session that would only repeat its section's heading stands directly under that.
    const untitled = index === 0 && title === words[section.title];
    const level = template.sectionLevel + (untitled ? 0 : 1);
    const speakers = speakerLine(session.speakers, template.speakers, words);
    for (const kind of SESSION_LINK_KINDS) {
      const link = session.links[kind];
      if (link === null || link === 'pending') continue;
      references.add(`${title}: ${words.sessionLinks[kind]}`, link.url);
    }
    return [
      ...(untitled ? [] : [heading(level, title, session.id)]),
      ...(speakers === '' ? [] : [paragraph(speakers)]),
      ...writeNotes(records.notes.get(session.id) ?? [], level, session.id, writing),
    ];
  });
};

/** Notes under a heading of this level. */
const writeNotes = (
  notes: readonly Note[],
  level: number,
  sessionId: Id | null,
  writing: Writing,
): BodyBlock[] => {
  const makeReady = readyNotes(notes, {
    level,
    eventId: writing.input.event.id,
    sessionId,
    spacers: writing.input.event.recapOptions.spacers,
    images: writing.images,
    labels: writing.labels,
    problems: writing.problems,
  });
  return notes.flatMap((note) => {
    const { references } = writing;
    if (note.kind === 'link') {
      const remark = sessionId === null ? () => makeReady(note, note.markdown) : undefined;
      references.add(note.title, note.url, remark);
      // A link of the event itself stands among the references, and only there.
      if (sessionId === null && note.url !== '') return [];
    } else if (note.source !== null) {
      references.add(note.source.title || note.source.site, note.source.url);
    }
    const block = writeNote(note, makeReady, writing.words);
    if (block === null) return [];
    const where = { eventId: writing.input.event.id, noteId: note.id, ...(sessionId && { sessionId }) };
    return [{ ...block, where }];
  });
};
