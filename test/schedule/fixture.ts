/** Reading the schedule fixtures, and what tests say about a programme in one line. */
import { readFileSync } from 'node:fs';
import type { Programme, ProgrammeSession } from '../../src/schedule/programme.ts';
import { type ReadProgrammeOptions, readProgramme } from '../../src/schedule/read-programme.ts';

export const fixtureText = (name: string): string =>
  readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');

export const readText = (text: string, options: Partial<ReadProgrammeOptions> = {}): Programme =>
  readProgramme(text, { machineTimeZone: 'Asia/Seoul', ...options });

export const readFixture = (name: string, options: Partial<ReadProgrammeOptions> = {}): Programme =>
  readText(fixtureText(name), options);

/** `2026-10-24T08:30Z–09:15Z Title` */
export const lineOf = ({ startsAt, endsAt, title }: ProgrammeSession): string =>
  `${startsAt?.slice(0, 16) ?? '?'}–${endsAt?.slice(11, 16) ?? '?'} ${title}`;

export const sessionCalled = (programme: Programme, title: string): ProgrammeSession => {
  const session = programme.sessions.find((each) => each.title === title);
  if (session === undefined)
    throw new Error(`no session "${title}" in ${programme.sessions.map(lineOf).join(', ')}`);
  return session;
};

export const codesOf = (
  remarks: readonly { readonly code: string; readonly count: number }[],
): Record<string, number> => Object.fromEntries(remarks.map(({ code, count }) => [code, count]));
