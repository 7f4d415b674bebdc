/** The assembler: the records of an event become its post. Pure: the same records give the same bytes. */
import { changedAtOf } from '../../model/event.ts';
import { postFilesOf } from '../profiles/post-paths.ts';
import { settleSite } from '../profiles/settle-site.ts';
import type { Recap, RecapInput, RecapPage, RecapProblem } from '../recap.ts';
import { wordsIn } from '../templates/languages/words-in.ts';
import { shapeTemplate } from '../templates/recap-template.ts';
import { templateOf } from '../templates/template-of.ts';
import { createImageFiles } from './image-files.ts';
import { postFactsOf } from './post-facts.ts';
import { createReferences } from './references.ts';
import { selectRecords } from './select-records.ts';
import { type SessionPage, sessionPages } from './session-pages.ts';
import { titleBlocks, writePage } from './write-page.ts';
import { writeSections } from './write-sections.ts';
import type { Writing } from './writing.ts';

/** Assembles an event's records into its post, for the site profile and the template that the event asks for. */
export const assembleRecap = (input: RecapInput): Recap => {
  const { event } = input;
  const { recapOptions } = event;
  const records = selectRecords(input);
  const site = settleSite(recapOptions);
  const template = shapeTemplate(templateOf(recapOptions.template), recapOptions.shape);
  const words = wordsIn(event.language, recapOptions.shape?.words);
  const updatedAt = [
    changedAtOf(event),
    ...[...records.sessions, ...[...records.notes.values()].flat()].map((record) => record.updatedAt),
  ];
  const { facts, problems: factProblems } = postFactsOf(event, updatedAt, site.profile, input.nowMs);
  const problems: RecapProblem[] = [...records.problems, ...factProblems];
  if (input.imported != null) {
    const { post, write } = input.imported;
    return write(post, input, records, facts, problems, words);
  }
  const living = input.images.filter(({ deletedAt }) => deletedAt === null);
  const pages = sessionPages({ records, template, words, facts, site, event });
  const writingFor = (files: ReturnType<typeof postFilesOf>): Writing => ({
    input,
    records,
    problems,
    template,
    words,
    images: createImageFiles(living, recapOptions.imageNames, files, event.lastExport?.imageNames),
    references: createReferences(),
    labels: new Map(),
    written: new Set(),
    takeawaysApart: template.sections.some(({ content }) => content === 'takeaways'),
    summaryMarker: site.summaryMarker,
    escape: (text) => site.profile.escapeBlock(text, site.extension).body,
    linkOf: (session) => pages.find((page) => page.session === session)?.files.link ?? '',
  });
  const files = postFilesOf(facts, site);
  const writing = writingFor(files);
  const blocks = [...titleBlocks(facts.title, site), ...writeSections(writing)];
  const main = writePage(blocks, facts, files, site, writing);
  if (pages.length === 0) return { ...main, slug: facts.slug, folder: files.folder, pages: [], problems };
  const others = pages.map((page: SessionPage): RecapPage => {
    const own = writingFor(page.files);
    const content = [...titleBlocks(page.facts.title, site), ...page.write(own)];
    return inOneFolder(page.files.folder, writePage(content, page.facts, page.files, site, own));
  });
  const index = inOneFolder(files.folder, main);
  return {
    ...index,
    slug: facts.slug,
    folder: '',
    images: [...index.images, ...others.flatMap(({ images }) => images)],
    pages: others,
    problems,
  };
};

/** A page whose paths begin at the content folder. */
const inOneFolder = (folder: string, page: RecapPage): RecapPage => {
  if (folder === '') return page;
  const images = page.images.map((image) => ({ ...image, path: `${folder}/${image.path}` }));
  return { ...page, path: `${folder}/${page.path}`, images };
};
