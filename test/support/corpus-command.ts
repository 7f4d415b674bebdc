/** Lets browser tests read the real material under `LANYARD_CORPUS`; it is never part of the project. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The text of a file under `LANYARD_CORPUS`, or `null` where that is not set. */
export const readCorpus = async (_context: unknown, path: string): Promise<string | null> => {
  const corpus = process.env.LANYARD_CORPUS;
  return corpus === undefined || corpus === '' ? null : readFile(join(corpus, path), 'utf8');
};

declare module 'vitest/browser' {
  interface BrowserCommands {
    readCorpus: (path: string) => Promise<string | null>;
  }
}
