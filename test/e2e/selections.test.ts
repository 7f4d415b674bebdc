/** Selections in odd places, clipped by the command in the built extension: each ends in a clip, or in a word that says why not. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { makeEvent } from '../support/records.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored, seedStored } from '../support/stored.ts';

const page = (title: string, body: string): string =>
  `<!doctype html><title>${title}</title><link rel="icon" href="data:,">${body}`;

/** Runs in the page. */
const selectIn = (selector: string): void => {
  const [outer = '', inner] = selector.split(' >> ');
  const host = document.querySelector(outer);
  if (host instanceof HTMLTextAreaElement) {
    host.focus();
    host.select();
    return;
  }
  const scope =
    inner === undefined || host === null
      ? null
      : ((host as HTMLIFrameElement).contentDocument ?? host.shadowRoot);
  const target = inner === undefined ? host : (scope?.querySelector(inner) ?? null);
  if (target === null) return;
  if (host instanceof HTMLIFrameElement) host.focus();
  const view = target.ownerDocument.defaultView ?? window;
  view.getSelection()?.selectAllChildren(target);
};

describe('selections in odd places', () => {
  let lanyard: Lanyard;
  let site: Site;
  let open: Page;

  beforeAll(async () => {
    site = await serveSite({
      '/frame-inside.html': page('Inside', '<p id="p">In the <b>frame</b> of this site</p>'),
      '/frame.html': page('Frame', '<p>Around</p><iframe src="/frame-inside.html"></iframe>'),
      '/foreign.html': (request, response) => {
        const inside = `http://127.0.0.1:${request.headers.host?.split(':')[1]}/frame-inside.html`;
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end(page('Foreign', `<p>Around</p><iframe src="${inside}"></iframe>`));
      },
      '/shadow.html': page(
        'Shadow',
        '<x-card></x-card><script>document.querySelector("x-card").attachShadow({mode:"open"}).innerHTML="<p>In the <i>shadow</i></p>"</script>',
      ),
      '/area.html': page('Area', '<textarea rows="4">typed *as it is*\nsecond line</textarea>'),
      '/drawn.html': page('Drawn', '<svg width="300" height="40"><text y="20">Drawn words</text></svg>'),
      '/nothing.html': page('Nothing', '<p>Nothing is selected here</p>'),
      '/across.html': page(
        'Across',
        '<div id="all"><p>Before</p><iframe src="/frame-inside.html"></iframe><p>After</p></div>',
      ),
    });
    lanyard = await launchLanyard();
    await seedStored(lanyard, { event: makeEvent() });
    open = await lanyard.openPage(site.url('nothing.html'));
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  /** What the command keeps of a page. */
  const clip = async (path: string, select: (shown: Page) => Promise<void>) => {
    await open.goto(site.url(path), { waitUntil: 'load' });
    await select(open);
    await lanyard.runCommand('clip-page', open);
    const worker = await lanyard.worker();
    const kept = async () =>
      (await readStored(worker)).notes.find(({ url, source }) => [url, source?.url].includes(site.url(path)));
    await expect.poll(kept, { timeout: 20_000 }).toBeDefined();
    return kept();
  };

  it.each([
    ['a frame of the same site', 'frame.html', 'iframe >> #p', 'In the **frame** of this site'],
    ['a shadow root', 'shadow.html', 'x-card >> p', 'In the *shadow*'],
    ['a text area', 'area.html', 'textarea', 'typed \\*as it is\\*  \nsecond line'],
    ['a drawing', 'drawn.html', 'svg text', 'Drawn words'],
    ['a page, across a frame', 'across.html', '#all', 'Before\n\nAfter'],
  ])('in %s', async (_place, path, selector, markdown) => {
    const note = await clip(path, (shown) => shown.evaluate(selectIn, selector));
    expect(note).toMatchObject({ kind: 'selection', markdown });
  });

  it('of nothing: the page is kept as a link', async () => {
    expect(await clip('nothing.html', async () => undefined)).toMatchObject({
      kind: 'link',
      title: 'Nothing',
    });
  });

  it('in a frame of another site: the link is kept, and the popup says why no more', async () => {
    const note = await clip('foreign.html', async (shown) => {
      const inside = shown.frameLocator('iframe').locator('#p');
      await inside.click({ clickCount: 3 });
    });
    expect(note).toMatchObject({ kind: 'link', title: 'Foreign' });
    const popup = await lanyard.openPopup(open);
    await popup.getByText('inside another site’s frame can’t be read').waitFor();
    await popup.close();
  });

  it('met no error on its way', () => expect(lanyard.errors).toEqual([]));
});
