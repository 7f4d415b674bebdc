/** The list of tracking parameters is the one that its package has: `UPDATE_CASES=1` writes it anew after an update. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { trackingModule } from '../support/tracking-list.ts';

const FILE = join(import.meta.dirname, '../../src/capture/tracking-parameters.ts');

it('is the maintained list', () => {
  const current = trackingModule();
  if (process.env.UPDATE_CASES === '1') writeFileSync(FILE, current);
  const squeeze = (text: string): string => text.replace(/\s+/g, '').replaceAll("',]", "']");
  expect(squeeze(readFileSync(FILE, 'utf8'))).toBe(squeeze(current));
});
