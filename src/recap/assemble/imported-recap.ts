/** The recap of an imported event: its files have the names they came with. */
import type { ImportedPart } from '../recap.ts';
import { assembleImported } from './assemble-imported.ts';
import { importedImages } from './imported-images.ts';
import { styleOf } from './imported-style.ts';

export const writeImported: ImportedPart['write'] = (post, input, records, facts, problems, words) => {
  const living = input.images.filter(({ deletedAt }) => deletedAt === null);
  const images = importedImages(post, living, styleOf(post).imagePrefix);
  const written = assembleImported(post, input, records, facts, images, words);
  const entries = Object.entries({
    title: facts.title,
    date: facts.date,
    description: facts.description,
    tags: facts.tags,
  });
  return {
    slug: post.folder === '' ? facts.slug : post.folder,
    folder: post.folder,
    path: post.path,
    text: written.text,
    facts,
    frontMatter: new Map(entries.filter(([, value]) => value.length > 0)),
    body: written.body,
    images: images.list(),
    outline: written.outline,
    pages: [],
    noteLines: [],
    problems: [...problems, ...written.problems],
  };
};
