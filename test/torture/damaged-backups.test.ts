/** Backups that were damaged or made to harm: each is refused with the part at fault, or is read as it was written. */
import { describe, expect, it } from 'vitest';
import '../support/temporal.ts';
import { openZip } from '../../src/export/read-zip.ts';
import { zipBundle } from '../../src/export/zip-bundle.ts';
import { LanyardError } from '../../src/model/errors.ts';
import { type Backup, backupFiles, changedAt, readBackup } from '../../src/store/backup/backup-format.ts';
import type { Holdings } from '../../src/store/backup/holdings.ts';
import { DATABASE_VERSION } from '../../src/store/migrations.ts';
import { randomOf } from '../support/random.ts';
import { type RandomStore, randomStore } from '../support/random-holdings.ts';
import { startSuite, tell, trials } from './trials.ts';

const random = startSuite('damaged backups');

const zipOf = ({ holdings, images }: RandomStore, version = DATABASE_VERSION): Promise<Blob> =>
  zipBundle(backupFiles(holdings, version, images), new Date(changedAt(holdings)));

const read = async (zip: Blob): Promise<Backup> => readBackup(await openZip(zip), DATABASE_VERSION);

/** Read as a whole, or the refusal. Anything else is a fault. */
const outcome = async (zip: Blob): Promise<Holdings | LanyardError> => {
  try {
    return (await read(zip)).holdings;
  } catch (error) {
    if (error instanceof LanyardError) return error;
    throw error;
  }
};

/** One with something of everything in it. */
const fullStore = async (seed: number): Promise<RandomStore> => {
  const store = await randomStore(randomOf(seed), 30);
  const { events, sessions, notes, images } = store.holdings;
  return [events, sessions, notes, images].some(({ length }) => length === 0) ? fullStore(seed + 1) : store;
};
const full = await fullStore(7);
const zip = await zipOf(full);
const bytes = new Uint8Array(await zip.arrayBuffer());
// As JSON has it: what a backup gives back when it is whole.
const whole: unknown = JSON.parse(JSON.stringify(full.holdings));

/** A zip of these files, as somebody could make it by hand. */
const zipOfTexts = (texts: Readonly<Record<string, string>>): Promise<Blob> =>
  zipBundle(
    Object.entries(texts).map(([path, text]) => ({ path, read: async () => new Blob([text]) })),
    new Date(2026, 1, 1),
  );

describe('damaged backups', () => {
  it('a whole one is read', async () => expect(await outcome(zip)).toEqual(whole));

  it('single bytes flipped: all or nothing, and the entry is named', async () => {
    const count = trials(150, 1000);
    const figures = { trials: count, refused: 0, read: 0 };
    for (let left = count; left > 0; left -= 1) {
      const flipped = bytes.slice();
      const at = random.int(flipped.length);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << random.int(8));
      const found = await outcome(new Blob([flipped]));
      if (found instanceof LanyardError) {
        figures.refused += 1;
        expect(['unusable-file', 'invalid-input']).toContain(found.code);
        if (!/not-a/.test(String(found.details.reason)))
          expect(found.details.entry ?? found.details.field).not.toBe('');
      } else {
        figures.read += 1;
        expect(found).toEqual(whole);
      }
    }
    tell('flips', figures);
  });

  it('cut off anywhere: refused', async () => {
    const count = trials(40, 200);
    for (let left = count; left > 0; left -= 1) {
      const found = await outcome(new Blob([bytes.slice(0, random.int(bytes.length))]));
      expect(found).toBeInstanceOf(LanyardError);
    }
    tell('truncations', { trials: count, refused: count });
  });

  it.each(['../evil.json', '/etc/passwd', 'a/../../b', 'C:\\x', 'a\\b', 'records/./x', 'a\u0000b'])(
    'a file called %j is refused by its name',
    async (path) => {
      // Written by hand: a zipper of ours would not take the name.
      const placeholder = 'p'.repeat(path.length);
      const made = new Uint8Array(await (await zipOfTexts({ [placeholder]: '1' })).arrayBuffer());
      const name = new TextEncoder().encode(path);
      for (let at = 0; at < made.length - name.length; at += 1)
        if (made.subarray(at, at + name.length).every((byte) => byte === 112)) made.set(name, at);
      expect(await outcome(new Blob([made]))).toMatchObject({ details: { reason: 'unsafe-name' } });
    },
  );

  it('what is no backup is told from what is no zip', async () => {
    expect(await outcome(new Blob(['hello']))).toMatchObject({ details: { reason: 'not-a-zip' } });
    expect(await outcome(new Blob([]))).toMatchObject({ details: { reason: 'not-a-zip' } });
    expect(await outcome(await zipOfTexts({ 'index.md': '# hi' }))).toMatchObject({
      details: { reason: 'not-a-backup' },
    });
  });

  it('one of a newer version is refused with that word', async () => {
    const newer = await zipOf(full, DATABASE_VERSION + 1);
    expect(await outcome(newer)).toMatchObject({ details: { reason: 'newer' } });
  });

  it('a bomb is refused before it is unpacked', async () => {
    const stream = new Blob([new Uint8Array(16 * 1024 * 1024)]).stream();
    const packed = await new Response(stream.pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer();
    // A stored entry of the packed bytes, then turned into a deflated one that says it is small or huge.
    const made = new Uint8Array(
      await (
        await zipBundle(
          [{ path: 'manifest.json', read: async () => new Blob([packed]) }],
          new Date(2026, 1, 1),
        )
      ).arrayBuffer(),
    );
    const view = new DataView(made.buffer);
    for (let at = 0; at < made.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) {
        view.setUint16(at + 10, 8, true);
        for (const size of [0xfffffff0, 16 * 1024 * 1024, 10]) {
          view.setUint32(at + 24, size, true);
          const startMs = Date.now();
          expect(await outcome(new Blob([made]))).toBeInstanceOf(LanyardError);
          expect(Date.now() - startMs).toBeLessThan(5000);
        }
      }
  });

  const rewritten = async (change: (holdings: Record<string, unknown[]>) => void): Promise<unknown> => {
    const holdings = JSON.parse(JSON.stringify(full.holdings));
    change(holdings);
    const files = backupFiles(full.holdings, DATABASE_VERSION, full.images);
    // The checksums are right: only the content is made to harm.
    const { hexOfHash } = await import('../../src/store/backup/sha-256.ts');
    const facts: object[] = [];
    const made = await Promise.all(
      files.slice(0, -1).map(async (file) => {
        const store = /^records\/(\w+)\.json$/.exec(file.path)?.[1];
        const blob = store === undefined ? await file.read() : new Blob([JSON.stringify(holdings[store])]);
        facts.push({ path: file.path, size: blob.size, sha256: await hexOfHash(blob) });
        return { path: file.path, read: async () => blob };
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
    const manifest = {
      path: 'manifest.json',
      read: async () => new Blob([JSON.stringify({ ...told, checksum })]),
    };
    return outcome(await zipBundle([...made, manifest], new Date(2026, 1, 1)));
  };

  const fault = (field: RegExp) => ({
    code: 'invalid-input',
    details: { field: expect.stringMatching(field) },
  });
  const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);

  it.each<[string, string, string, unknown, object]>([
    ['an id that is none', 'notes', 'id', '../1', fault(/notes\.json\[0\]\.id/)],
    ['a number for text', 'notes', 'markdown', 7, fault(/markdown/)],
    ['an unknown kind', 'notes', 'kind', 'constructor', fault(/kind/)],
    ['a zone that is none', 'events', 'timeZone', 'Mars/Base', fault(/timeZone/)],
    ['an address that runs', 'events', 'url', 'java\nscript:alert(1)', fault(/url/)],
    ['a time that is none', 'notes', 'createdAt', '2026-99-99T00:00:00.000Z', fault(/createdAt/)],
    ['an order key that is none', 'notes', 'order', '~', fault(/order/)],
    ['a key that reaches a prototype', 'notes', '__proto__', { a: 1 }, fault(/__proto__/)],
    ['a thousand levels', 'events', 'more', deep(1000), fault(/more/)],
    ['an image that is none', 'images', 'hash', 'ff', fault(/hash/)],
  ])('%s is refused by its name', async (_what, store, field, value, expected) => {
    const change = (all: Record<string, unknown[]>): void => {
      const property = { value, enumerable: true, configurable: true, writable: true };
      Object.defineProperty(all[store]?.[0], field, property);
    };
    expect(await rewritten(change)).toMatchObject(expected);
  });

  it('an id twice, and no list, are refused by the file', async () => {
    expect(await rewritten((all) => void all.notes?.push(all.notes[0]))).toMatchObject({
      details: { reason: 'duplicate', entry: expect.stringContaining('records/notes.json') },
    });
    expect(await rewritten((all) => void Object.assign(all, { notes: {} }))).toMatchObject({
      details: { reason: 'damaged', entry: 'records/notes.json' },
    });
  });
});
