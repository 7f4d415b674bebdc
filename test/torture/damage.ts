/** What can happen to the files of IndexedDB while the browser is closed. */
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../support/random.ts';

const folder = (userDataDir: string, extensionId: string): string =>
  join(userDataDir, 'Default', 'IndexedDB', `chrome-extension_${extensionId}_0.indexeddb.leveldb`);

const filesLike = (at: string, name: RegExp): string[] =>
  readdirSync(at)
    .filter((file) => name.test(file) && statSync(join(at, file)).size > 0)
    .map((file) => join(at, file));

/** In the last two thirds, where the records are. */
const flip = (file: string, random: Random): void => {
  const bytes = readFileSync(file);
  const from = Math.floor(bytes.length / 3);
  const at = from + random.int(bytes.length - from);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(8));
  writeFileSync(file, bytes);
};

const flipIn =
  (name: RegExp) =>
  (at: string, random: Random): boolean => {
    const files = filesLike(at, name);
    if (files.length === 0) return false;
    flip(random.pick(files), random);
    return true;
  };

/** A line that is kept before the damage, in a step of its own. */
export const LAST_STEP = 'the last step before the damage';

/** Each does its damage to the folder; false when there was nothing of that kind to damage. */
export const DAMAGES: Readonly<Record<string, (at: string, random: Random) => boolean>> = {
  'a byte of the log': flipIn(/\.log$/),
  'a byte of a table': flipIn(/\.ldb$/),
  'a byte of the MANIFEST': flipIn(/^MANIFEST/),
  'the log truncated': (at, random) => {
    const files = filesLike(at, /\.log$/);
    if (files.length === 0) return false;
    const file = random.pick(files);
    truncateSync(file, Math.floor(statSync(file).size * (0.2 + 0.6 * (random.int(100) / 100))));
    return true;
  },
  'the last step of the log cut off': (at) => {
    const file = filesLike(at, /\.log$/).find((log) => readFileSync(log).includes(LAST_STEP));
    if (file === undefined) return false;
    // All of a step is one record of the log: without its end there is nothing of it.
    truncateSync(file, readFileSync(file).lastIndexOf(LAST_STEP));
    return true;
  },
  'MANIFEST missing': (at) => {
    for (const file of filesLike(at, /^MANIFEST/)) rmSync(file);
    return true;
  },
  'CURRENT missing': (at) => {
    rmSync(join(at, 'CURRENT'), { force: true });
    return true;
  },
  'the folder emptied': (at) => {
    rmSync(at, { recursive: true, force: true });
    return true;
  },
};

/** @returns false when there was nothing of that kind to damage */
export const damage = (kind: string, userDataDir: string, extensionId: string, random: Random): boolean => {
  const at = folder(userDataDir, extensionId);
  if (!existsSync(at)) throw new Error(`no IndexedDB in ${at}`);
  const act = DAMAGES[kind];
  if (act === undefined) throw new Error(`no damage called ${kind}`);
  return act(at, random);
};
