/** Other converters, to be measured beside ours; bundled for the browser. */
import { gfm } from '@joplin/turndown-plugin-gfm';
import Defuddle from 'defuddle/full';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import TurndownService from 'turndown';
import { unified } from 'unified';

const service = (): TurndownService => new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced' });

export const convertByTurndown = (html: string): string => service().turndown(html);
export const convertByJoplin = (html: string): string => service().use(gfm).turndown(html);
export const convertByRehype = (html: string): string =>
  String(unified().use(rehypeParse).use(rehypeRemark).use(remarkGfm).use(remarkStringify).processSync(html));

/** Defuddle as a converter: all of the body, with its rules for code, notes and formulas, and nothing taken out. */
export const convertByDefuddle = (html: string, url: string): string => {
  const page = new DOMParser().parseFromString(`<body><article>${html}</article></body>`, 'text/html');
  const parsed = new Defuddle(page, {
    url,
    markdown: true,
    useAsync: false,
    contentSelector: 'article',
    removeExactSelectors: false,
    removePartialSelectors: false,
    removeHiddenElements: false,
    removeLowScoring: false,
    removeSmallImages: false,
    removeContentPatterns: false,
  }).parse();
  return parsed.content;
};
