/** The second script, injected only for a whole-page clip: the extractor is as large as all the rest. */
import type { ArticleMethods } from './page-clip.ts';
import { readArticle } from './read-article.ts';

const methods: ArticleMethods = { readArticle: () => readArticle(document) };

Object.assign(globalThis, { lanyardCapture: methods });
