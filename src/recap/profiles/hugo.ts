/** Hugo: a leaf bundle, `<slug>/index.md` with its images beside it, YAML front matter. */
import { codeRanges } from '../../markdown/code-ranges.ts';
import { FrontMatterDate, type FrontMatterValue, writeFrontMatter } from '../../markdown/front-matter.ts';
import type { EscapedBody, SiteProfile } from './site-profile.ts';

const isEmpty = (value: FrontMatterValue): boolean =>
  value === '' || (Array.isArray(value) && value.length === 0);

export const HUGO: SiteProfile = {
  id: 'hugo',
  filesOf: ({ slug }) => ({ folder: slug, post: 'index.md', imageFolder: '', imagePrefix: './' }),
  frontMatterOf: (facts) => {
    const entries: [string, FrontMatterValue][] = [
      ['title', facts.title],
      ['date', new FrontMatterDate(facts.date)],
      ['lastmod', new FrontMatterDate(facts.lastmod)],
      ['description', facts.description],
      ['keywords', facts.keywords],
      ['tags', facts.tags],
    ];
    return new Map(entries.filter(([, value]) => !isEmpty(value)));
  },
  write: (frontMatter, body) => writeFrontMatter(frontMatter, `\n${body}`),
  escapeBody: (body) => escapeShortcodes(body),
};

/**
 * Shortcode calls are run wherever they stand, also in code; written as a comment (`{{</* x *\/>}}`) they are printed
 * (gohugo.io, "Shortcodes", Escaping). Calls that are comments already stay. An opening without an end stops Hugo's
 * build and has no such form: in text it gets a backslash, which does not show; in code a space, which does.
 */
const escapeShortcodes = (body: string): EscapedBody => {
  const openings = /\{\{[<%]/g;
  const unended = new Set<string>();
  let altered = false;
  let code: readonly (readonly [number, number])[] | null = null;
  let result = '';
  let position = 0;
  for (let found = openings.exec(body); found !== null; found = openings.exec(body)) {
    const [opening] = found;
    const start = found.index;
    const closing = opening === '{{<' ? '>}}' : '%}}';
    const end = unended.has(closing) ? -1 : body.indexOf(closing, start + 3);
    result += body.slice(position, start);
    if (end >= 0) {
      const inner = body.slice(start + 3, end);
      const comment = inner.startsWith('/*') && inner.endsWith('*/') && inner.length >= 4;
      result += comment ? opening + inner + closing : `${opening}/*${inner}*/${closing}`;
      position = end + 3;
    } else {
      unended.add(closing);
      code ??= codeRanges(body);
      const inCode = code.some(([from, to]) => from <= start && start < to);
      altered ||= inCode;
      result += `${inCode ? '{ {' : '{\\{'}${opening.slice(2)}`;
      position = start + 3;
    }
    openings.lastIndex = position;
  }
  return { body: result + body.slice(position), altered };
};
