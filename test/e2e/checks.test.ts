/** Every check before the export: it is shown, leads to its place, and goes when it is set right. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_RECAP_OPTIONS } from '../../src/model/event.ts';
import { NO_SESSION_LINKS } from '../../src/model/session.ts';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { makePng, writePng } from '../support/png.ts';
import { makeEvent, makeImage, makeNote, makeSession } from '../support/records.ts';
import { readStored, seedStored } from '../support/stored.ts';

const recapOptions = {
  ...DEFAULT_RECAP_OPTIONS,
  siteProfile: 'zenn',
  sites: {
    zenn: {
      keys: [
        { key: 'title', from: 'title' },
        { key: 'emoji', from: 'fixed', value: '"🎤"' },
        { key: 'type', from: 'fixed', value: 'tech' },
        { key: 'published', from: 'fixed', value: 'true' },
        { key: 'published_at', from: 'date' },
        { key: 'updated', from: 'lastmod' },
        { key: 'tags', from: 'tags' },
        { key: ' title', from: 'fixed', value: 'twice' },
        { key: ' ', from: 'fixed', value: 'nameless' },
      ],
    },
  },
} as const;
const LONG_TAG = 'averyverylongtopicname';
const event = makeEvent({
  name: 'River Conf',
  slug: 'taken',
  startsOn: '2024-05-10',
  tags: ['go', 'rust', 'zig', 'c', 'd', LONG_TAG],
  frontMatter: { title: 'Wide '.repeat(16), date: '2099-05-10', lastmod: '2099-05-11', keywords: [] },
  recapOptions,
});
const other = makeEvent({ name: 'The one before', slug: 'taken', recapOptions });
const bare = makeSession(event, {
  title: 'Nobody and nothing',
  links: { ...NO_SESSION_LINKS, slides: 'pending' },
});
const full = makeSession(event, {
  title: 'Everything else',
  speakers: [{ name: 'Ada Quist', affiliation: '', role: '', url: '' }],
});

/** Heavy though it is small enough: a photo kept as a PNG. */
const noise = (side: number): Buffer => {
  const data = new Uint8Array(side * side * 3);
  let state = 1;
  for (let at = 0; at < data.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    data[at] = state >>> 24;
  }
  return writePng({ width: side, height: side, data });
};
const WIDE = makePng(2700, 40);
const HEAVY = noise(860);
const wide = makeImage(event, { width: 2700, height: 40, bytes: WIDE.length });
const heavy = makeImage(event, { width: 860, height: 860, bytes: HEAVY.length });

const TWICE = 'https://twice.example/';
const notes = [
  `![](image:${wide.id})`,
  `![Noise](image:${heavy.id})`,
  'Raw <div class="x">words</div>',
  '## Two',
  '#### Deep',
  '```\n{{< figure\n```',
].map((markdown) => makeNote(event, full, { markdown }));
const links = [1, 2].map(() => makeNote(event, full, { kind: 'link', url: TWICE, title: 'Twice' }));

/** What a check says, and what has the focus once it was followed. */
const JUMPS: readonly (readonly [RegExp, string, string | null])[] = [
  [/longer than the 70/, '[data-field="title"] input', null],
  [/More tags than the 5/, '[data-field="tags"] input', null],
  [/“averyverylongtopicname” is longer/, '[data-field="tags"] input', null],
  [/doesn’t accept “taken”/, '[data-field="slug"] input', null],
  [/already uses the file articles\/taken\.md/, '[data-field="slug"] input', null],
  [/2099-05-10\S* is in the future/, '[data-field="date"] input', null],
  [/2099-05-11\S* is in the future/, '[data-field="lastmod"] input', null],
  [/^2099-05-10 has no time/, '[data-field="date"] input', null],
  [/^2099-05-11 has no time/, '[data-field="lastmod"] input', null],
  [/rejects the key “tags”/, 'dialog .keys [aria-invalid="true"]', null],
  [/key “title” appears twice/, 'dialog .keys [aria-invalid="true"]', null],
  [/doesn’t build without “topics”/, 'dialog .keys [aria-invalid="true"]', null],
  [/key without a name/, 'dialog .keys [aria-invalid="true"]', null],
  [/Who spoke\?/, 'dialog [data-part="speakers"] input', null],
  [/Slides: still to come/, 'dialog [data-part="links"] input', null],
  [/image without a description/, 'dialog textarea', `![](image:${wide.id})`],
  [/Raw HTML .*<div class="x">/, 'dialog textarea', 'Raw <div class="x">words</div>'],
  [/skips a level: #### Deep/, 'dialog textarea', '#### Deep'],
  [/A large image: 2\.\d MiB/, 'dialog textarea', `![Noise](image:${heavy.id})`],
  [/A large image: 0\.\d MiB/, 'dialog textarea', `![](image:${wide.id})`],
  [/same link twice/, 'dialog :is(input, textarea)', null],
];

describe('the checks', () => {
  let lanyard: Lanyard;
  let page: Page;

  beforeAll(async () => {
    lanyard = await launchLanyard();
    await seedStored(lanyard, {
      event,
      others: [other],
      sessions: [bare, full],
      notes: [...notes, ...links],
      images: [wide, heavy],
      bytes: { [wide.hash]: WIDE.toString('base64'), [heavy.hash]: HEAVY.toString('base64') },
    });
    page = await lanyard.openRecap();
    page.setDefaultTimeout(15_000);
    await page.setViewportSize({ width: 1400, height: 900 });
    await page.getByRole('button', { name: /^\d+ more$/ }).click();
    await row(/Who spoke/).waitFor();
  });
  afterAll(async () => lanyard?.close());

  const row = (text: RegExp): Locator => page.locator('.check-row').filter({ hasText: text });
  const stored = () => readStored(page);
  const gone = (text: RegExp): Promise<void> => row(text).waitFor({ state: 'detached' });
  const undo = async (back: RegExp): Promise<void> => {
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await row(back).first().waitFor();
  };

  it.each(JUMPS)('%s leads to its place', async (text, place, value) => {
    await row(text).locator('.check-text').click();
    const field = page.locator(`:is(${place}):focus`);
    await field.waitFor();
    if (value !== null) await expect.poll(() => field.inputValue()).toBe(value);
    if (!place.startsWith('dialog')) return;
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('a session without notes leads to the panel, to be written for', async () => {
    const arriving = page.context().waitForEvent('page', {
      predicate: (each) => each.url().endsWith('/sidepanel.html'),
    });
    await row(/No notes/)
      .locator('.check-text')
      .click();
    const panel = await arriving;
    await panel.getByRole('heading', { level: 1, name: 'Nobody and nothing' }).waitFor();
    await panel.locator('textarea:focus').waitFor();
    await panel.close();
    await page.bringToFront();
  });

  it('a large image is scaled down until it is large no longer, and undone', async () => {
    for (const [image, text] of [
      [heavy, /A large image: 2\.\d MiB/],
      [wide, /A large image: 0\.\d MiB/],
    ] as const) {
      const now = async () => (await stored()).images.find(({ id }) => id === image.id);
      await row(text).getByRole('button', { name: 'Scale down' }).click();
      await page.getByText(/Scaled down: /).waitFor();
      await gone(text);
      const scaled = await now();
      expect(scaled?.width).toBeLessThan(image.width);
      expect(scaled?.bytes).toBeLessThanOrEqual(2_000_000);
      expect((await stored()).blobs).toContainEqual(
        expect.objectContaining({ hash: scaled?.hash, size: scaled?.bytes }),
      );
      await undo(text);
      const { hash, bytes, width } = image;
      await expect.poll(now).toMatchObject({ hash, bytes, width });
      expect((await stored()).blobs).toContainEqual(expect.objectContaining({ hash, size: bytes }));
    }
  });

  it('a date gets time and offset, and undone', async () => {
    for (const [key, text, date] of [
      ['date', /^2099-05-10 has no time/, '2099-05-10T00:00:00+02:00'],
      ['lastmod', /^2099-05-11 has no time/, '2099-05-11T00:00:00+02:00'],
    ] as const) {
      await row(text).getByRole('button', { name: 'Add time and offset' }).click();
      await gone(text);
      expect((await stored()).events.find(({ id }) => id === event.id)?.frontMatter[key]).toBe(date);
      await undo(text);
    }
  });

  it('the second link is removed, and undone', async () => {
    const text = /same link twice/;
    await row(text).getByRole('button', { name: 'Remove this one' }).click();
    await gone(text);
    expect((await stored()).notes.filter(({ url }) => url === TWICE)).toHaveLength(1);
    await undo(text);
    expect((await stored()).notes.filter(({ url }) => url === TWICE)).toHaveLength(2);
  });

  it('keys that stand in the way are taken out, and undone', async () => {
    const text = /rejects the key “tags”/;
    await row(text).getByRole('button', { name: 'Take it out' }).click();
    for (const each of [text, /appears twice/, /key without a name/]) await gone(each);
    const saved = (await stored()).events.find(({ id }) => id === event.id)?.recapOptions.sites?.zenn?.keys;
    expect(saved?.map(({ key }) => key)).toEqual([
      'title',
      'emoji',
      'type',
      'published',
      'published_at',
      'updated',
    ]);
    await undo(text);
  });

  it('an image gets its words on the spot, and undone', async () => {
    const text = /image without a description/;
    await row(text).getByRole('textbox').fill('A wide chart');
    await row(text).getByRole('textbox').press('Enter');
    await gone(text);
    expect((await stored()).notes.map(({ markdown }) => markdown)).toContain(
      `![A wide chart](image:${wide.id})`,
    );
    await undo(text);
  });

  it('an address that fits and is free ends both of its checks', async () => {
    await row(/doesn’t accept “taken”/)
      .locator('.check-text')
      .click();
    await page.keyboard.type('river-conf-recap');
    await page.keyboard.press('Tab');
    await gone(/doesn’t accept/);
    await gone(/already uses the file/);
  });

  it('on a site that runs shortcodes, one in code is told of, also from the source', async () => {
    await page.getByRole('tab', { name: 'Markdown' }).click();
    await page.getByLabel('Site', { exact: true }).selectOption('hugo');
    await row(/Template code in a code block/)
      .locator('.check-text')
      .click();
    const field = page.locator('dialog textarea:focus');
    await expect.poll(() => field.inputValue()).toBe('```\n{{< figure\n```');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // A note that was left does not open again with its preview.
    await page.getByRole('tab', { name: 'Markdown' }).click();
    await page.getByRole('tab', { name: 'Rendered' }).click();
    await page.locator('.post .piece img').first().waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});
