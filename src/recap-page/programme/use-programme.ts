/** The programme that is being looked at: read from files or text, and read again when its zone is known. */
import { useCallback, useRef, useState } from 'preact/hooks';
import { fetchProgramme } from '../../app/read-programme-address.ts';
import { readProgrammeFiles, readProgrammeTexts } from '../../app/read-programme-file.ts';
import { AddressNotReadable } from '../../model/errors.ts';
import type { TimeZone } from '../../model/time.ts';
import { askForBytes } from '../../platform/fetch-port.ts';
import { askForOrigin, giveOriginBack } from '../../platform/origins.ts';
import type { Programme } from '../../schedule/programme.ts';
import type { ProgrammePart } from '../../schedule/read-programme.ts';
import { usePorts } from '../../ui/ports-context.ts';
import { t } from '../../ui/strings.ts';

export interface Reading {
  /** Of the file, as the person knows it. */
  readonly name: string;
  readonly programme: Programme;
  /** The address it came from; `null` for files and text. */
  readonly address: string | null;
  /** Another for each reading. */
  readonly number: number;
}

type ProgrammeState =
  | { readonly step: 'asking'; readonly failure: { readonly name: string; readonly error: unknown } | null }
  | { readonly step: 'reading'; readonly name: string; readonly bytes: number }
  | { readonly step: 'read'; readonly reading: Reading };

export interface ProgrammeReader {
  readonly state: ProgrammeState;
  readonly readFiles: (files: readonly File[]) => void;
  /** @param address where the text was fetched from; pasted text when left out */
  readonly readText: (text: string, address?: string) => void;
  /** @param address as the person typed it */
  readonly readAddress: (address: string) => void;
  /** Asks for the right to read from the address's origin, reads, and gives the right back. */
  readonly readWithRight: (address: string) => void;
  /** Ends what is being read. */
  readonly cancel: () => void;
  /** Reads the same text again with the zone that the person named. */
  readonly inZone: (timeZone: TimeZone) => void;
  readonly startOver: () => void;
}

interface Source {
  readonly parts: readonly ProgrammePart[];
  readonly address: string | null;
}

type Tell = (bytes: number) => void;

/** Long enough for a frame, so that the page says what it does before the reading holds it up. */
const FRAME_MS = 30;
const frame = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, FRAME_MS));

export const useProgramme = (): ProgrammeReader => {
  const ports = usePorts();
  const [state, setState] = useState<ProgrammeState>({ step: 'asking', failure: null });
  const kept = useRef<Source>({ parts: [], address: null });
  const name = useRef('');
  const asked = useRef(0);
  const fetching = useRef<AbortController | null>(null);

  const read = useCallback(
    async (title: string, sourceOf: (tell: Tell) => Promise<Source>, timeZone: TimeZone | null) => {
      asked.current += 1;
      const number = asked.current;
      const show = (next: ProgrammeState): void => {
        if (asked.current === number) setState(next);
      };
      // A reading in another zone is quick, and what is shown stays in sight meanwhile.
      if (timeZone === null) show({ step: 'reading', name: title, bytes: 0 });
      try {
        await frame();
        const source = await sourceOf((bytes) => show({ step: 'reading', name: title, bytes }));
        const programme = await readProgrammeTexts(ports, source.parts, timeZone);
        kept.current = source;
        name.current = title;
        show({ step: 'read', reading: { name: title, programme, address: source.address, number } });
      } catch (error) {
        show({ step: 'asking', failure: { name: title, error } });
      }
    },
    [ports],
  );

  const readAddress = useCallback(
    (address: string, right: Promise<boolean> | null): void => {
      const ended = new AbortController();
      fetching.current?.abort();
      fetching.current = ended;
      const source = async (tell: Tell): Promise<Source> => {
        if (right !== null && !(await right)) throw new AddressNotReadable(address, 'refused');
        try {
          const { url, text } = await fetchProgramme(address, async (each) => {
            const { url: reached, encoding, bytes } = await askForBytes(each, ended.signal, tell);
            const { programmeTextOf } = await import('../../schedule/programme-bytes.ts');
            return { url: reached, text: programmeTextOf(bytes, encoding) };
          });
          return { parts: [{ name: url, text }], address: url };
        } finally {
          if (right !== null) await giveOriginBack(address);
        }
      };
      void read(address, source, null);
    },
    [read],
  );

  const startOver = (): void => {
    asked.current += 1;
    fetching.current?.abort();
    setState({ step: 'asking', failure: null });
  };

  return {
    state,
    readFiles: (files) => {
      const [first] = files;
      if (first === undefined) return;
      void read(first.name, async () => ({ parts: await readProgrammeFiles(files), address: null }), null);
    },
    readText: (text, address) => {
      const title = address ?? t('programmePasted');
      void read(title, async () => ({ parts: [{ name: title, text }], address: address ?? null }), null);
    },
    readAddress: (address) => readAddress(address, null),
    // Asked for in the click itself: later the browser does not believe that the person wants it.
    readWithRight: (address) => readAddress(address, askForOrigin(address)),
    inZone: (timeZone) => void read(name.current, async () => kept.current, timeZone),
    cancel: startOver,
    startOver,
  };
};
