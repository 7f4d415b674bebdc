/** Reads a published programme out of files that the person gave, or out of pasted text. */
import type { TimeZone } from '../model/time.ts';
import type { Programme } from '../schedule/programme.ts';
import type { ProgrammePart, ReadProgrammeOptions } from '../schedule/read-programme.ts';
import { refused } from '../schedule/refusal.ts';
import type { Ports } from './ports.ts';

/** Bytes; the largest programme seen has 2.3 million. Nothing larger is taken into memory. */
const MAX_FILE_BYTES = 40_000_000;
const MAX_FILES = 12;

const loadReader = () => import('../schedule/read-programme.ts');

/**
 * The texts of the files, in their order.
 *
 * @throws InvalidInput when they are too many or too large
 */
export const readProgrammeFiles = async (files: readonly File[]): Promise<readonly ProgrammePart[]> => {
  if (files.length > MAX_FILES) throw refused('too-many', 'file', `more than ${MAX_FILES} files`);
  const { programmeTextOf } = await import('../schedule/programme-bytes.ts');
  return Promise.all(
    files.map(async (file) => {
      if (file.size > MAX_FILE_BYTES) {
        throw refused('too-long', file.name, `longer than ${MAX_FILE_BYTES} bytes`);
      }
      return { name: file.name, text: programmeTextOf(new Uint8Array(await file.arrayBuffer())) };
    }),
  );
};

/**
 * Reads one text, or several that hold one programme together. The code for it loads at the first call.
 *
 * @param timeZone the zone that the person named; `null` while nobody did
 * @throws InvalidInput `field` names the place in the file
 */
export const readProgrammeTexts = async (
  { machineTimeZone }: Pick<Ports, 'machineTimeZone'>,
  parts: readonly ProgrammePart[],
  timeZone: TimeZone | null,
): Promise<Programme> => {
  const { readProgramme, readProgrammeParts } = await loadReader();
  const options: ReadProgrammeOptions = {
    machineTimeZone: machineTimeZone(),
    ...(timeZone === null ? {} : { timeZone }),
  };
  const [only, ...others] = parts;
  if (only === undefined) throw refused('empty', 'file', 'empty');
  return others.length === 0 ? readProgramme(only.text, options) : readProgrammeParts(parts, options);
};
