/**
 * How it looks: every surface in every state, in light, dark and forced colours. Layout and accessibility are checked on
 * any machine. With `COMPARE_LOOKS=1`, and where browser and fonts are those of the accepted pictures, what differs from
 * them fails.
 * `UPDATE_LOOKS=1 npx vitest run --project e2e test/e2e/looks.test.ts` accepts what is seen.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from '../support/axe.ts';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import {
  acceptedMachine,
  acceptMachine,
  acceptPicture,
  differenceOf,
  forgetOthers,
  isStrict,
  isUpdate,
  machineOf,
  OUT,
} from '../support/looks/compare.ts';
import { halved, placesOfDifference } from '../support/looks/difference.ts';
import { NOW, ZONE } from '../support/looks/records.ts';
import type { Scene } from '../support/looks/scene.ts';
import { SCENES } from '../support/looks/scenes.ts';
import { layoutFaults, sidewaysScrollers } from '../support/looks/structure.ts';
import { setClock } from '../support/panel-page.ts';
import { readPng } from '../support/png-pixels.ts';
import { type Site, serveSite } from '../support/site.ts';
import { clearStored, seedStored } from '../support/stored.ts';

const PATHS = {
  popup: 'src/popup/popup.html',
  panel: 'src/sidepanel/sidepanel.html',
  recap: 'src/recap-page/recap.html',
} as const;
/** A machine at its limits draws late; nothing that a person sees comes later than this. */
const SETTLED_MS = 8000;
const SIZES = { popup: [350, 600], panel: [360, 720], recap: [1280, 800] } as const;

/** What somebody could change unawares, as the test of the comparison does to a real page: what, where, property, value. */
const CHANGES = [
  ['a moved button', 'button[aria-label^="Edit session"]', 'transform', 'translateX(-8px)'],
  ['a missing icon', 'button[aria-label^="Edit session"] svg', 'visibility', 'hidden'],
  ['soft ink of another shade', 'html', '--ink-soft', '#8a8f9a'],
  ['paper of another shade', 'html', '--surface', '#f1efea'],
] as const;

const modesOf = ({ forced }: Scene): readonly ('light' | 'dark' | 'forced')[] =>
  forced ? ['light', 'dark', 'forced'] : ['light', 'dark'];

/** Draws until it looks as accepted, or long enough. */
const lookAt = async (
  page: Page,
  name: string,
  { mask, notCompared }: Scene,
  isCompared: boolean,
): Promise<string[]> => {
  const masked = mask === undefined ? [] : [page.locator(mask)];
  const endMs = Date.now() + SETTLED_MS;
  for (;;) {
    const png = await page.screenshot({ animations: 'disabled', mask: masked, maskColor: '#888' });
    writeFileSync(join(OUT, `${name}.png`), png);
    if (notCompared) return [];
    if (isUpdate) acceptPicture(name, png);
    const difference = isCompared ? differenceOf(name, png) : null;
    if (difference === null) return [];
    if (Date.now() > endMs) return [difference];
  }
};

describe('looks', () => {
  let lanyard: Lanyard;
  let site: Site;
  let compared = false;
  let seeded: Scene['seed'] | undefined;

  beforeAll(async () => {
    rmSync(OUT, { recursive: true, force: true });
    mkdirSync(OUT, { recursive: true });
    site = await serveSite();
    lanyard = await launchLanyard({ timeZone: ZONE, colorScheme: 'light' });
    const blank = await lanyard.context.newPage();
    const machine = await machineOf(blank);
    await blank.close();
    if (isUpdate) {
      acceptMachine(machine);
      forgetOthers(
        SCENES.filter(({ notCompared }) => !notCompared).flatMap((scene) =>
          modesOf(scene).map((mode) => `${scene.name}-${mode}`),
        ),
      );
    }
    compared = isStrict && acceptedMachine() === machine;
    if (!isStrict)
      console.warn('looks: layout, contrast and names alone; COMPARE_LOOKS=1 compares pictures too');
    else if (!compared)
      console.warn(`looks: pictures NOT compared; accepted on ${acceptedMachine()}, this is ${machine}`);
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  const open = async (scene: Scene): Promise<Page> => {
    if (scene.seed !== seeded) {
      if (scene.seed === null) await clearStored(lanyard);
      else await seedStored(lanyard, scene.seed());
      seeded = scene.seed;
    }
    if (scene.over !== undefined) return openOver(scene, scene.over);
    const page = await lanyard.context.newPage();
    const [width, height] = SIZES[scene.surface];
    await page.setViewportSize({ width: scene.width ?? width, height: scene.height ?? height });
    await page.clock.setFixedTime(scene.now ?? NOW);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await scene.before?.(page);
    await page.goto(`chrome-extension://${lanyard.extensionId}/${PATHS[scene.surface]}${scene.hash ?? ''}`);
    await settled(scene, page);
    return page;
  };

  const openOver = async (scene: Scene, path: string): Promise<Page> => {
    const below = await lanyard.openPage(site.url(path));
    if (scene.selected !== undefined) {
      await below.evaluate((selector) => {
        const element = document.querySelector(selector);
        if (element !== null) getSelection()?.selectAllChildren(element);
      }, scene.selected);
    }
    const popup = await lanyard.openPopup(below);
    popup.once('close', () => void below.close());
    await popup.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await setClock(popup, Date.parse(scene.now ?? NOW));
    await settled(scene, popup);
    return popup;
  };

  /** What the picture is about is there, and its images are decoded. */
  const settled = async (scene: Scene, page: Page): Promise<void> => {
    await scene.ready(page);
    await page.evaluate(async () => {
      await document.fonts.ready;
      // Those beyond the window's edge are loaded late, or never.
      const inSight = [...document.images].filter((image) => image.getBoundingClientRect().top < innerHeight);
      await Promise.all(inSight.map((image) => image.decode().catch(() => undefined)));
    });
  };

  it.each(SCENES)('$name', { timeout: 40_000 }, async (scene) => {
    const page = await open(scene);
    const wrong: string[] = [];
    for (const mode of modesOf(scene)) {
      await page.emulateMedia({
        colorScheme: mode === 'dark' ? 'dark' : 'light',
        forcedColors: mode === 'forced' ? 'active' : 'none',
      });
      wrong.push(...(await lookAt(page, `${scene.name}-${mode}`, scene, compared)));
      if (mode === 'light')
        wrong.push(
          ...(await layoutFaults(page)),
          ...(await sidewaysScrollers(page)),
          ...(await findings(page)),
        );
      if (mode === 'dark') wrong.push(...(await findings(page, ['color-contrast'])));
    }
    await page.close();
    if (scene.leavesDraft) seeded = undefined;
    expect(wrong, `see out/looks/${scene.name}-*.png`).toEqual([]);
  });

  it('sees what changed on a real page', { timeout: 40_000 }, async () => {
    const running = SCENES.find(({ name }) => name === 'panel-running');
    if (running === undefined) throw new Error('no such scene');
    const page = await open(running);
    const look = async () => halved(readPng(await page.screenshot({ animations: 'disabled' })));
    let before = await look();
    const places = async (): Promise<number> => placesOfDifference(before, await look()).length;
    // The page has come to rest: it looks as it did a picture ago.
    const moved = async (): Promise<number> => {
      const now = await look();
      const { length } = placesOfDifference(before, now);
      before = now;
      return length;
    };
    await expect.poll(moved, { timeout: 20_000 }).toBe(0);
    for (const [what, selector, property, value] of CHANGES) {
      const changed = page.locator(selector).first();
      await changed.evaluate((element, [name, to]) => (element as HTMLElement).style.setProperty(name, to), [
        property,
        value,
      ] as const);
      expect(await places(), what).toBeGreaterThan(0);
      await changed.evaluate(
        (element, name) => (element as HTMLElement).style.removeProperty(name),
        property,
      );
      await expect.poll(places, { message: what }).toBe(0);
    }
    await page.close();
  });
});
