/**
 * How it looks: every surface in every state, in light, dark and forced colours. Layout and accessibility are checked on
 * any machine; with `COMPARE_LOOKS=1` the pictures are compared too, where browser and fonts are those of the accepted ones.
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
  isComparison,
  isUpdate,
  machineOf,
  OUT,
} from '../support/looks/compare.ts';
import { ZONE } from '../support/looks/records.ts';
import { NOW, SCENES, type Scene } from '../support/looks/scenes.ts';
import { layoutFaults } from '../support/looks/structure.ts';
import { setClock } from '../support/panel-page.ts';
import { type Site, serveSite } from '../support/site.ts';
import { clearStored, seedStored } from '../support/stored.ts';

const PATHS = {
  popup: 'src/popup/popup.html',
  panel: 'src/sidepanel/sidepanel.html',
  recap: 'src/recap-page/recap.html',
} as const;
const SIZES = { popup: [350, 600], panel: [360, 720], recap: [1280, 800] } as const;

describe('looks', () => {
  let lanyard: Lanyard;
  let site: Site;
  /** An empty page that compares. */
  let canvas: Page;
  let compared = false;
  let seeded: Scene['seed'] | undefined;

  beforeAll(async () => {
    rmSync(OUT, { recursive: true, force: true });
    mkdirSync(OUT, { recursive: true });
    site = await serveSite();
    lanyard = await launchLanyard({ timeZone: ZONE, colorScheme: 'light' });
    canvas = await lanyard.context.newPage();
    const machine = await machineOf(canvas);
    if (isUpdate) acceptMachine(machine);
    compared = isComparison && acceptedMachine() === machine;
    if (!isComparison)
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
    await setClock(popup, Date.parse(NOW));
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
    for (const mode of scene.forced ? (['light', 'dark', 'forced'] as const) : (['light', 'dark'] as const)) {
      await page.emulateMedia({
        colorScheme: mode === 'dark' ? 'dark' : 'light',
        forcedColors: mode === 'forced' ? 'active' : 'none',
      });
      const name = `${scene.name}-${mode}`;
      const png = await page.screenshot({ animations: 'disabled' });
      writeFileSync(join(OUT, `${name}.png`), png);
      if (isUpdate) await acceptPicture(canvas, name, png);
      else if (compared)
        wrong.push(...[await differenceOf(canvas, name, png)].filter((found) => found !== null));
      if (mode === 'light') wrong.push(...(await layoutFaults(page)), ...(await findings(page)));
      if (mode === 'dark') wrong.push(...(await findings(page, ['color-contrast'])));
    }
    await page.close();
    expect(wrong, `see out/looks/${scene.name}-*.png`).toEqual([]);
  });
});
