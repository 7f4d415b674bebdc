/** What axe finds on a page against WCAG 2.2 AA. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * One line for each finding, which tells where.
 * @param rules only these; all of WCAG 2.2 AA and the best practices when left out
 */
export const findings = async (page: Page, rules: readonly string[] = WCAG): Promise<string[]> => {
  // The policy of our pages lets no script in; the debugger's own way of evaluating is not bound by it.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: `window.axe ? 0 : (() => {${AXE}})()` });
  // What is out of sight keeps the colours that it was last drawn in, of another scheme perhaps.
  await session.send('Runtime.evaluate', {
    expression: `{
      const drawn = new CSSStyleSheet();
      drawn.replaceSync('* { content-visibility: visible !important }');
      document.adoptedStyleSheets = [drawn];
    }`,
  });
  const { result } = await session.send('Runtime.evaluate', {
    awaitPromise: true,
    returnByValue: true,
    // Two frames, in which it takes the colours of now.
    expression: `Promise.race([
      new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      new Promise((waited) => setTimeout(waited, 1000)),
    ]).then(() => axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })).then(({ violations }) => violations)`,
  });
  await session.send('Runtime.evaluate', { expression: 'document.adoptedStyleSheets = []' });
  await session.detach();
  return (result.value as Finding[]).flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) =>
        `${id}: ${html.slice(0, 120)} — ${failureSummary?.split('\n')[1]?.trim() ?? ''}`,
    ),
  );
};
