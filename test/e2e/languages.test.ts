/**
 * The interface in its longest language: nothing overflows, no word is cut, no control lies over another.
 * `LOOK_LANGUAGES=es,zh_CN npx vitest run --project e2e test/e2e/languages.test.ts` looks at others, in
 * more states; the pictures are in `out/languages`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { LANGUAGE_SCENES, type LanguageScene } from '../support/looks/language-scenes.ts';
import { ZONE } from '../support/looks/records.ts';
import { layoutFaults } from '../support/looks/structure.ts';
import { clearStored, seedStored } from '../support/stored.ts';
import { wordsIn } from '../support/words.ts';

const ASKED = process.env.LOOK_LANGUAGES;
const LANGUAGES = (ASKED ?? 'de').split(',');
const SCENES = LANGUAGE_SCENES.filter(({ onRequest }) => ASKED !== undefined || !onRequest);
const OUT = fileURLToPath(new URL('../../out/languages/', import.meta.url));

describe.each(LANGUAGES)('in %s', (language) => {
  const say = wordsIn(language);
  let lanyard: Lanyard;
  let seeded: LanguageScene['seed'] | undefined;

  beforeAll(async () => {
    mkdirSync(OUT, { recursive: true });
    lanyard = await launchLanyard({ language, timeZone: ZONE, colorScheme: 'light' });
  });
  afterAll(async () => lanyard?.close());

  const open = async (scene: LanguageScene): Promise<Page> => {
    if (scene.seed !== seeded) {
      if (scene.seed === null) await clearStored(lanyard);
      else await seedStored(lanyard, scene.seed());
      seeded = scene.leavesDraft ? undefined : scene.seed;
    }
    const page = await lanyard.context.newPage();
    const [width, height] = scene.size;
    await page.setViewportSize({ width, height });
    await page.clock.setFixedTime(scene.now);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`chrome-extension://${lanyard.extensionId}/src/${scene.path}`);
    await scene.ready(page, say);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return page;
  };

  it.each(SCENES)('$name has room for its words', async (scene) => {
    const page = await open(scene);
    try {
      expect(await page.evaluate(() => document.documentElement.lang)).toMatch(
        new RegExp(`^${say('interfaceLanguage')}`),
      );
      await expect.poll(() => layoutFaults(page)).toEqual([]);
      if (ASKED !== undefined) {
        await page.screenshot({ path: join(OUT, `${scene.name}-${language}.png`), animations: 'disabled' });
      }
    } finally {
      await page.close();
    }
  });
});
