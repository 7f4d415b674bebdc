/**
 * `npm run corpus -- posts <folder>`: imports every post of the folder (`.md`, `.mdx`, `.markdown`), exports it
 * untouched, and prints a line of JSON for each: whether the bytes are the same and where they first differ, whether
 * a change of one note leaves all else as it was, the front matter, sessions with their speakers, counts, and what was kept as text.
 */
import 'temporal-polyfill/global';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { listReferences } from '../../src/markdown/blocks.ts';
import { LanyardError } from '../../src/model/errors.ts';
import { postTextOf } from '../../src/recap/parse/post-bytes.ts';
import type { PostRecords } from '../../src/recap/parse/post-records.ts';
import { readPost } from '../../src/recap/parse/read-post.ts';
import { exportPost, importPost } from '../support/imported.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('npm run corpus -- posts <folder>');
  process.exit(2);
}

const filesIn = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)))
        .filter((file) => /\.(?:md|mdx|markdown)$/i.test(file))
    : [path];

const firstDifference = (left: Uint8Array, right: Uint8Array): number | null => {
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) if (left[at] !== right[at]) return at;
  return null;
};

/** Changes a note, three times another; whether all that is not that note came out as it was. */
const changesAlone = (records: PostRecords): boolean => {
  const { source, pieces } = records.post;
  const notes = pieces.flatMap((piece) => (piece.kind === 'note' ? piece : []));
  return [0, notes.length >> 1, notes.length - 1].every((at) => {
    const piece = notes[at];
    if (piece === undefined) return true;
    const changed = records.notes.map((note) =>
      note.id === piece.noteId ? { ...note, markdown: `${note.markdown}\n\nA line of the test.` } : note,
    );
    const { text } = exportPost({ ...records, notes: changed });
    const behind = source.slice(piece.end);
    return text !== source && text.startsWith(source.slice(0, piece.start)) && text.endsWith(behind);
  });
};

const HTML_IMAGE = /<img\b[^>]*>|\{\{[<%]\s*(?:figure|image|img)\b/gi;
const HTML_LINK = /<a\b[^>]*\bhref=/gi;

const lineOf = (file: string): Record<string, unknown> => {
  const startMs = performance.now();
  const bytes = readFileSync(file);
  const source = postTextOf(bytes, file);
  const read = readPost(source);
  const records = importPost(source);
  const written = new TextEncoder().encode(exportPost(records).text);
  const differsAt = firstDifference(bytes, written);
  const body = source.slice(read.frontMatter.bodyStart);
  const references = listReferences(body);
  return {
    same: differsAt === null,
    ...(differsAt === null ? {} : { differsAt }),
    changedAlone: changesAlone(records),
    frontMatter: read.frontMatter.format,
    ...(read.frontMatter.problem === undefined ? {} : { frontMatterProblem: read.frontMatter.problem }),
    fields: Object.fromEntries(Object.entries(read.fields).map(([field, { was }]) => [field, was])),
    title: read.title,
    sessions: read.sessions.map(({ title, kind, speakers, links }) => ({
      title,
      kind,
      speakers: speakers.map(({ name, affiliation, role }) => ({ name, affiliation, role })),
      links: Object.fromEntries(
        Object.entries(links).flatMap(([name, link]) =>
          link !== null && link !== 'pending' ? [[name, link.url]] : [],
        ),
      ),
    })),
    notes: records.notes.length,
    links: references.filter(({ kind }) => kind === 'link').length + (body.match(HTML_LINK)?.length ?? 0),
    images: references.filter(({ kind }) => kind === 'image').length + (body.match(HTML_IMAGE)?.length ?? 0),
    sections: read.pieces.flatMap((piece) =>
      piece.kind === 'section' ? source.slice(piece.start, piece.end) : [],
    ),
    keptAsText: read.kept.map(({ start, end }) => source.slice(start, end)),
    ms: Math.round(performance.now() - startMs),
  };
};

const refusalOf = (error: unknown): Record<string, unknown> =>
  error instanceof LanyardError
    ? { refused: error.details }
    : { crashed: error instanceof Error ? (error.stack ?? error.message) : String(error) };

let failures = 0;
for (const file of filesIn(folder)) {
  let line: Record<string, unknown>;
  try {
    line = lineOf(file);
  } catch (error) {
    line = refusalOf(error);
  }
  if ('crashed' in line || line.same === false || line.changedAlone === false) failures += 1;
  console.log(JSON.stringify({ file: relative(folder, file) || file, ...line }));
}
process.exitCode = failures === 0 ? 0 : 1;
