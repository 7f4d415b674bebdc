/** People in JSON that is no format of its own: written out in their session, listed apart, or named there by id. */
import { safeAddress } from '../model/address.ts';
import type { Speaker } from '../model/session.ts';
import { isRecord, type JsonRecord, textIn, textOfValue, withPlainNames } from './json-record.ts';
import type { RawProgramme, RawSession, RemarkCollector } from './raw-programme.ts';
import { speakerNamed, speakersInItem } from './speaker-names.ts';

const personOf = (record: JsonRecord): Speaker => {
  const person = withPlainNames(record);
  const name =
    textIn(person, 'name', 'fullname', 'publicname', 'displayname') ||
    `${textIn(person, 'firstname', 'first')} ${textIn(person, 'lastname', 'last')}`;
  return speakerNamed(name, {
    affiliation: textIn(
      person,
      'organisation',
      'organization',
      'affiliation',
      'affil',
      'company',
      'employer',
    ),
    role: textIn(person, 'position', 'jobtitle', 'role', 'tagline', 'title'),
    url: safeAddress(textIn(person, 'website', 'url', 'link', 'homepage')) ?? '',
  });
};

/** The people of a session: objects, names, or ids that `withPeopleResolved` will know. */
export const peopleIn = (value: unknown): readonly Speaker[] =>
  (Array.isArray(value) ? value : [])
    .flatMap((item) => (isRecord(item) ? [personOf(item)] : speakersInItem(textOfValue(item))))
    .filter(({ name }) => name !== '');

const isPerson = (record: JsonRecord): boolean =>
  ['shortbiography', 'biography', 'bio', 'organisation'].some((name) => name in record);

/** The objects of a value that may be one, a list, or a map by id; each with the id it is known by. */
export const recordsById = (value: unknown): readonly (readonly [string, JsonRecord])[] => {
  const entries = isRecord(value) ? Object.entries(value) : [];
  const listed = Array.isArray(value) ? value.map((item): [string, unknown] => ['', item]) : entries;
  return listed.flatMap(([key, item]) =>
    isRecord(item) ? [[textIn(item, 'id') || key, item] as const] : [],
  );
};

/** People listed on their own: under `speakers`, or a file of speakers alone. */
export const peopleListed = (file: unknown): Pick<RawProgramme, 'people' | 'peopleById'> => {
  const listed = recordsById(isRecord(file) && 'speakers' in file ? file.speakers : file)
    .filter(([, record]) => (isRecord(file) && 'speakers' in file) || isPerson(withPlainNames(record)))
    .map(([id, record]) => [id, personOf(record)] as const);
  return {
    people: listed.map(([, person]) => person),
    peopleById: new Map(listed.filter(([id]) => id !== '')),
  };
};

/**
 * Names in place of ids, in this file or in another part. A number that nobody has for an id is no name.
 *
 * @returns the programme with the people of each session by name
 */
export const withPeopleResolved = (raw: RawProgramme, remarks: RemarkCollector): RawProgramme => {
  const resolve = ({ place }: RawSession, speaker: Speaker): readonly Speaker[] => {
    const known = raw.peopleById.get(speaker.name);
    if (known !== undefined) return [known];
    if (!/^\d+$/.test(speaker.name)) return [speaker];
    remarks.fault('unknown-reference', place, { id: speaker.name });
    return [];
  };
  return {
    ...raw,
    sessions: raw.sessions.map((session) => ({
      ...session,
      speakers: session.speakers.flatMap((speaker) => resolve(session, speaker)),
    })),
  };
};
