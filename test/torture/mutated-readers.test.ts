/** Programmes, posts and backups that were damaged or made to harm, thousands for each reader: read whole, or refused with a word. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import '../support/temporal.ts';
import { openZip } from '../../src/export/read-zip.ts';
import { zipBundle } from '../../src/export/zip-bundle.ts';
import { InvalidInput, LanyardError } from '../../src/model/errors.ts';
import { postTextOf } from '../../src/recap/parse/post-bytes.ts';
import { programmeTextOf } from '../../src/schedule/programme-bytes.ts';
import { readProgramme } from '../../src/schedule/read-programme.ts';
import { backupFiles, readBackup } from '../../src/store/backup/backup-format.ts';
import { mergeHoldings } from '../../src/store/backup/merge-holdings.ts';
import { hexOfHash } from '../../src/store/backup/sha-256.ts';
import { DATABASE_VERSION } from '../../src/store/migrations.ts';
import { fixtureText } from '../schedule/fixture.ts';
import { exportPost, importPost } from '../support/imported.ts';
import { mutated } from '../support/mutate.ts';
import { randomOf } from '../support/random.ts';
import { type RandomStore, randomStore } from '../support/random-holdings.ts';
import { startSuite, tell, trials } from './trials.ts';

const LONGEST_MS = 2000;
const suite = startSuite('mutated readers');
const corpus = process.env.LANYARD_CORPUS ?? '';

/** Real material beside our own, when it is there; the large ones would only make the trials slow. */
const real = (folder: string, name: RegExp): string[] => {
  if (corpus === '') {
    console.log(`torture: no LANYARD_CORPUS: no real ${folder}`);
    return [];
  }
  return readdirSync(join(corpus, folder))
    .filter((file) => name.test(file))
    .map((file) => readFileSync(join(corpus, folder, file), 'utf8'))
    .filter((text) => text.length < 12_000);
};

type Outcome = 'read' | 'refused';

/** The time of this process alone: others may hold the machine. */
const busyMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Runs the trials of a reader; each ends in one of two ways, in time. A fault tells its text. */
const run = async (
  name: string,
  count: number,
  sources: readonly string[],
  read: (text: string) => Outcome | Promise<Outcome>,
  most = 5,
): Promise<void> => {
  const figures = { trials: count, sources: sources.length, read: 0, refused: 0, longestMs: 0 };
  const random = randomOf(suite.int(1e9));
  for (let left = count; left > 0; left -= 1) {
    const text = mutated(random.pick(sources), random, most);
    const beganMs = busyMs();
    try {
      figures[await read(text)] += 1;
    } catch (cause) {
      throw new Error(`${name}: ${JSON.stringify(text)}`, { cause });
    }
    const tookMs = Math.round(busyMs() - beganMs);
    figures.longestMs = Math.max(figures.longestMs, tookMs);
    if (tookMs > LONGEST_MS) throw new Error(`${name}: ${tookMs} ms: ${JSON.stringify(text)}`);
  }
  tell(name, figures);
  // Mutations that no text survives would try nothing behind the parser.
  if (count >= 50) expect(figures.read).toBeGreaterThan(0);
};

/** Addresses that a surface would make a link of. */
const addressesOf = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) =>
        key === 'url' && typeof inner === 'string' && inner !== '' ? [inner] : addressesOf(inner),
      );

const FORMATS: Readonly<Record<string, readonly string[]>> = {
  'frab and pentabarf XML': ['pretalx.xml', 'pentabarf-bare.xml', 'wafer-utc.xml'],
  'schedule JSON': ['c3voc.json'],
  Sessionize: ['sessionize-all.json', 'sessionize-grid.json'],
  'other JSON': ['open-event-sessions.json', 'json-ld.json'],
  iCalendar: ['hidden-speakers.ics'],
  CSV: ['table.csv'],
};
const REAL: Readonly<Record<string, RegExp>> = {
  'other JSON': /\.json$/,
  iCalendar: /\.ics$/,
};

describe('programmes', () => {
  it.each(Object.entries(FORMATS))('%s', async (name, files) => {
    const pattern = REAL[name];
    const sources = [...files.map(fixtureText), ...(pattern === undefined ? [] : real('schedules', pattern))];
    await run(name, trials(60, 10_000), sources, (text) => {
      try {
        const decoded = programmeTextOf(new TextEncoder().encode(text));
        const { sessions, url } = readProgramme(decoded, { machineTimeZone: 'Asia/Seoul' });
        for (const { title, startsAt } of sessions) {
          expect(typeof title).toBe('string');
          if (startsAt !== null) expect(new Date(startsAt).toISOString()).toBe(startsAt);
        }
        for (const address of addressesOf({ sessions, url })) expect(address).toMatch(/^(https?|mailto):/);
        return 'read';
      } catch (error) {
        if (error instanceof InvalidInput) return 'refused';
        throw error;
      }
    });
  });
});

describe('posts', () => {
  const CASES = new URL('../cases/', import.meta.url);
  const own = readdirSync(CASES).map((name) =>
    readFileSync(new URL(`${name}/expected/index.md`, CASES), 'utf8'),
  );
  const toml =
    "+++\ntitle = 'A day'\ndate = 2026-09-05T10:00:00+09:00\ntags = ['a', 'b']\n[extra]\nx = 1\n+++\n";

  it('front matter and body, given back byte for byte', async () => {
    const sources = [...own, toml + (own[0] ?? ''), ...real('recaps', /\.mdx?$/)];
    await run('posts', trials(40, 10_000), sources, (text) => {
      let source: string;
      try {
        source = postTextOf(new TextEncoder().encode(text), 'index.md');
      } catch (error) {
        if (error instanceof LanyardError) return 'refused';
        throw error;
      }
      const records = importPost(source);
      for (const address of addressesOf(records.sessions)) expect(address).toMatch(/^(https?|mailto):/);
      expect(exportPost(records).text).toBe(source);
      return 'read';
    });
  });
});

describe('backups', () => {
  /** A backup whose checksums are right whatever its records say: what lies behind them is tried. */
  const zipWith = async ({ holdings, images }: RandomStore, store: string, text: string): Promise<Blob> => {
    const facts: object[] = [];
    const files = await Promise.all(
      backupFiles(holdings, DATABASE_VERSION, images)
        .slice(0, -1)
        .map(async ({ path, read }) => {
          const blob = path === `records/${store}.json` ? new Blob([text]) : await read();
          facts.push({ path, size: blob.size, sha256: await hexOfHash(blob) });
          return { path, read: async () => blob };
        }),
    );
    const told = {
      format: 'lanyard-backup',
      version: 1,
      dataVersion: DATABASE_VERSION,
      changedAt: '2026-09-05T00:00:00.000Z',
      files: facts,
    };
    const checksum = await hexOfHash(new Blob([JSON.stringify(told)]));
    const manifest = JSON.stringify({ ...told, checksum });
    return zipBundle(
      [...files, { path: 'manifest.json', read: async () => new Blob([manifest]) }],
      new Date(2026, 1, 1),
    );
  };

  it.each(['events', 'sessions', 'notes', 'images', 'settings', 'drafts', 'journal'] as const)(
    'the records of %s',
    async (store) => {
      const full = await randomStore(randomOf(11), 6);
      const file = backupFiles(full.holdings, DATABASE_VERSION, full.images).find(
        ({ path }) => path === `records/${store}.json`,
      );
      const source = (await (await file?.read())?.text()) ?? '';
      const here = (await randomStore(randomOf(12), 6)).holdings;
      await run(
        `backup, ${store}`,
        trials(50, 1_430),
        [source],
        async (text) => {
          try {
            const zip = await zipWith(full, store, text);
            const { holdings } = await readBackup(await openZip(zip), DATABASE_VERSION);
            // What was let in can be added to what is here.
            mergeHoldings(here, holdings, (other) => other);
            return 'read';
          } catch (error) {
            if (error instanceof LanyardError) return 'refused';
            throw error;
          }
        },
        1,
      );
    },
  );
});
