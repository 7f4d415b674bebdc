/** A day by its programme: read from the conference's page, starred, jotted into as the clock goes on, changed, written up. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE_MS, scheduleXml, TALKS } from '../support/coast-programme.ts';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored } from '../support/stored.ts';

const STARRED = ['Tides of change', 'Knots that hold', 'Gulls at scale', 'Night watch', 'Harbour lights'];

describe('a day by its programme', () => {
  let lanyard: Lanyard;
  let site: Site;
  let recap: Page;
  let panel: Page;
  const beganMs = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - 60 * MINUTE_MS;
  let talks = TALKS;

  /** The panel's clock at so many minutes of the conference; it looks at it as when it comes back into sight. */
  const at = (minute: number): Promise<void> =>
    panel.evaluate(
      (ms) => {
        const moved = globalThis as unknown as { real?: () => number };
        moved.real ??= Date.now.bind(Date);
        const { real } = moved;
        const ahead = ms - real();
        Date.now = () => real() + ahead;
        document.dispatchEvent(new Event('visibilitychange'));
      },
      beganMs + minute * MINUTE_MS,
    );
  const heading = (title: string) => panel.getByRole('heading', { name: title, level: 1 });
  const jot = async (line: string): Promise<void> => {
    await panel.locator('.composer textarea').first().fill(line);
    await panel.keyboard.press('Enter');
    await panel.getByText(line).first().waitFor();
  };

  beforeAll(async () => {
    site = await serveSite({
      '/stated.html': `<!doctype html><title>Pier Days</title><script type="application/ld+json">${JSON.stringify(
        {
          '@type': 'Event',
          name: 'Pier Days',
          startDate: '2026-09-19',
          endDate: '2026-09-20',
          location: {
            '@type': 'Place',
            name: 'Old Mill',
            address: { addressLocality: 'Toronto', addressCountry: 'CA' },
          },
        },
      )}</script>`,
      '/knots.html':
        '<!doctype html><title>Knots that hold | Coast Conf</title><a href="https://speakerdeck.com/bo/knots">Slides</a><a href="https://www.youtube.com/watch?v=knots123456">Video</a>',
      '/visit.html': '<title>Coast Conf</title><a href="/coast/schedule.xml">Programme</a>',
      '/coast/schedule.xml': (_, response) =>
        void response
          .writeHead(200, { 'content-type': 'text/xml', 'access-control-allow-origin': '*' })
          .end(scheduleXml(talks, beganMs)),
    });
    lanyard = await launchLanyard({ timeZone: 'Asia/Seoul' });
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  it('reads the programme from the conference’s page, and takes all of it with five stars', async () => {
    const popup = await lanyard.openPopup(await lanyard.openPage(site.url('visit.html')));
    await popup.getByRole('button', { name: 'Read it' }).click();
    const shown = () => lanyard.context.pages().find((page) => page.url().includes('#programme/page-'));
    await expect.poll(shown).toBeDefined();
    recap = shown() as Page;
    recap.setDefaultTimeout(10_000);
    for (const title of STARRED)
      await recap.locator('.programme-row', { hasText: title }).locator('.programme-star').click();
    await recap.getByRole('button', { name: 'Add all (7)' }).click();
    await recap.locator('.event-name', { hasText: 'Coast Conf' }).waitFor();
    const { sessions } = await readStored(recap);
    expect(sessions).toHaveLength(7);
    expect(
      sessions.filter((session) => (session as { starred?: boolean }).starred).map(({ title }) => title),
    ).toEqual(expect.arrayContaining(STARRED));
  });

  it('follows the clock: what is starred becomes current, its bullets are asked for when it is over', async () => {
    panel = await lanyard.openPanel(recap);
    panel.setDefaultTimeout(10_000);
    await at(10);
    await heading('Tides of change').waitFor();
    await jot('The tide is turning');
    expect(await panel.getByText('It’s over').count()).toBe(0);
    await at(35);
    await panel.getByText('It’s over. Five bullets while it’s fresh?').waitFor();
    await panel.getByRole('button', { name: 'Write', exact: true }).click();
    await expect.poll(() => panel.locator('.composer textarea').first().inputValue()).toBe('- ');
    await panel.keyboard.type('Moons matter');
    await panel.keyboard.press('Enter');
    await panel.getByText('1 of 5 bullets').waitFor();
    await panel.keyboard.press('Backspace');
    await panel.keyboard.press('Backspace');
    await panel.getByRole('button', { name: 'Not now' }).click();
    await expect.poll(() => panel.getByText('1 of 5 bullets').count()).toBe(0);
    await heading('Tides of change').waitFor();
  });

  it('offers what else runs, the starred first; the popup does too', async () => {
    await at(60);
    await heading('Gulls at scale').waitFor();
    await jot('Gulls do scale');
    await panel.getByRole('button', { name: /^Also running: Knots that hold · Charts for nobody$/ }).click();
    await panel.getByRole('menuitem', { name: 'Knots that hold' }).click();
    await heading('Knots that hold').waitFor();
    await jot('A bowline does not slip');
    await panel.getByRole('button', { name: 'Follow the clock again' }).click();
    const popup = await lanyard.openPopup(recap);
    const running = popup.locator('optgroup').locator('option');
    await expect
      .poll(() => running.allTextContents())
      .toEqual(['Gulls at scale', 'Knots that hold', 'Charts for nobody']);
    await popup.close();
  });

  it('stays with the last between sessions, and lists those without notes', async () => {
    await at(160);
    await heading('Night watch').waitFor();
    await panel.getByText('Next').first().waitFor();
    await at(190);
    await heading('Night watch').waitFor();
    await panel.getByRole('button', { name: '1 session without notes' }).click();
    await panel.getByRole('menuitemradio', { name: /Night watch/ }).waitFor();
    await panel.keyboard.press('Escape');
    await jot('Nobody slept');
    await expect.poll(() => panel.getByRole('button', { name: /without notes/ }).count()).toBe(0);
    await at(210);
    await heading('Harbour lights').waitFor();
    await jot('Lights in the harbour');
    await panel.close();
    expect((await readStored(recap)).notes).toHaveLength(6);
  });

  it('reads the changed programme by the same address; what has notes stays', async () => {
    talks = TALKS.filter(({ id }) => id !== 5).map((talk) => (talk.id === 7 ? { ...talk, at: 270 } : talk));
    await recap.locator('.event-name').click();
    await recap.getByRole('menuitem', { name: 'Read a programme' }).click();
    await recap.getByRole('button', { name: 'Read it again' }).click();
    await recap.getByRole('tab', { name: 'Changes (2)' }).waitFor();
    await recap.locator('.change', { hasText: 'Night watch' }).getByText('Has notes, so it stays.').waitFor();
    await recap.getByRole('button', { name: 'Apply 1' }).click();
    await recap.getByText('0 new, 1 changed, 0 removed.').waitFor();
  });

  it('gives the recap out with every session that has notes', async () => {
    const path = await lanyard.download(async () => {
      await recap.getByRole('button', { name: 'Export' }).click();
      await recap
        .getByRole('menuitem', { name: /Markdown/ })
        .first()
        .click();
    });
    const post = readFileSync(path, 'utf8');
    for (const line of [
      '### Tides of change',
      'The tide is turning',
      '- Moons matter',
      'A bowline does not slip',
      'Gulls do scale',
      'Nobody slept',
      'Lights in the harbour',
    ])
      expect(post).toContain(line);
  });

  it('lists what is still to come, and takes it from the talk’s page when that is clipped', async () => {
    await recap.locator('.outline-name', { hasText: 'Knots that hold' }).press('F2');
    const form = recap.getByRole('dialog');
    for (const kind of ['Slides', 'Recording'])
      await form.getByRole('checkbox', { name: new RegExp(kind) }).check();
    await form.getByRole('button', { name: 'Save' }).click();
    const pending = recap.getByRole('region', { name: /^Still to come/ });
    await expect.poll(() => pending.getByRole('listitem').count()).toBe(2);
    const popup = await lanyard.openPopup(await lanyard.openPage(site.url('knots.html')));
    await popup.getByRole('button', { name: /^Clip/ }).first().click();
    await popup.getByText('Filled in for “Knots that hold”.').waitFor();
    await expect.poll(() => pending.count()).toBe(0);
    const { sessions } = await readStored(recap);
    expect(sessions.find(({ title }) => title === 'Knots that hold')?.links).toMatchObject({
      slides: { url: 'https://speakerdeck.com/bo/knots' },
      recording: { url: 'https://www.youtube.com/watch?v=knots123456' },
    });
    expect(lanyard.errors.filter((text) => !/TrustedHTML|favicon/.test(text))).toEqual([]);
  });

  it('makes an event of what a conference’s page states', async () => {
    const popup = await lanyard.openPopup(await lanyard.openPage(site.url('stated.html')));
    await popup.getByText('This page is about “Pier Days”.').waitFor();
    await popup.getByRole('button', { name: 'Create this event' }).click();
    await popup.getByText('“Pier Days” is your event now.').waitFor();
    await popup.close();
    const { events, settings } = await readStored(recap);
    const made = events.find(({ name }) => name === 'Pier Days');
    expect(made).toMatchObject({
      startsOn: '2026-09-19',
      endsOn: '2026-09-20',
      venue: 'Old Mill, Toronto',
      timeZone: 'America/Toronto',
    });
    expect(settings?.currentEventId).toBe(made?.id);
  });
});
