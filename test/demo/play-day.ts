/**
 * Plays a whole day through the real surfaces, headless, and leaves what came of it in `out/demo/`: the exported
 * bundle, zipped and unpacked, and a picture of each surface in light and dark.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { beginEvent, chooseSession, jotNote } from '../support/jot-day.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readZip } from '../support/unzip.ts';
import { clockIn, daytimeZone } from './daytime.ts';
import { type DemoSession, EVENT, OVERVIEW, SESSIONS } from './sample-day.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = join(ROOT, 'out', 'demo');
const exact = { exact: true } as const;

const say = (text: string): void => console.log(`demo: ${text}`);

const picture = async (page: Page, name: string): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({
      animations: 'disabled',
      path: join(OUT, colorScheme === 'light' ? `${name}.png` : `${name}-dark.png`),
    });
  }
  await page.emulateMedia({ colorScheme: 'light' });
};

const addSession = async (recap: Page, session: DemoSession, timeZone: string): Promise<void> => {
  await recap.getByRole('button', { name: 'Add session', exact: true }).first().click();
  const form = recap.getByRole('dialog', { name: 'New session' });
  await form.getByRole('radio', { name: session.kind, exact: true }).check({ force: true });
  await form.getByLabel('Title', exact).fill(session.title);
  await form.getByLabel('Speaker 1: name', exact).fill(session.speaker);
  await form.getByLabel('Speaker 1: affiliation', exact).fill(session.affiliation);
  await form.getByLabel('Day', exact).fill(clockIn(timeZone, session.from).day);
  await form.getByLabel('Start', exact).fill(clockIn(timeZone, session.from).time);
  await form.getByLabel('End', exact).fill(clockIn(timeZone, session.to).time);
  await form.getByLabel('Room', exact).fill(session.room);
  await form.getByRole('button', { name: 'Add session', exact: true }).click();
  await form.waitFor({ state: 'hidden' });
};

const selectPart = (page: Page, selector: string): Promise<void> =>
  page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    if (element !== null) getSelection()?.selectAllChildren(element);
  }, selector);

/** `Ctrl+Enter` in the note field of the popup, and what it says then. */
const saveClip = async (popup: Page): Promise<void> => {
  await popup.getByRole('textbox', { name: 'Note', exact: true }).focus();
  const closed = popup.waitForEvent('close');
  await popup.keyboard.press('Control+Enter');
  await popup.getByText(/^Saved to/).waitFor();
  await closed;
};

/** A link, a selection and an image, each the way a person would take it. */
const clipFromPages = async (lanyard: Lanyard, site: Site, panel: Page): Promise<void> => {
  const repository = await lanyard.openPage(site.url('repo.html'));
  const linkPopup = await lanyard.openPopup(repository);
  await linkPopup.getByRole('radio', { name: 'Code', exact: true }).check({ force: true });
  await linkPopup
    .getByRole('textbox', { name: 'Note', exact: true })
    .fill('The limiter from the talk, one file.');
  await saveClip(linkPopup);
  say('clipped a link in the popup');

  const talk = await lanyard.openPage(site.url('talk.html'));
  await selectPart(talk, '#table');
  const selectionPopup = await lanyard.openPopup(talk);
  await saveClip(selectionPopup);
  say('clipped a selection in the popup');

  const notes = panel.locator('[data-note]');
  const before = await notes.count();
  const srcUrl = site.url('images/640x360-3.png');
  await lanyard.clickMenu('clip-image', talk, { mediaType: 'image', srcUrl });
  await notes.nth(before).waitFor();
  const alternative = notes.last().getByLabel('Alternative text', exact);
  if ((await alternative.inputValue()) === '') {
    await alternative.fill('Latency before and after the limit');
    await alternative.press('Enter');
  }
  say('kept an image from the context menu');
};

const exportBundle = async (lanyard: Lanyard, recap: Page): Promise<readonly string[]> => {
  const zip = await lanyard.download(async () => {
    await recap.getByRole('button', { name: 'Export', exact: true }).click();
    await recap.getByRole('menuitem', { name: /Download bundle/ }).click();
  });
  copyFileSync(zip, join(OUT, basename(zip)));
  const written = [basename(zip)];
  for (const [path, data] of readZip(readFileSync(zip))) {
    mkdirSync(dirname(join(OUT, path)), { recursive: true });
    writeFileSync(join(OUT, path), data);
    written.push(path);
  }
  return written;
};

const playDay = async (lanyard: Lanyard, site: Site): Promise<void> => {
  const timeZone = daytimeZone();
  const front = await lanyard.openPage(site.url('plain.html'));
  const panel = await beginEvent(lanyard, front, EVENT.name, {
    ...EVENT,
    day: clockIn(timeZone).day,
    timeZone,
    language: 'English',
  });
  say(`made the event “${EVENT.name}” in the popup, its details in the panel`);

  const recap = await lanyard.openRecap();
  for (const session of SESSIONS) await addSession(recap, session, timeZone);
  say(`added ${SESSIONS.length} sessions on the recap page`);

  await front.bringToFront();
  await chooseSession(panel, 'Overview');
  for (const note of OVERVIEW) await jotNote(panel, note, 1);
  for (const session of SESSIONS) {
    await chooseSession(panel, session.title);
    for (const note of session.notes) await jotNote(panel, note, 1);
  }
  await panel.getByRole('button', { name: 'Follow the clock again' }).click();
  await panel.getByText(/left$/).waitFor();
  say('jotted notes, questions and quotes in the panel');

  await clipFromPages(lanyard, site, panel);

  const talk = await lanyard.openPage(site.url('talk.html'));
  await selectPart(talk, '#lead');
  const popup = await lanyard.openPopup(talk);
  await popup.getByText(/A service under load/).waitFor();
  await popup.getByRole('textbox', { name: 'Note', exact: true }).fill('This is the sentence to remember.');
  await picture(popup, 'popup');
  await saveClip(popup);

  // The word of it covers the last note for a moment.
  await panel.getByText(/^Saved to/).waitFor({ state: 'hidden' });
  await picture(panel, 'panel');
  await panel.close();

  await recap.bringToFront();
  await recap.reload();
  await recap.getByRole('heading', { name: 'Small queues, calm services' }).first().waitFor();
  await picture(recap, 'recap');
  const written = await exportBundle(lanyard, recap);
  const pictures = ['popup', 'panel', 'recap'].flatMap((name) => [`${name}.png`, `${name}-dark.png`]);
  console.log(`\nThe day as a post, and a picture of each surface:`);
  for (const path of [...written, ...pictures]) console.log(`  ${relative(ROOT, join(OUT, path))}`);
};

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const site = await serveSite();
const lanyard = await launchLanyard({ colorScheme: 'light' });
try {
  await playDay(lanyard, site);
  if (lanyard.errors.length > 0) throw new Error(`errors in the surfaces:\n${lanyard.errors.join('\n')}`);
} finally {
  await lanyard.close();
  await site.close();
}
