/** One page of the post: blocks escaped for the site and joined, with the front matter above them. */
import { writeFrontMatter } from '../../markdown/write-front-matter.ts';
import { frontMatterOf } from '../profiles/front-matter-of.ts';
import type { PostFiles } from '../profiles/post-paths.ts';
import type { SettledSite } from '../profiles/settle-site.ts';
import type { PostFacts } from '../profiles/site-profile.ts';
import type { RecapPage } from '../recap.ts';
import { type BodyBlock, joinBlocks } from './body-blocks.ts';
import { heading, type Writing } from './writing.ts';

/** Without front matter the title is a heading. */
export const titleBlocks = (title: string, { style }: SettledSite): BodyBlock[] =>
  style.format === 'none' && title !== '' ? [heading(1, title, null)] : [];

export const writePage = (
  blocks: readonly BodyBlock[],
  facts: PostFacts,
  files: PostFiles,
  site: SettledSite,
  writing: Writing,
): RecapPage => {
  const { spacers } = writing.input.event.recapOptions;
  const { body, outline, noteLines } = joinBlocks(escapeBlocks(blocks, site, writing), spacers);
  const frontMatter = frontMatterOf(facts, site);
  const lead = site.style.format === 'none' ? '' : '\n';
  return {
    path: files.post,
    text: writeFrontMatter(frontMatter, lead + body, site.style),
    facts,
    frontMatter,
    body,
    images: writing.images.list(),
    outline,
    noteLines,
  };
};

const escapeBlocks = (
  blocks: readonly BodyBlock[],
  { profile, extension }: SettledSite,
  { problems, input }: Writing,
): BodyBlock[] =>
  blocks.map((block) => {
    if (block.verbatim === true) return block;
    const { body, altered } = profile.escapeBlock(block.text, extension);
    const where = block.where ?? { eventId: input.event.id };
    if (altered) problems.push({ code: 'shortcode-altered', where });
    return body === block.text ? block : { ...block, text: body };
  });
