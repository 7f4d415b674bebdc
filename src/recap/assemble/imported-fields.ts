/** What an event says otherwise than the front matter that its post came with. */
import type { FieldChange } from '../../markdown/edit-front-matter.ts';
import { cleanLine, escapeInline } from '../../markdown/plain-text.ts';
import type { ImportedPost, PostField } from '../../model/imported-post.ts';
import { settledDate } from '../parse/read-facts.ts';
import type { PostFacts } from '../profiles/site-profile.ts';
import type { RecapInput } from '../recap.ts';
import type { Edit } from './imported-session.ts';

/** What differs in the front matter from what the event had at the import. */
export const changesOf = ({ fields }: ImportedPost, { event }: RecapInput): FieldChange[] => {
  const { date, lastmod } = event.frontMatter;
  const now: Partial<Record<PostField, string | readonly string[]>> = {
    title: cleanLine(event.frontMatter.title ?? '') || cleanLine(event.name),
    description: event.description,
    keywords: event.frontMatter.keywords,
    tags: event.tags,
    ...(date === null ? {} : { date }),
    ...(lastmod === null ? {} : { lastmod }),
    ...(event.slug === '' ? {} : { slug: event.slug }),
  };
  return Object.entries(now).flatMap(([name, value]): FieldChange[] => {
    const field = fields[name as PostField];
    if (field === undefined)
      return value.length === 0 || name === 'title' ? [] : [{ key: name, was: null, value }];
    if (field.key === '' || isSame(field.was, value)) return [];
    return [{ key: field.key, was: field.was, value }];
  });
};

const isSame = (was: string | readonly string[], now: string | readonly string[]): boolean =>
  typeof was === 'string' && typeof now === 'string'
    ? was === now || settledDate(was) === now
    : JSON.stringify(was) === JSON.stringify(now);

/** Without front matter the title is the first heading. */
export const titleEdit = ({ fields, pieces, source }: ImportedPost, { title }: PostFacts): Edit | null => {
  const was = fields.title?.key === '' ? fields.title.was : null;
  if (typeof was !== 'string' || was === title) return null;
  const first = pieces.find((piece) => piece.kind === 'section');
  const start = first === undefined ? -1 : source.indexOf(was, first.start);
  return first === undefined || start < 0 || start >= first.end
    ? null
    : { start, end: start + was.length, text: escapeInline(title) };
};
