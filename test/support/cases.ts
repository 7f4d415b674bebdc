/** Golden cases: folders under test/cases with the records of an event and the post they must give. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConferenceEvent } from '../../src/model/event.ts';
import type { Image } from '../../src/model/image.ts';
import type { Source } from '../../src/model/note.ts';
import type { Session } from '../../src/model/session.ts';
import type { RecapInput } from '../../src/recap/recap.ts';
import { makeEvent, makeImage, makeNote, makeSession, makeSource, type NoteFields } from './records.ts';

const CASES = join(import.meta.dirname, '../cases');

type CaseNote = Omit<NoteFields, 'source'> & { readonly source?: Partial<Source> };

/** Images are referred to by their number in the list: `image:1`. */
interface CaseFile {
  readonly event: Partial<ConferenceEvent>;
  readonly images?: readonly Partial<Image>[];
  readonly notes?: readonly CaseNote[];
  readonly sessions?: readonly (Partial<Session> & { readonly notes: readonly CaseNote[] })[];
}

export const listCases = async (): Promise<string[]> =>
  (await readdir(CASES, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** The post a case must give. */
export const expectedPath = (name: string): string => join(CASES, name, 'expected', 'index.md');

export const readCase = async (name: string): Promise<RecapInput> => {
  const file: CaseFile = JSON.parse(await readFile(join(CASES, name, 'input.json'), 'utf8'));
  const event = makeEvent(file.event);
  const images = (file.images ?? []).map((image) => makeImage(event, image));
  const noteOf =
    (session: Session | null) =>
    ({ source, ...fields }: CaseNote) => {
      const markdown = (fields.markdown ?? '').replace(
        /\(image:(\d+)\)/g,
        (_, number) => `(image:${images[Number(number) - 1]?.id})`,
      );
      return makeNote(event, session, {
        ...fields,
        markdown,
        source: source === undefined ? null : makeSource(source),
      });
    };
  const sessions = (file.sessions ?? []).map(({ notes, ...fields }) => ({
    session: makeSession(event, fields),
    notes,
  }));
  return {
    event,
    images,
    sessions: sessions.map(({ session }) => session),
    notes: [
      ...(file.notes ?? []).map(noteOf(null)),
      ...sessions.flatMap(({ session, notes }) => notes.map(noteOf(session))),
    ],
  };
};
