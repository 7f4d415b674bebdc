/**
 * `npm run corpus -- schedules <folder>`: reads every file of the folder as a programme and prints a line of JSON for
 * each: what it is, its figures, and what had to be assumed or could not be read. The machine's zone is taken as UTC,
 * so that the lines are the same everywhere.
 */
import 'temporal-polyfill/global';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LanyardError } from '../../src/model/errors.ts';
import { programmeTextOf } from '../../src/schedule/programme-bytes.ts';
import { readProgramme } from '../../src/schedule/read-programme.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('npm run corpus -- schedules <folder>');
  process.exit(2);
}

const filesIn = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)))
    : [path];

const lineOf = (file: string): Record<string, unknown> => {
  const startMs = performance.now();
  const programme = readProgramme(programmeTextOf(readFileSync(file)), { machineTimeZone: 'UTC' });
  const starts = programme.sessions.flatMap(({ startsAt }) => startsAt ?? []);
  const ends = programme.sessions.flatMap(({ endsAt }) => endsAt ?? []).sort();
  return {
    format: programme.format,
    event: programme.title,
    zone: programme.timeZone,
    zoneSource: programme.timeZoneSource,
    zoneProposals: programme.timeZoneProposals,
    startsOn: programme.startsOn,
    endsOn: programme.endsOn,
    days: programme.days.length,
    rooms: programme.rooms.length,
    tracks: programme.tracks.length,
    sessions: programme.sessions.length,
    breaks: programme.sessions.filter(({ isBreak }) => isBreak).length,
    cancelled: programme.sessions.filter(({ isCancelled }) => isCancelled).length,
    speakers: programme.speakers.length,
    firstStart: starts[0] ?? null,
    lastStart: starts.at(-1) ?? null,
    lastEnd: ends.at(-1) ?? null,
    assumed: programme.assumptions,
    problems: programme.problems,
    ms: Math.round(performance.now() - startMs),
  };
};

const refusalOf = (error: unknown): Record<string, unknown> =>
  error instanceof LanyardError
    ? { refused: error.details }
    : { crashed: error instanceof Error ? (error.stack ?? error.message) : String(error) };

let crashes = 0;
for (const file of filesIn(folder)) {
  let line: Record<string, unknown>;
  try {
    line = lineOf(file);
  } catch (error) {
    line = refusalOf(error);
    if ('crashed' in line) crashes += 1;
  }
  console.log(JSON.stringify({ file: relative(folder, file) || file, ...line }));
}
process.exitCode = crashes === 0 ? 0 : 1;
