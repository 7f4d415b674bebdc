import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assembleRecap } from '../../src/recap/assemble/assemble-recap.ts';
import { expectedPath, listCases, readCase } from '../support/cases.ts';

/** `UPDATE_CASES=1 npx vitest run --project unit test/recap/cases` writes the expectations anew. */
const UPDATE = process.env.UPDATE_CASES === '1';

describe('golden cases', async () => {
  it.each(await listCases())('%s', async (name) => {
    const { text } = assembleRecap(await readCase(name));
    const path = expectedPath(name);
    if (UPDATE) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
    expect(text).toBe(await readFile(path, 'utf8'));
  });

  it('give the same bytes whatever the order of the records', async () => {
    for (const name of await listCases()) {
      const input = await readCase(name);
      const turned = {
        ...input,
        sessions: input.sessions.toReversed(),
        notes: input.notes.toReversed(),
        images: input.images.toReversed(),
      };
      expect(assembleRecap(turned)).toEqual(assembleRecap(input));
    }
  });
});
