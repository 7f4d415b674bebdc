/** Attack strings: converted and shown by a careless renderer, none runs. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { htmlToMarkdown, parseHtml } from '../../src/markdown/html-to-markdown.ts';

const lists = ['dompurify', 'h5sc', 'owasp', 'naughty'] as const;
const first = await commands.readCorpus('attacks/dompurify.json');
const hasCorpus = first !== null;

/** Our own, for every checkout: one of each kind. */
const OWN = [
  '<img src=x onerror=alert(1)>',
  '&lt;img src=x onerror=alert(1)&gt;',
  '<p>&amp;lt;img src=x onerror=alert(1)&amp;gt; &lt;img src=x onerror=alert(1)&gt;</p>',
  '<code>`</code>&lt;img src=x onerror=alert(1)&gt;<code>`</code>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="https://e.org/&quot;onmouseover=&quot;alert(1)">x</a>',
  '<img alt="]&lt;img src=x onerror=alert(1)&gt;" src="https://e.org/a.png">',
  '<img title="&quot;)&lt;img src=x onerror=alert(1)&gt;" src="https://e.org/a.png">',
  '<pre><code class="language-&lt;img/src=x/onerror=alert(1)&gt;">x</code></pre>',
  '<pre>```\n&lt;img src=x onerror=alert(1)&gt;</pre>',
  '<svg><script>alert(1)</script></svg>',
  '<math><annotation encoding="application/x-tex">&lt;img src=x onerror=alert(1)&gt;</annotation></math>',
  '<table><tr><td>|&lt;img src=x onerror=alert(1)&gt;</td><td>x</td></tr></table>',
  '<ruby>a<rt>&lt;img src=x onerror=alert(1)&gt;</rt></ruby>',
  '<p>https://e.org/x&quot;&gt;&lt;img src=x onerror=alert(1)&gt; www.e.org/&lt;img src=x onerror=alert(1)&gt;</p>',
  '<p>\\&lt;img src=x onerror=alert(1)&gt;</p>',
  '<sup><a href="#fn">&lt;i</a></sup><li id="fn">&lt;img src=x onerror=alert(1)&gt;</li>',
];

/** Each runs where it is put into a page as it stands, by one of the ways that the probe tries. */
const RUNNING = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<svg onload=alert(1)></svg>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" java\nscript:alert(1)">x</a>',
  '<p onmouseover=alert(1)>x</p>',
  '<details ontoggle=alert(1) open>x</details>',
  '<input onfocus=alert(1)>',
  '<form action="javascript:alert(1)"><button onclick=alert(1)>x</button></form>',
  '<video><source onerror=alert(1)></video>',
  '<body onload=alert(1)><img src=x onerror=alert(1)>',
];

/** Shown by a renderer that lets raw HTML and every address through. */
const renderCarelessly = (markdown: string): string =>
  micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });

/** Does what a person or the browser might: every handler's event, every click, every sending of a form. */
const provoke = (root: Element): void => {
  for (const element of root.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      if (name.startsWith('on')) element.dispatchEvent(new Event(name.slice(2), { bubbles: true }));
    }
    const leads = ['href', 'xlink:href', 'action', 'formaction'].some((name) =>
      /^[\s\0-\x20]*j[\s]*a[\s]*v[\s]*a[\s]*s[\s]*c/i.test(element.getAttribute(name) ?? ''),
    );
    if (leads) element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }
};

/** Shows the pieces in a page where scripts run, does all that could start one, and counts how often one ran. */
const countRuns = async (pieces: readonly string[]): Promise<number> => {
  const frame = document.createElement('iframe');
  // No form is sent and nothing leads back into the page of the tests.
  frame.sandbox.add('allow-scripts', 'allow-same-origin');
  document.body.append(frame);
  const view = frame.contentWindow;
  if (view === null) throw new Error('no frame');
  let runs = 0;
  const run = (): void => {
    runs += 1;
  };
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'eval', 'xss', 'javascript'])
    Object.assign(view, { [name]: run });
  // Pieces may shadow properties of the page: elements come from elsewhere. This way of parsing lets scripts run.
  const { body } = view.document;
  view.document.head.appendChild(document.createElement('base')).href = 'https://page.invalid/';
  for (const piece of pieces) {
    const box = body.appendChild(document.createElement('div'));
    const range = view.document.createRange();
    range.selectNodeContents(box);
    box.append(range.createContextualFragment(piece));
    provoke(box);
  }
  await new Promise((resolve) => setTimeout(resolve, 1500));
  frame.remove();
  return runs;
};

/** The pieces that run by themselves or when provoked, each in a page of its own. */
const runningOf = async (pieces: readonly string[]): Promise<string[]> => {
  const running: string[] = [];
  for (let from = 0; from < pieces.length; from += 40) {
    const some = pieces.slice(from, from + 40);
    const runs = await Promise.all(some.map((piece) => countRuns([piece])));
    running.push(...some.filter((_, index) => (runs[index] ?? 0) > 0));
  }
  return running;
};

const SAFE_ELEMENTS = new Set(
  'a blockquote br code del div em h1 h2 h3 h4 h5 h6 hr img input li ol p pre section span strong sup table tbody td th thead tr ul'.split(
    ' ',
  ),
);
const SAFE_ATTRIBUTES =
  /^(?:href|src|alt|title|start|align|class|id|type|checked|disabled|data-footnote\S*|aria-\S+|dir)$/;

/** What in rendered HTML is not from Markdown: elements, attributes and addresses. */
const strangersIn = (html: string): string[] => {
  const root = document.implementation.createHTMLDocument('').createElement('div');
  root.innerHTML = html;
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(SAFE_ELEMENTS.has(element.localName) ? [] : [element.localName]),
    ...element.getAttributeNames().filter((name) => !SAFE_ATTRIBUTES.test(name)),
    ...['href', 'src'].flatMap((name) => {
      const address = element.getAttribute(name);
      return address === null || /^(?:https?:|mailto:|#)/.test(address) ? [] : [address];
    }),
  ]);
};

const convertedAndShown = (piece: string): string =>
  renderCarelessly(htmlToMarkdown(parseHtml(piece), { base: 'https://e.org/' }).markdown);

/** As the piece stands on a page of its own, and as text that a page shows. */
const shownIn = (piece: string): string[] => {
  const page = document.implementation.createHTMLDocument('');
  const text = page.createElement('p');
  text.textContent = piece;
  const code = page.createElement('pre');
  code.textContent = piece;
  page.body.append(text, code);
  const asText = htmlToMarkdown(page.body, { base: 'https://e.org/' }).markdown;
  return [convertedAndShown(piece), renderCarelessly(asText)];
};

describe('attack strings of our own', () => {
  it.each(OWN)('%s', (piece) => {
    expect(shownIn(piece).flatMap(strangersIn)).toEqual([]);
  });
  it('run where nobody converts them: the probe works', async () => {
    expect(await runningOf(RUNNING)).toEqual(RUNNING);
    expect(await countRuns(OWN.flatMap(shownIn))).toBe(0);
  });
});

describe.skipIf(!hasCorpus)('published attack strings (needs LANYARD_CORPUS)', () => {
  it.each(lists)('none of %s runs or leaves a trace', { timeout: 60_000 }, async (list) => {
    const pieces: string[] = JSON.parse((await commands.readCorpus(`attacks/${list}.json`)) ?? '[]');
    expect(pieces.length).toBeGreaterThan(90);
    const shown = pieces.flatMap(shownIn);
    expect(shown.flatMap(strangersIn)).toEqual([]);
    expect(await countRuns(shown)).toBe(0);
  });
  it('run where nobody converts them: the probe works', { timeout: 60_000 }, async () => {
    // The others are inert in this browser, or wait for what no probe does.
    expect((await runningOf(JSON.parse(first ?? '[]'))).length).toBeGreaterThan(45);
  });
});
