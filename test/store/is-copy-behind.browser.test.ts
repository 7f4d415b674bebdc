/** When the copy is behind what is stored, and must be written at an opening. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCopies } from '../../src/store/copy/copy-files.ts';
import { createCopyKeeper } from '../../src/store/copy/copy-keeper.ts';
import { isCopyBehind } from '../../src/store/copy/is-copy-behind.ts';
import { COPY } from '../../src/store/copy/keep-copy.ts';
import type { Store } from '../../src/store/store.ts';
import { makeEvent } from '../support/records.ts';
import { asNew, newDatabaseName, openTestStore } from './open-test-store.ts';

describe('the copy', () => {
  let name: string;
  let store: Store;
  beforeEach(async () => {
    name = newDatabaseName();
    store = await openTestStore(name, null);
  });
  afterEach(async () => {
    store.close();
    indexedDB.deleteDatabase(name);
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(`copy-of-${name}`, { recursive: true });
  });
  const write = (title: string): Promise<void> =>
    store.write({ label: 'event-created', puts: [asNew('events', makeEvent({ name: title, revision: 0 }))] });
  /** Another moment than that of any file, a minute later for the keeper. */
  const keeperLater = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return createCopyKeeper(() => Date.now() + 60_000, name);
  };
  const copied = async (): Promise<string> => (await (await openCopies(name).texts.read(COPY))?.text()) ?? '';

  it('is behind before there is one, and not when it has the last change', async () => {
    await write('Harbour Go Conf');
    expect(await isCopyBehind(name)).toBe(true);
    await (await keeperLater()).changed();
    expect(await copied()).toContain('Harbour Go Conf');
    expect(await isCopyBehind(name)).toBe(false);
  });

  it('is behind a write that nobody was told of', async () => {
    await write('Harbour Go Conf');
    await (await keeperLater()).changed();
    await write('Second Conf');
    expect(await isCopyBehind(name)).toBe(true);
  });

  it('is behind where the sentinel alone was written, because the copy was young', async () => {
    await (await keeperLater()).changed();
    await write('Harbour Go Conf');
    await new Promise((resolve) => setTimeout(resolve, 5));
    await createCopyKeeper(() => Date.now(), name).changed();
    expect(await copied()).not.toContain('Harbour Go Conf');
    expect(await isCopyBehind(name)).toBe(true);
    await (await keeperLater()).changed();
    expect(await isCopyBehind(name)).toBe(false);
  });
});
