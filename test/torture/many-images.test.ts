/** Pictures by the gigabyte, picked as files: every one is kept, whole, and the browser's memory stays small. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { launchLanyard } from '../support/extension.ts';
import { composer } from '../support/panel-page.ts';
import { makePng } from '../support/png.ts';
import { browserMemory } from '../support/process-memory.ts';
import { randomOf } from '../support/random.ts';
import { makeEvent, makeSession } from '../support/records.ts';
import { serveSite } from '../support/site.ts';
import { readStored, seedStored } from '../support/stored.ts';
import { isFull, startSuite, tell, trials } from './trials.ts';

const MIB = 1024 * 1024;
const FILE_BYTES = 4 * MIB;
const MOST_GROWTH_BYTES = 512 * MIB;
const suite = startSuite('many images');

/** A picture followed by bytes that no decoder reads: as heavy as a photo, and as quick to make as noise. */
const writeHeavyImages = (folder: string, count: number, seed: number): readonly string[] => {
  mkdirSync(folder);
  const noise = randomOf(seed).bytes(FILE_BYTES);
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, `slide-${index}.png`);
    writeFileSync(path, Buffer.concat([makePng(640, 360, index), noise]));
    return path;
  });
};

it.skipIf(!isFull)('1 GB of images in one go (npm run torture)', async () => {
  const rounds = trials(1, 3);
  const count = trials(8, 256);
  const folder = mkdtempSync(join(tmpdir(), 'lanyard-images-'));
  const site = await serveSite();
  try {
    for (let round = 0; round < rounds; round += 1) {
      const files = writeHeavyImages(join(folder, String(round)), count, suite.int(1e9));
      const lanyard = await launchLanyard({ userDataDir: join(folder, `profile-${round}`) });
      try {
        const event = makeEvent({ name: 'Harbour Go Conf' });
        await seedStored(lanyard, { event, sessions: [makeSession(event, { title: 'Queues' })] });
        for (const open of lanyard.context.pages()) if (open.url().includes('recap.html')) await open.close();
        const panel = await lanyard.openPanel(await lanyard.openPage(site.url('plain.html')));
        await composer(panel).waitFor();
        const before = await browserMemory(lanyard);
        let peak = before ?? 0;
        let isDone = false;
        const watching = (async () => {
          while (!isDone) {
            peak = Math.max(peak, (await browserMemory(lanyard)) ?? 0);
            await new Promise((resolve) => setTimeout(resolve, 200));
          }
        })();
        const beganMs = Date.now();
        await panel.locator('input[type=file]').setInputFiles([...files]);
        await expect
          .poll(
            async () =>
              (await readStored(panel)).images.length +
              (await panel.getByRole('alert').filter({ hasText: /\S/ }).count()) * 1000,
            {
              timeout: 540_000,
              interval: 500,
            },
          )
          .toBe(count);
        const seconds = Math.round((Date.now() - beganMs) / 100) / 10;
        isDone = true;
        await watching;
        const { blobs, notes } = await readStored(panel);
        const bytes = blobs.reduce((sum, { size }) => sum + size, 0);
        tell('images', {
          round,
          images: blobs.length,
          megabytes: Math.round(bytes / MIB),
          seconds,
          beforeMiB: Math.round((before ?? 0) / MIB),
          peakMiB: Math.round(peak / MIB),
        });
        expect(blobs).toHaveLength(count);
        expect(notes).toHaveLength(count);
        expect(bytes).toBeGreaterThan(count * FILE_BYTES);
        expect(peak - (before ?? 0)).toBeLessThanOrEqual(MOST_GROWTH_BYTES);
      } finally {
        await lanyard.close();
        rmSync(join(folder, String(round)), { recursive: true, force: true });
        rmSync(join(folder, `profile-${round}`), { recursive: true, force: true });
      }
    }
  } finally {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
