/** The programme that is being looked at: read from files or text, and read again when its zone is known. */
import { useCallback, useRef, useState } from 'preact/hooks';
import { readProgrammeFiles, readProgrammeTexts } from '../../app/read-programme-file.ts';
import type { TimeZone } from '../../model/time.ts';
import type { Programme } from '../../schedule/programme.ts';
import type { ProgrammePart } from '../../schedule/read-programme.ts';
import { usePorts } from '../../ui/ports-context.ts';
import { t } from '../../ui/strings.ts';

export interface Reading {
  /** Of the file, as the person knows it. */
  readonly name: string;
  readonly programme: Programme;
  /** Another for each reading. */
  readonly number: number;
}

type ProgrammeState =
  | { readonly step: 'asking'; readonly failure: { readonly name: string; readonly error: unknown } | null }
  | { readonly step: 'reading'; readonly name: string }
  | { readonly step: 'read'; readonly reading: Reading };

export interface ProgrammeReader {
  readonly state: ProgrammeState;
  readonly readFiles: (files: readonly File[]) => void;
  /** @param name as the person is told what is read; pasted text when left out */
  readonly readText: (text: string, name?: string) => void;
  /** Reads the same text again with the zone that the person named. */
  readonly inZone: (timeZone: TimeZone) => void;
  readonly startOver: () => void;
}

/** Long enough for a frame, so that the page says what it does before the reading holds it up. */
const FRAME_MS = 30;
const frame = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, FRAME_MS));

export const useProgramme = (): ProgrammeReader => {
  const ports = usePorts();
  const [state, setState] = useState<ProgrammeState>({ step: 'asking', failure: null });
  const kept = useRef<{ name: string; parts: readonly ProgrammePart[] }>({ name: '', parts: [] });
  const asked = useRef(0);

  const read = useCallback(
    async (
      name: string,
      partsOf: () => Promise<readonly ProgrammePart[]>,
      timeZone: TimeZone | null,
    ): Promise<void> => {
      asked.current += 1;
      const number = asked.current;
      const show = (next: ProgrammeState): void => {
        if (asked.current === number) setState(next);
      };
      // A reading in another zone is quick, and what is shown stays in sight meanwhile.
      if (timeZone === null) show({ step: 'reading', name });
      try {
        await frame();
        const parts = await partsOf();
        const programme = await readProgrammeTexts(ports, parts, timeZone);
        kept.current = { name, parts };
        show({ step: 'read', reading: { name, programme, number } });
      } catch (error) {
        show({ step: 'asking', failure: { name, error } });
      }
    },
    [ports],
  );

  return {
    state,
    readFiles: (files) => {
      const [first] = files;
      if (first !== undefined) void read(first.name, () => readProgrammeFiles(files), null);
    },
    readText: (text, name = t('programmePasted')) => {
      void read(name, async () => [{ name, text }], null);
    },
    inZone: (timeZone) => {
      const { name, parts } = kept.current;
      void read(name, async () => parts, timeZone);
    },
    startOver: () => {
      asked.current += 1;
      setState({ step: 'asking', failure: null });
    },
  };
};
