/** What goes wrong in a day: each has a clear outcome on the screen, and loses nothing. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { makePng } from '../support/png.ts';
import { makeEvent, makeSession } from '../support/records.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored, seedStored } from '../support/stored.ts';

const at = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
const event = makeEvent({ name: 'مؤتمر 🐹 הנמל \u202e' });
const long = '長'.repeat(10_000);
const earlier = makeSession(event, { title: 'Earlier, still running', startsAt: at(-30), endsAt: at(600) });
const untitled = makeSession(event, { title: '  ', kind: 'workshop', startsAt: at(-10), endsAt: at(600) });
const longOne = makeSession(event, { title: long, startsAt: at(1000), endsAt: at(1060) });
const hebrew = makeSession(event, {
  title: 'שלום 👩🏽‍💻 <img src=x onerror=alert(1)>',
  speakers: [{ name: 'د. ليلى', affiliation: '\u202eevil', role: '', url: '' }],
  startsAt: at(2000),
});

const composer = (panel: Page): Locator => panel.getByRole('textbox', { name: /^Note for/ });
const heading = (panel: Page): Locator => panel.getByRole('heading', { level: 1 });
const alertOf = (panel: Page): Locator => panel.getByRole('alert');

interface TestFile {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

const file = (name: string, type: string, bytes: Buffer | string): TestFile => ({
  name,
  type,
  base64: Buffer.from(bytes).toString('base64'),
});

const drop = (panel: Page, files: readonly TestFile[]): Promise<void> =>
  panel.locator('main').evaluate((element, dropped) => {
    const data = new DataTransfer();
    for (const { name, type, base64 } of dropped) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], name, { type }));
    }
    element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  }, files);

describe('bad input', () => {
  let lanyard: Lanyard;
  let site: Site;
  let panel: Page;

  beforeAll(async () => {
    site = await serveSite({
      '/long.html': `<!doctype html><title>${long}</title><link rel="icon" href="data:,">long`,
      '/hostile.html': `<!doctype html><title>A\u0007B &lt;script&gt;alert(1)&lt;/script&gt; \u202egnp.exe</title>
        <link rel="icon" href="data:,"><p id="text">Tick &lt;img src=x onerror=alert(1)&gt; <a href="javascript:alert(1)">here</a></p>`,
    });
    lanyard = await launchLanyard();
    await seedStored(lanyard, { event, sessions: [earlier, untitled, longOne, hebrew] });
    // The recap page that opens at installation reads all along in the same process; its time is not measured here.
    for (const open of lanyard.context.pages()) if (open.url().includes('recap.html')) await open.close();
    panel = await lanyard.openPanel(await lanyard.openPage(site.url('plain.html')));
    await composer(panel).waitFor();
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  const stored = () => readStored(panel);
  const lastNote = async () =>
    [...(await stored()).notes].sort((left, right) => (left.id < right.id ? -1 : 1)).at(-1);

  it('two sessions at one time: the one begun last is shown; without a title it goes by its kind', async () => {
    expect(await heading(panel).innerText()).toBe('Workshop');
    await panel.getByRole('button', { name: 'Choose a session' }).click();
    await panel.getByRole('menuitemradio', { name: /Earlier, still running/ }).waitFor();
    await panel.keyboard.press('Escape');
  });

  it('right-to-left names, emoji and markup in titles are shown as text', async () => {
    await panel.getByText('مؤتمر 🐹 הנמל').first().waitFor();
    await panel.getByRole('button', { name: 'Choose a session' }).click();
    await panel.getByRole('menuitemradio', { name: /שלום/ }).click();
    await expect.poll(() => heading(panel).innerText()).toBe('שלום 👩🏽‍💻 <img src=x onerror=alert(1)>');
    await panel.getByText('د. ليلى').waitFor();
    expect(await panel.locator('header img').count()).toBe(0);
  });

  it('a title of 10,000 characters leaves room for the notes and the composer', async () => {
    await panel.getByRole('button', { name: 'Choose a session' }).click();
    await panel.getByRole('menuitemradio', { name: /^長/ }).click();
    await expect.poll(async () => (await heading(panel).innerText()).startsWith('長')).toBe(true);
    await composer(panel).fill('below a long title');
    await composer(panel).press('Enter');
    await expect.poll(async () => (await lastNote())?.markdown).toBe('below a long title');
    const { height, top } = await composer(panel).evaluate((area) => {
      const box = area.getBoundingClientRect();
      return { height: innerHeight, top: box.top };
    });
    expect(top).toBeLessThan(height);
    expect((await panel.locator('.notes').boundingBox())?.height ?? 0).toBeGreaterThan(80);
    await panel.getByRole('button', { name: 'Follow the clock again' }).click();
    await expect.poll(() => heading(panel).innerText()).toBe('Workshop');
  });

  it('a page title of 10,000 characters, and one with control and direction characters', async () => {
    for (const [path, begin] of [
      ['long.html', '長長長'],
      ['hostile.html', 'A'],
    ] as const) {
      const page = await lanyard.openPage(site.url(path));
      const popup = await lanyard.openPopup(page);
      const title = popup.getByRole('textbox', { name: 'Title of the link' });
      await expect.poll(async () => (await title.inputValue()).startsWith(begin)).toBe(true);
      const gone = new Promise((resolve) => popup.once('close', resolve));
      await popup.getByRole('textbox', { name: 'Note', exact: true }).press('Control+Enter');
      await popup.getByRole('status').filter({ hasText: 'Saved to' }).waitFor();
      await gone;
      expect((await lastNote())?.url).toBe(site.url(path));
      await page.close();
    }
    expect((await stored()).notes.some(({ title }) => (title ?? '').includes('\u0007'))).toBe(false);
    await expect.poll(() => panel.getByRole('link', { name: /^長長長/ }).count()).toBe(1);
  });

  it('what a page says is shown and never run', async () => {
    const page = await lanyard.openPage(site.url('hostile.html'));
    await page.evaluate(() => {
      const text = document.querySelector('#text');
      if (text !== null) getSelection()?.selectAllChildren(text);
    });
    const popup = await lanyard.openPopup(page);
    await popup.getByRole('checkbox').first().waitFor();
    const gone = new Promise((resolve) => popup.once('close', resolve));
    await popup.getByRole('textbox', { name: 'Note', exact: true }).press('Control+Enter');
    await gone;
    const card = panel.getByRole('listitem', { name: /Tick/ });
    await card.waitFor();
    await expect.poll(() => card.locator('.prose p').innerText()).toContain('<img src=x onerror=alert(1)>');
    expect(await card.locator('img').count()).toBe(0);
    expect(await card.locator('a[href^="javascript:" i]').count()).toBe(0);
    await page.close();
  });

  it.each([
    ['of no bytes', file('empty.png', 'image/png', ''), '“empty.png” is an empty file.'],
    [
      'of a false type that is SVG',
      file('slide.png', 'image/png', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'is an SVG',
    ],
    ['that is text', file('notes.txt', 'text/plain', 'hello'), '“notes.txt” isn’t an image'],
    [
      'that breaks off',
      file('cut.png', 'image/png', makePng(64, 48).subarray(0, 60)),
      '“cut.png” is damaged',
    ],
    ['with a name of 300 characters', file(`${'x'.repeat(300)}.png`, 'image/png', 'no'), 'isn’t an image'],
  ])('a file %s is refused in words', async (_name, dropped, words) => {
    const before = (await stored()).notes.length;
    await drop(panel, [dropped]);
    await alertOf(panel).filter({ hasText: words }).waitFor();
    expect((await stored()).notes).toHaveLength(before);
    await alertOf(panel).getByRole('button', { name: 'Close' }).click();
  });

  it('an image of a false type is kept as what it is, and one bad file does not take the others along', async () => {
    await drop(panel, [
      file('photo.jpg', 'image/jpeg', makePng(40, 30, 5)),
      file('notes.txt', 'text/plain', 'hello'),
      file('slide.png', 'image/png', makePng(50, 30, 6)),
    ]);
    await alertOf(panel).filter({ hasText: '“notes.txt” isn’t an image' }).waitFor();
    await alertOf(panel).filter({ hasText: '2 images saved.' }).waitFor();
    const { images } = await stored();
    expect(images.slice(-2).map(({ type, name, width }) => [type, name, width])).toEqual([
      ['image/png', 'photo.jpg', 40],
      ['image/png', 'slide.png', 50],
    ]);
    await alertOf(panel).getByRole('button', { name: 'Close' }).click();
  });

  it('takes 200 images at once, and says how far it is', async () => {
    const before = (await stored()).images.length;
    const files = Array.from({ length: 200 }, (_, index) =>
      file(`${index}.png`, 'image/png', makePng(64, 36, index)),
    );
    await drop(panel, files);
    await panel.getByRole('status').filter({ hasText: 'Saving 200 images…' }).waitFor();
    await panel.getByRole('status').filter({ hasText: '200 images saved.' }).waitFor({ timeout: 30_000 });
    const { images, notes } = await stored();
    expect(images).toHaveLength(before + 200);
    expect(
      notes
        .filter(({ kind }) => kind === 'image')
        .slice(-200)
        .map(({ markdown }) => markdown),
    ).toEqual(images.slice(-200).map(({ id }) => `![](image:${id})`));
    await composer(panel).fill('still quick');
    const startMs = Date.now();
    await composer(panel).press('Enter');
    await expect.poll(async () => (await lastNote())?.markdown).toBe('still quick');
    expect(Date.now() - startMs).toBeLessThan(2000);
  });

  it.each([
    ['a megabyte of words', 'word '.repeat(200_000)],
    ['a megabyte of brackets', `${'![['.repeat(350_000)} ]`],
    ['a megabyte without a space', 'x'.repeat(1024 * 1024)],
  ])('keeps %s as one note', async (_name, text) => {
    await composer(panel).focus();
    await composer(panel).evaluate((area: HTMLTextAreaElement, pasted) => {
      const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
      setter?.call(area, pasted);
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
    await expect
      .poll(async () => (await stored()).drafts.some((draft) => draft.text === text), { timeout: 10_000 })
      .toBe(true);
    await panel.keyboard.press('Enter');
    await expect
      .poll(async () => (await lastNote())?.markdown === text.trimEnd(), { timeout: 10_000 })
      .toBe(true);
    await panel.getByText('A long note of').last().waitFor({ timeout: 10_000 });
    expect(await composer(panel).inputValue()).toBe('');
    expect((await stored()).drafts).toEqual([]);
  });

  it('control characters that are typed or pasted do not break a note', async () => {
    const text = 'a\u0000b\u0007c\u001b[31md\u202ee';
    await composer(panel).fill(text);
    await composer(panel).press('Enter');
    await expect.poll(async () => (await lastNote())?.markdown).toBe(text);
  });

  it('says that the disk is full, and the words stay', async () => {
    await panel.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      Object.assign(globalThis, { realPut: put });
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
        if (this.name === 'notes') throw new DOMException('Internal error: IOError', 'DataError');
        return put.apply(this, args);
      };
    });
    await panel.getByRole('radio', { name: 'Question and answer' }).check({ force: true });
    await panel.keyboard.type('Is it kept?');
    await panel.keyboard.press('Enter');
    await panel.keyboard.type('Not yet.');
    await panel.keyboard.press('Enter');
    await alertOf(panel).filter({ hasText: 'The disk is full. Your text is still here' }).waitFor();
    expect(await composer(panel).inputValue()).toBe('Is it kept?');
    expect(await panel.getByRole('textbox', { name: 'Answer' }).inputValue()).toBe('Not yet.');
    expect((await stored()).drafts.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Is it kept?', 'Not yet.']),
    );
    await panel.evaluate(() => {
      IDBObjectStore.prototype.put = (globalThis as unknown as { realPut: IDBObjectStore['put'] }).realPut;
    });
    await panel.getByRole('textbox', { name: 'Answer' }).press('Enter');
    await expect
      .poll(async () => lastNote())
      .toMatchObject({
        kind: 'question',
        markdown: 'Is it kept?',
        answer: 'Not yet.',
      });
    expect((await stored()).drafts).toEqual([]);
  });

  it('says what to do when the database cannot be opened', async () => {
    const page = await lanyard.context.newPage();
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('Internal error opening backing store', 'UnknownError');
      };
    });
    await page.goto(`chrome-extension://${lanyard.extensionId}/src/sidepanel/sidepanel.html`);
    await page.getByRole('alert').filter({ hasText: 'Your notes couldn’t be opened' }).waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await page.close();
  });
});
