/** Does a day's jotting through the surfaces, as the person did it: popup for the links, panel for everything else. */
import type { Page } from 'playwright-core';
import type { DayScript, JottedNote, JottedSession } from './day-script.ts';
import type { Lanyard } from './extension.ts';
import { makePng } from './png.ts';

const exact = { exact: true } as const;

const noteCount = (panel: Page): Promise<number> => panel.locator('[data-note]').count();

/** Waits until the panel shows this many notes. */
const untilNotes = async (panel: Page, count: number): Promise<void> => {
  await panel.waitForFunction((wanted) => document.querySelectorAll('[data-note]').length === wanted, count);
};

const dropImage = async (panel: Page, png: Buffer): Promise<void> => {
  const data = await panel.evaluateHandle(
    (bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(bytes)], 'slide.png', { type: 'image/png' }));
      return transfer;
    },
    [...png],
  );
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await panel.dispatchEvent('main', type, { dataTransfer: data });
  }
};

export const jotNote = async (panel: Page, note: JottedNote, imageSeed: number): Promise<void> => {
  const before = await noteCount(panel);
  const composer = panel.locator('form.composer');
  if (note.kind === 'image') {
    await dropImage(panel, makePng(320, 180, imageSeed));
    await untilNotes(panel, before + 1);
    const alt = panel.locator('[data-note]').last().getByLabel('Alternative text', exact);
    await alt.fill(note.text);
    await alt.press('Enter');
    await panel.getByRole('textbox', { name: /^Note for/ }).focus();
    return;
  }
  const kinds = { text: 'Note', quote: 'Quote', question: 'Question and answer' } as const;
  await composer.getByRole('radio', { name: kinds[note.kind], exact: true }).check();
  const field = composer.getByRole('textbox', { name: /^Note for/ });
  await field.fill(note.text);
  await field.press('Enter');
  if (note.kind === 'question') {
    const answer = composer.getByRole('textbox', { name: 'Answer', exact: true });
    await answer.fill(note.answer);
    await answer.press('Enter');
  }
  await untilNotes(panel, before + 1);
  // The list that the note ended in goes on in the composer; this note stands alone.
  await field.fill('');
};

/** Opens the form of the session that is shown, and saves it. */
const editSession = async (
  panel: Page,
  fill: (form: ReturnType<Page['getByRole']>) => Promise<void>,
): Promise<void> => {
  await panel.getByRole('button', { name: 'Edit session', exact: true }).click();
  const form = panel.getByRole('dialog', { name: 'Edit session' });
  await fill(form);
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await form.waitFor({ state: 'hidden' });
};

/** Begins a session in the panel, and fills in what the short form does not ask for. */
const beginSession = async (panel: Page, session: JottedSession): Promise<void> => {
  await panel.getByRole('button', { name: 'New session', exact: true }).click();
  const dialog = panel.getByRole('dialog', { name: 'New session' });
  await dialog.getByLabel('Title', exact).fill(session.title);
  const { speaker } = session;
  if (speaker !== null) {
    await dialog
      .getByLabel('Speaker', exact)
      .fill([speaker.name, speaker.affiliation].filter(Boolean).join(', '));
  }
  await dialog.getByRole('button', { name: 'Start session' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await panel.getByRole('heading', { level: 1, name: session.title || 'Talk', exact: true }).waitFor();
  if (!session.officeHours && !speaker?.role) return;
  await editSession(panel, async (form) => {
    if (session.officeHours) await form.getByRole('radio', { name: 'Office hours', exact: true }).check();
    if (speaker?.role) {
      await form.getByRole('button', { name: 'Speaker 1: role and link' }).click();
      await form.getByLabel('Speaker 1: role', exact).fill(speaker.role);
    }
  });
};

/** Chooses a session in the panel by its name. */
export const chooseSession = async (panel: Page, name: string): Promise<void> => {
  await panel.getByRole('button', { name: 'Choose a session' }).click();
  await panel
    .getByRole('menuitemradio', { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await panel.getByRole('heading', { level: 1, name, exact: true }).waitFor();
};

export interface EventFacts {
  readonly description: string;
  readonly tags: readonly string[];
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly timeZone: string;
  readonly language: 'English' | '한국어' | '日本語';
}

/** Makes the event in the popup, by its name alone, then fills in the rest in the panel. */
export const beginEvent = async (
  lanyard: Lanyard,
  page: Page,
  name: string,
  facts: EventFacts,
): Promise<Page> => {
  const popup = await lanyard.openPopup(page);
  await popup.getByLabel('Name of the event').fill(name);
  await popup.keyboard.press('Enter');
  await popup.getByRole('textbox', { name: 'Note', exact: true }).waitFor();
  const panel = await lanyard.openPanel(page);
  await panel.getByRole('button', { name: `Event: ${name}` }).click();
  await panel.getByRole('menuitem', { name: 'Edit event' }).click();
  const form = panel.getByRole('dialog', { name: 'Edit event' });
  await form.getByLabel('First day').fill(facts.day);
  await form.getByLabel('Last day').fill(facts.day);
  await form.getByLabel('Time zone').fill(facts.timeZone);
  await form.getByLabel('Description').fill(facts.description);
  for (const tag of facts.tags) {
    await form.getByLabel('Tags').fill(tag);
    await form.getByLabel('Tags').press('Enter');
  }
  await form.getByRole('radio', { name: facts.language }).check();
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await form.waitFor({ state: 'hidden' });
  return panel;
};

/** Jots the overview and every session. Returns how many images were dropped. */
export const jotDay = async (panel: Page, day: DayScript): Promise<number> => {
  let images = 0;
  const jotAll = async (notes: readonly JottedNote[]): Promise<void> => {
    for (const note of notes) {
      if (note.kind === 'image') images += 1;
      await jotNote(panel, note, images);
    }
  };
  await jotAll(day.overview);
  for (const session of day.sessions) {
    await beginSession(panel, session);
    await jotAll(session.notes);
  }
  return images;
};

/** Clips each reference from its own page, which the test answers for, with the popup's one key. */
export const clipReferences = async (
  lanyard: Lanyard,
  references: DayScript['references'],
): Promise<void> => {
  for (const { title, url } of references) {
    const isPage = (asked: URL): boolean => asked.href.split('#')[0] === url.split('#')[0];
    await lanyard.context.route(isPage, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><title>${title.replace(/[&<]/g, (c) => `&#${c.charCodeAt(0)};`)}</title><h1>A page</h1>`,
      }),
    );
    const page = await lanyard.openPage(url);
    const popup = await lanyard.openPopup(page);
    await popup.getByText(new URL(url).host).first().waitFor();
    // Some sites have titles of their own kind (a repository's name); the person writes what the post shall say.
    await popup.getByLabel('Title of the link').fill(title);
    const closed = popup.waitForEvent('close');
    await popup.keyboard.press('Control+Enter');
    await popup.getByText(/^Saved to/).waitFor();
    await closed;
    await page.close();
  }
};
