/** The side panel during a talk: writing, asking, quoting, pasting, moving, undoing, by keyboard, mouse and IME. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { card, composer, fire, heading, setClock, toast } from '../support/panel-page.ts';
import { makePng } from '../support/png.ts';
import { makeEvent, makeSession } from '../support/records.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored, type StoredNote, seedStored } from '../support/stored.ts';

const MINUTE = 60_000;
const at = (ms: number): string => new Date(ms).toISOString();

/** A midnight in Seoul; the machine of these tests stands in Los Angeles. */
const MIDNIGHT = Date.parse('2026-09-05T15:00:00Z');

const event = makeEvent({ name: 'Harbour Go Conf', timeZone: 'Asia/Seoul', startsOn: '2026-09-05' });
const late = makeSession(event, {
  title: 'Lightning talks',
  room: 'Pier 2',
  speakers: [{ name: '서미나', affiliation: 'Harbour', role: '', url: '' }],
  startsAt: at(MIDNIGHT - 30 * MINUTE),
  endsAt: at(MIDNIGHT + 30 * MINUTE),
});
const night = makeSession(event, {
  title: 'Night panel',
  startsAt: at(MIDNIGHT + 40 * MINUTE),
  endsAt: at(MIDNIGHT + 90 * MINUTE),
});
const workshop = makeSession(event, {
  title: 'Workshop',
  startsAt: at(MIDNIGHT + 600 * MINUTE),
  endsAt: at(MIDNIGHT + 700 * MINUTE),
});

describe('the side panel', () => {
  let lanyard: Lanyard;
  let site: Site;
  let page: Page;
  let panel: Page;

  beforeAll(async () => {
    site = await serveSite();
    lanyard = await launchLanyard({ timeZone: 'America/Los_Angeles' });
    await seedStored(lanyard, { event, sessions: [late, night, workshop] });
    page = await lanyard.openPage(site.url('talk.html'));
    panel = await lanyard.openPanel(page);
    await composer(panel).waitFor();
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  const notes = async (): Promise<readonly StoredNote[]> => (await readStored(panel)).notes;
  const notesOf = async (sessionId: string | null): Promise<readonly string[]> =>
    (await notes()).filter((note) => note.sessionId === sessionId).map(({ markdown }) => markdown);
  const write = async (text: string): Promise<void> => {
    await composer(panel).focus();
    await panel.keyboard.type(text);
    await panel.keyboard.press('Enter');
  };

  it('shows the session that runs by the clock, past midnight and on a machine in another zone', async () => {
    expect(await panel.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(
      'America/Los_Angeles',
    );
    await setClock(panel, MIDNIGHT + 10 * MINUTE);
    await expect.poll(() => heading(panel).innerText()).toBe('Lightning talks');
    await panel.getByText('23:30–00:30').waitFor();
    await panel.getByText('20 min left').waitFor();
    await panel.getByText('서미나, Harbour').waitFor();
    await panel.getByText('Next 00:40 · Night panel').waitFor();
  });

  it('keeps with Enter, breaks the line with Shift+Enter', async () => {
    await composer(panel).focus();
    await panel.keyboard.type('Say no early');
    await panel.keyboard.press('Shift+Enter');
    await panel.keyboard.type('and often');
    expect(await notes()).toEqual([]);
    await panel.keyboard.press('Enter');
    await toast(panel, 'Note saved. 1 so far.').waitFor({ state: 'attached' });
    expect(await notesOf(late.id)).toEqual(['Say no early\nand often']);
    expect(await composer(panel).inputValue()).toBe('');
    await panel.keyboard.press('Enter');
    await panel.keyboard.press('Enter');
    expect(await notes()).toHaveLength(1);
  });

  it('continues a list from note to note and inside one, and ends it on an empty item', async () => {
    await write('- first');
    await expect.poll(() => composer(panel).inputValue()).toBe('- ');
    await panel.keyboard.type('second');
    await panel.keyboard.press('Shift+Enter');
    expect(await composer(panel).inputValue()).toBe('- second\n- ');
    await panel.keyboard.type('third');
    await panel.keyboard.press('Enter');
    await expect.poll(() => composer(panel).inputValue()).toBe('- ');
    await panel.keyboard.press('Enter');
    await expect.poll(() => composer(panel).inputValue()).toBe('');
    await expect
      .poll(() => notesOf(late.id))
      .toEqual(['Say no early\nand often', '- first', '- second\n- third']);
    await write('9. ninth');
    await expect.poll(() => composer(panel).inputValue()).toBe('10. ');
    await panel.keyboard.press('Enter');
    await expect.poll(async () => (await notesOf(late.id)).length).toBe(4);
  });

  it.each([
    ['Korean', ['ㄱ', '가', '각'], '각', '자'],
    ['Japanese', ['k', 'か', 'かん', '漢'], '漢', '字'],
  ])('leaves the Enter of a %s composition alone', async (_language, steps, committed, more) => {
    const before = (await notes()).length;
    await composer(panel).focus();
    const ime = await lanyard.context.newCDPSession(panel);
    for (const text of steps)
      await ime.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    // The Enter that ends a composition comes as the key it is or as 229, by system.
    for (const windowsVirtualKeyCode of [13, 229]) {
      await ime.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Enter',
        code: 'Enter',
        windowsVirtualKeyCode,
      });
      await ime.send('Input.dispatchKeyEvent', {
        type: 'keyUp',
        key: 'Enter',
        code: 'Enter',
        windowsVirtualKeyCode,
      });
    }
    expect(await composer(panel).inputValue()).toBe(committed);
    await ime.send('Input.insertText', { text: committed });
    await ime.send('Input.insertText', { text: more });
    expect(await composer(panel).inputValue()).toBe(committed + more);
    expect(await notes()).toHaveLength(before);
    await panel.keyboard.press('Enter');
    await expect.poll(async () => (await notesOf(late.id)).at(-1)).toBe(committed + more);
    await ime.detach();
  });

  it('keeps a question with its answer, an open question, a quote and a takeaway', async () => {
    await panel.getByRole('radio', { name: 'Question and answer' }).check({ force: true });
    await panel.keyboard.type('How big is the queue?');
    await panel.keyboard.press('Enter');
    await panel.keyboard.type('Sixty-four.');
    await panel.keyboard.press('Enter');
    await panel.getByRole('radio', { name: 'Question and answer' }).check({ force: true });
    await panel.keyboard.type('And why?');
    await panel.keyboard.press('Control+Enter');
    await panel.getByText('No answer yet').waitFor();
    await panel.getByRole('radio', { name: 'Quote' }).check({ force: true });
    await panel.keyboard.type('A queue is a promise.');
    await panel.keyboard.press('Enter');
    await panel.getByRole('radio', { name: 'Takeaway' }).check({ force: true });
    await panel.keyboard.type('Limit at the door.');
    await panel.keyboard.press('Enter');
    await expect
      .poll(async () =>
        (await notes()).slice(-4).map(({ kind, markdown, answer }) => [kind, markdown, answer]),
      )
      .toEqual([
        ['question', 'How big is the queue?', 'Sixty-four.'],
        ['question', 'And why?', ''],
        ['quote', 'A queue is a promise.', undefined],
        ['takeaway', 'Limit at the door.', undefined],
      ]);
    expect(await panel.getByRole('radio', { name: 'Note' }).isChecked()).toBe(true);
  });

  it('edits in place: Enter keeps, Escape takes back, leaving keeps; an answer comes later', async () => {
    await card(panel, 'And why?').focus();
    await panel.keyboard.press('Enter');
    const answer = panel.getByRole('textbox', { name: 'Answer' });
    await answer.fill('Measured.');
    await panel.keyboard.press('Enter');
    await toast(panel, 'Saved.').waitFor();
    await expect
      .poll(async () => (await notes()).find(({ markdown }) => markdown === 'And why?')?.answer)
      .toBe('Measured.');

    await card(panel, 'A queue is a promise.').focus();
    await panel.keyboard.press('F2');
    const field = panel.getByRole('textbox', { name: 'Note', exact: true });
    await field.fill('Something else');
    await panel.keyboard.press('Escape');
    await card(panel, 'A queue is a promise.').waitFor();
    expect(await notesOf(late.id)).toContain('A queue is a promise.');

    await panel.getByRole('listitem', { name: 'A queue is a promise.' }).hover();
    await panel.getByRole('button', { name: 'Edit: A queue is a promise.' }).click();
    await field.fill('A queue is a promise you make.');
    await composer(panel).click();
    await card(panel, 'A queue is a promise you make.').waitFor();
    expect(await notesOf(late.id)).toContain('A queue is a promise you make.');
    expect((await readStored(panel)).drafts).toEqual([]);
  });

  it('moves a note up and down by keyboard', async () => {
    await card(panel, 'Limit at the door.').focus();
    await panel.keyboard.press('Alt+ArrowUp');
    await toast(panel, 'Moved up.').waitFor();
    expect((await notesOf(late.id)).slice(-2)).toEqual([
      'Limit at the door.',
      'A queue is a promise you make.',
    ]);
    await expect
      .poll(() => card(panel, 'Limit at the door.').evaluate((item) => item === document.activeElement))
      .toBe(true);
    await panel.keyboard.press('Alt+ArrowDown');
    await toast(panel, 'Moved down.').waitFor();
    expect((await notesOf(late.id)).slice(-2)).toEqual([
      'A queue is a promise you make.',
      'Limit at the door.',
    ]);
  });

  it('moves a note to another session by menu, and back by undo', async () => {
    await card(panel, 'Limit at the door.').focus();
    await panel.keyboard.press('m');
    await panel.getByRole('menuitem', { name: 'Workshop' }).press('Enter');
    await toast(panel, 'Moved to “Workshop”.').waitFor();
    expect(await notesOf(workshop.id)).toEqual(['Limit at the door.']);
    // A line jotted meanwhile is not what this undo takes back.
    await write('jotted meanwhile');
    await panel.getByRole('button', { name: 'Undo' }).click();
    await card(panel, 'Limit at the door.').waitFor();
    expect(await notesOf(workshop.id)).toEqual([]);
    expect(await notesOf(late.id)).toContain('jotted meanwhile');
  });

  it('moves notes by drag, within the session and to another', async () => {
    const grip = async (name: string): Promise<void> => {
      await card(panel, name).hover();
      const box = await card(panel, name).locator('.note-grip').boundingBox();
      if (box === null) throw new Error('no grip');
      await panel.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await panel.mouse.down();
      await panel.mouse.move(box.x + box.width / 2 + 4, box.y + box.height / 2 - 12, { steps: 3 });
    };
    await grip('jotted meanwhile');
    const target = await card(panel, 'Limit at the door.').boundingBox();
    if (target === null) throw new Error('no card');
    await panel.mouse.move(target.x + 40, target.y + 4, { steps: 4 });
    await panel.mouse.up();
    await toast(panel, 'Note moved.').waitFor();
    expect((await notesOf(late.id)).slice(-2)).toEqual(['jotted meanwhile', 'Limit at the door.']);

    await grip('jotted meanwhile');
    const other = panel.locator('.move-targets').getByText('Night panel');
    await other.waitFor();
    const box = await other.boundingBox();
    if (box === null) throw new Error('no target');
    await panel.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    await panel.mouse.up();
    await toast(panel, 'Moved to “Night panel”.').waitFor();
    expect(await notesOf(night.id)).toEqual(['jotted meanwhile']);
  });

  it('deletes a note and brings it back: by the button, by Ctrl+Z, and away again by Ctrl+Shift+Z', async () => {
    const before = await notesOf(late.id);
    await card(panel, 'Limit at the door.').focus();
    await panel.keyboard.press('Delete');
    await toast(panel, 'Note deleted.').waitFor();
    expect(await notesOf(late.id)).toEqual(before.slice(0, -1));
    await panel.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => notesOf(late.id)).toEqual(before);

    await card(panel, 'Limit at the door.').focus();
    await panel.keyboard.press('Delete');
    await expect.poll(() => notesOf(late.id)).toEqual(before.slice(0, -1));
    await composer(panel).focus();
    await panel.keyboard.press('Control+z');
    await expect.poll(() => notesOf(late.id)).toEqual(before);
    await panel.keyboard.press('Control+Shift+Z');
    await expect.poll(() => notesOf(late.id)).toEqual(before.slice(0, -1));
    await panel.keyboard.press('Control+z');
    await expect.poll(() => notesOf(late.id)).toEqual(before);
  });

  it('leaves Ctrl+Z to the field while there is something of the person in it to undo', async () => {
    const before = await notesOf(late.id);
    await composer(panel).focus();
    await panel.keyboard.type('wiped by accident');
    await panel.keyboard.press('Control+a');
    await panel.keyboard.press('Delete');
    expect(await composer(panel).inputValue()).toBe('');
    await panel.keyboard.press('Control+z');
    expect(await composer(panel).inputValue()).toBe('wiped by accident');
    expect(await notesOf(late.id)).toEqual(before);
    await composer(panel).fill('');
  });

  it('turns pasted rich text into Markdown, in the composer and in a note', async () => {
    const html =
      '<p>See <a href="https://example.org/calm">calm</a> and <b>measure</b></p><ul><li>one</li><li>two</li></ul>';
    await composer(panel).focus();
    await fire(composer(panel), 'paste', { html, text: 'See calm and measure' });
    await expect
      .poll(() => composer(panel).inputValue())
      .toContain('[calm](https://example.org/calm) and **measure**');
    await panel.keyboard.press('Enter');
    await panel.getByRole('link', { name: 'calm' }).waitFor();
    expect((await notesOf(late.id)).at(-1)).toMatch(/- one\n- two$/);
    await panel.keyboard.press('Control+a');
    await panel.keyboard.press('Delete');
    await card(panel, 'Limit at the door.').focus();
    await panel.keyboard.press('Enter');
    const field = panel.getByRole('textbox', { name: 'Note', exact: true });
    await field.press('End');
    await fire(field, 'paste', { html: ' <code>ErrBusy</code>', text: 'ErrBusy' });
    await expect.poll(() => field.inputValue()).toBe('Limit at the door.`ErrBusy`');
    await panel.keyboard.press('Escape');
  });

  it('stores images that are pasted, dropped and picked, shows them, and takes their description', async () => {
    const [first, second, third] = [makePng(64, 48, 1), makePng(80, 60, 2), makePng(96, 72, 3)];
    await fire(composer(panel), 'paste', { files: [first.toString('base64')], html: '<img src="x.png">' });
    await toast(panel, '1 image saved.').waitFor();
    await fire(panel.locator('main'), 'drop', { files: [second.toString('base64')] });
    await expect.poll(async () => (await readStored(panel)).images.length).toBe(2);
    await panel
      .locator('input[type=file]')
      .setInputFiles({ name: 'photo of a slide.png', mimeType: 'image/png', buffer: third });
    await expect.poll(async () => (await readStored(panel)).images.length).toBe(3);
    const { images, blobs } = await readStored(panel);
    expect(images.map(({ width, height, bytes, type }) => [width, height, bytes, type])).toEqual([
      [64, 48, first.length, 'image/png'],
      [80, 60, second.length, 'image/png'],
      [96, 72, third.length, 'image/png'],
    ]);
    expect(images[2]?.name).toBe('photo of a slide.png');
    expect(blobs.map(({ hash, size }) => [hash, size]).sort()).toEqual(
      images.map(({ hash, bytes }) => [hash, bytes]).sort(),
    );
    const shown = panel.locator('[data-note] img').last();
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(96);
    const text = panel.getByRole('textbox', { name: 'Alternative text' }).last();
    await text.fill('The limiter in Go [slide 12]');
    await text.press('Enter');
    await expect
      .poll(async () => (await notesOf(late.id)).at(-1))
      .toBe(`![The limiter in Go slide 12](image:${images[2]?.id})`);
  });

  it('stays as it is when the tab changes and when the page goes elsewhere', async () => {
    await composer(panel).fill('half a line');
    await composer(panel).evaluate((area) => {
      area.dataset.same = 'document';
    });
    const other = await lanyard.openPage(site.url('korean.html'));
    await other.goto(site.url('plain.html'));
    await page.goto(site.url('repo.html'));
    await other.close();
    expect(await composer(panel).inputValue()).toBe('half a line');
    expect(await composer(panel).evaluate((area) => area.dataset.same)).toBe('document');
    expect(await heading(panel).innerText()).toBe('Lightning talks');
    await composer(panel).fill('');
  });

  it('does not take the session away from under a line that is being typed', async () => {
    await composer(panel).focus();
    await panel.keyboard.type('the last words of');
    await setClock(panel, MIDNIGHT + 45 * MINUTE);
    await panel.getByText('“Night panel” has started. Your line still goes here.').waitFor();
    expect(await heading(panel).innerText()).toBe('Lightning talks');
    await panel.keyboard.type(' the speaker');
    await panel.keyboard.press('Enter');
    await expect.poll(() => heading(panel).innerText()).toBe('Night panel');
    expect((await notesOf(late.id)).at(-1)).toBe('the last words of the speaker');
  });

  it('holds a session chosen by hand, whatever the clock says, until it is let go', async () => {
    await panel.getByRole('button', { name: 'Choose a session' }).click();
    await panel.getByRole('menuitemradio', { name: /Workshop/ }).click();
    await expect.poll(() => heading(panel).innerText()).toBe('Workshop');
    await panel.getByText('Chosen by you').waitFor();
    await setClock(panel, MIDNIGHT + 50 * MINUTE);
    await write('for the workshop');
    await expect.poll(() => notesOf(workshop.id)).toEqual(['for the workshop']);
    expect(await heading(panel).innerText()).toBe('Workshop');
    await panel.getByRole('button', { name: 'Follow the clock again' }).click();
    await expect.poll(() => heading(panel).innerText()).toBe('Night panel');
  });

  it('met no error on its way, and asked nothing of the network', () => {
    // turndown asks at its start whether the page may parse HTML text; the policy says no, as it must.
    expect(lanyard.errors.filter((line) => !line.includes('TrustedHTML'))).toEqual([]);
    expect(lanyard.requests.filter((url) => !url.startsWith(site.origin))).toEqual([]);
  });
});
