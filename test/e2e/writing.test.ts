/** Writing help, by a real keyboard in the real panel: what comes out is looked up on disk. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { card, composer, fire, heading, toast } from '../support/panel-page.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored, type StoredNote, seedStored } from '../support/stored.ts';

const STARTED_MS = Date.now() - 12.5 * 60_000;
const event = makeEvent({ name: 'Harbour Go Conf', timeZone: 'Asia/Seoul' });
const session = makeSession(event, {
  title: 'Small queues',
  startsAt: new Date(STARTED_MS).toISOString(),
  endsAt: new Date(STARTED_MS + 40 * 60_000).toISOString(),
});
const clip = (title: string, url: string) =>
  makeNote(event, null, { kind: 'link', title, url, linkKind: 'article', markdown: '' });

describe('writing help', () => {
  let lanyard: Lanyard;
  let site: Site;
  let page: Page;
  let panel: Page;

  beforeAll(async () => {
    site = await serveSite();
    lanyard = await launchLanyard();
    await seedStored(lanyard, {
      event,
      sessions: [session],
      notes: [
        clip('Bounded queues [talk]', 'https://go.example/bounded(1)'),
        clip('큐 관리의 기술', 'https://ko.example/queue'),
        clip('Backpressure', 'https://bp.example/'),
      ],
    });
    page = await lanyard.openPage(site.url('plain.html'));
    panel = await lanyard.openPanel(page);
    await heading(panel).filter({ hasText: 'Small queues' }).waitFor();
    await composer(panel).focus();
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  const notes = async (): Promise<readonly StoredNote[]> =>
    (await readStored(panel)).notes.filter((note) => note.sessionId === session.id);
  /** Keeps what is in the composer, and returns what was written for it. */
  const keep = async (): Promise<StoredNote | undefined> => {
    const before = (await notes()).length;
    await panel.keyboard.press('Control+Enter');
    await expect.poll(async () => (await notes()).length).toBe(before + 1);
    return (await notes()).at(-1);
  };
  const options = () => panel.getByRole('listbox', { name: 'Clips of this event' }).getByRole('option');
  const type = (text: string): Promise<void> => panel.keyboard.type(text);

  it('completes a link to a clip, by keys alone', async () => {
    await type('see [[bou');
    await expect.poll(() => options().allInnerTexts()).toEqual(['Bounded queues [talk]\ngo.example']);
    await panel.keyboard.press('Enter');
    await type(' and [[');
    await options().nth(2).waitFor();
    await panel.keyboard.press('ArrowDown');
    await panel.keyboard.press('Tab');
    expect(await options().count()).toBe(0);
    expect((await keep())?.markdown).toMatch(
      /^see \[Bounded queues \\\[talk\\\]\]\(<https:\/\/go\.example\/bounded\(1\)>\) and \[[^\]]+\]\(https:\/\/(ko|bp)\.example\/(queue)?\)$/,
    );
  });

  it('leaves the line alone after Escape, and where nothing fits', async () => {
    await type('[[back');
    await options().first().waitFor();
    await panel.keyboard.press('Escape');
    expect(await options().count()).toBe(0);
    expect((await keep())?.markdown).toBe('[[back');
    await type('[[nothing like it');
    await panel.keyboard.press('Enter');
    await card(panel, '[[nothing like it').waitFor();
  });

  it('finds while a Korean word is being composed, and its Enter takes nothing', async () => {
    const client = await lanyard.context.newCDPSession(panel);
    await type('[[');
    await client.send('Input.imeSetComposition', { text: '큐', selectionStart: 1, selectionEnd: 1 });
    await expect.poll(() => options().allInnerTexts()).toEqual(['큐 관리의 기술\nko.example']);
    const before = (await notes()).length;
    await client.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
    expect(await options().count()).toBe(1);
    await client.send('Input.insertText', { text: '큐' });
    await panel.keyboard.press('Enter');
    await expect.poll(() => composer(panel).inputValue()).toBe('[큐 관리의 기술](https://ko.example/queue)');
    expect((await notes()).length).toBe(before);
    await keep();
    await client.detach();
  });

  it('takes a completion by click', async () => {
    await type('[[back');
    await options().first().click();
    await expect.poll(() => composer(panel).inputValue()).toBe('[Backpressure](https://bp.example/)');
    await keep();
  });

  it('writes a code block with its language: Enter breaks its lines, and keeps the note behind its end', async () => {
    await type('```go');
    await panel.keyboard.press('Enter');
    await type('if full {');
    await panel.keyboard.press('Enter');
    await type('\treturn');
    await panel.keyboard.press('Enter');
    await type('[[');
    expect(await options().count()).toBe(0);
    await panel.keyboard.press('ArrowDown');
    await panel.keyboard.press('End');
    const before = (await notes()).length;
    await panel.keyboard.press('Enter');
    await expect.poll(async () => (await notes()).length).toBe(before + 1);
    expect((await notes()).at(-1)?.markdown).toBe('```go\nif full {\n\treturn\n\t[[\n```');
  });

  it('makes the selection a code block', async () => {
    await type('x := 1');
    await panel.keyboard.press('Control+A');
    await panel.keyboard.press('Control+Shift+E');
    await type('go');
    expect((await keep())?.markdown).toBe('```go\nx := 1\n```');
  });

  it('makes a question of a line that begins as one, with its answer behind Enter', async () => {
    await type('Q: why not more?');
    await panel.keyboard.press('Enter');
    await type('They hide it');
    await panel.keyboard.press('Enter');
    await expect
      .poll(async () => (await notes()).at(-1))
      .toMatchObject({
        kind: 'question',
        markdown: 'why not more?',
        answer: 'They hide it',
      });
  });

  it('inserts the time of day in the event’s zone, and the talk’s minute', async () => {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Seoul',
      hour: '2-digit',
      minute: '2-digit',
    });
    const earliest = clock.format(Date.now());
    await panel.keyboard.press('Control+;');
    await expect.poll(() => composer(panel).inputValue()).toMatch(/^\d\d:\d\d $/);
    await type('demo');
    expect([`${earliest} demo`, `${clock.format(Date.now())} demo`]).toContain((await keep())?.markdown);
    const minutes = Math.floor((Date.now() - STARTED_MS) / 60_000);
    await panel.keyboard.press('Control+Shift+Semicolon');
    await expect.poll(() => composer(panel).inputValue()).toMatch(/^\d+′ $/);
    await type('demo');
    expect([`${minutes}′ demo`, `${minutes + 1}′ demo`]).toContain((await keep())?.markdown);
  });

  it('says that a place without a running talk has no minute', async () => {
    await panel.getByRole('button', { name: 'Choose a session' }).click();
    await panel.getByRole('menuitemradio', { name: /^Overview/ }).click();
    await heading(panel).filter({ hasText: 'Overview' }).waitFor();
    await composer(panel).focus();
    await panel.keyboard.press('Control+Shift+Semicolon');
    await toast(panel, 'No talk is running here').waitFor();
    expect(await composer(panel).inputValue()).toBe('');
    await panel.getByRole('button', { name: 'Choose a session' }).click();
    await panel.getByRole('menuitemradio', { name: /^Small queues/ }).click();
    await heading(panel).filter({ hasText: 'Small queues' }).waitFor();
    await composer(panel).focus();
  });

  it('makes a table of pasted cells, as a spreadsheet gives them, and none inside code', async () => {
    const cells = { text: 'Queue\tp99\r\nbig\t120\r\nsmall\t12\r\n' };
    const sheet = `<meta name="generator" content="LibreOffice 7"><table><tr><td>Queue</td><td>p99</td></tr>
      <tr><td>big</td><td>120</td></tr><tr><td>small</td><td>12</td></tr></table>`;
    const table = '| Queue | p99 |\n| --- | --: |\n| big | 120 |\n| small | 12 |';
    for (const data of [cells, { ...cells, html: sheet }]) {
      await fire(composer(panel), 'paste', data);
      await expect.poll(() => composer(panel).inputValue()).toBe(table);
      expect((await keep())?.markdown).toBe(table);
    }
    await type('```');
    await panel.keyboard.press('Enter');
    await fire(composer(panel), 'paste', cells);
    await expect.poll(() => composer(panel).inputValue()).not.toContain('|');
    await panel.keyboard.press('Control+A');
    await panel.keyboard.press('Delete');
  });

  it('undoes each help by the field’s own undo', async () => {
    await type('see [[back');
    await options().first().waitFor();
    await panel.keyboard.press('Enter');
    await expect.poll(() => composer(panel).inputValue()).toMatch(/bp\.example/);
    await panel.keyboard.press('Control+Z');
    await expect.poll(() => composer(panel).inputValue()).toBe('see [[back');
    await panel.keyboard.press('Control+A');
    await panel.keyboard.press('Delete');
  });

  it('helps in a note that is edited too', async () => {
    await type('look');
    await keep();
    await card(panel, 'look').focus();
    await panel.keyboard.press('Enter');
    await panel.locator('.editor textarea').waitFor();
    await type(' at [[back');
    await options().first().waitFor();
    await panel.keyboard.press('Enter');
    await panel.keyboard.press('Enter');
    await expect
      .poll(async () => (await notes()).at(-1)?.markdown)
      .toBe('look at [Backpressure](https://bp.example/)');
  });

  it('met no error on its way', () => {
    expect(lanyard.errors).toEqual([]);
  });
});
