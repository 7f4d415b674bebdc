/** Which zone a programme is read in: given, stated, or the likeliest of what place and offsets allow. */
import { instantOf, parseTimeZone, type TimeZone } from '../model/time.ts';
import type { TimeZoneSource } from './programme.ts';
import type { RawProgramme, RemarkCollector } from './raw-programme.ts';
import type { When } from './when.ts';
import { type PlaceHints, zoneOfTzid, zonesSuggestedBy } from './zone-names.ts';

export interface ZoneChoice {
  readonly timeZone: TimeZone;
  readonly source: TimeZoneSource;
  readonly proposals: readonly TimeZone[];
}

type InstantWhen = Extract<When, { kind: 'instant' }>;

/** Addresses that hint at a country: the conference's own first, then its sessions'. */
const MAX_ADDRESSES = 20;

const offsetAt = (zone: TimeZone, ms: number): number =>
  Temporal.Instant.from(instantOf(ms)).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;

/** One instant for each offset that the file writes; UTC says nothing about the place. */
const offsetSamples = (raw: RawProgramme): readonly InstantWhen[] => {
  const samples = new Map<number, InstantWhen>();
  for (const { start } of raw.sessions) {
    if (start?.kind === 'instant' && !start.isUtc && !samples.has(start.offsetMinutes)) {
      samples.set(start.offsetMinutes, start);
    }
  }
  return [...samples.values()];
};

const hintsOf = (raw: RawProgramme): PlaceHints => ({
  title: `${raw.title} ${raw.acronym}`,
  venue: raw.venue,
  country: raw.country,
  addresses: [
    raw.url,
    ...raw.sessions.slice(0, MAX_ADDRESSES).flatMap(({ page, slides }) => [page, slides]),
  ].filter((address) => address !== ''),
});

/**
 * @param given the person's answer; it counts above all
 * @param machineZone the machine's own zone
 * @param weakHint an address that may be of the conference's country
 */
export const chooseZone = (
  raw: RawProgramme,
  given: TimeZone | null,
  machineZone: TimeZone,
  weakHint: string,
  remarks: RemarkCollector,
): ZoneChoice => {
  const samples = offsetSamples(raw);
  const fits = (zone: TimeZone): boolean =>
    samples.every(({ ms, offsetMinutes }) => offsetAt(zone, ms) === offsetMinutes);
  const stated = zoneOfTzid(raw.zoneName);
  if (raw.zoneName !== '' && stated === null)
    remarks.fault('unknown-zone', '', { zone: raw.zoneName.slice(0, 60) });
  const suggested = zonesSuggestedBy(hintsOf(raw));
  const offsetZones = samples.length === 1 ? samples.map(({ zone }) => zone) : [];
  const farFetched = zonesSuggestedBy({ title: '', venue: '', country: '', addresses: [weakHint] });
  const guesses = [...suggested, machineZone, ...farFetched].filter(fits);
  const proposals = [
    ...new Set([
      ...(stated === null ? [] : [stated]),
      ...guesses,
      ...offsetZones,
      ...suggested,
      machineZone,
      ...farFetched,
    ]),
  ];
  if (given !== null) return { timeZone: given, source: 'given', proposals };
  if (stated !== null) {
    if (!fits(stated)) {
      const [sample] = samples.filter(({ ms, offsetMinutes }) => offsetAt(stated, ms) !== offsetMinutes);
      remarks.assume('zone-contradicts-offsets', '', { zone: stated, offset: sample?.zone ?? '' });
    }
    return { timeZone: stated, source: 'file', proposals };
  }
  const [timeZone = parseTimeZone(offsetZones[0] ?? '') ?? machineZone] = guesses;
  const why =
    suggested.includes(timeZone) || (timeZone !== machineZone && farFetched.includes(timeZone))
      ? 'place'
      : timeZone === machineZone
        ? 'machine'
        : 'offset';
  const isNeeded = raw.sessions.some(({ start }) => start !== null);
  if (isNeeded) remarks.assume('zone-assumed', '', { zone: timeZone, why, proposals: proposals.join(' ') });
  return { timeZone, source: 'assumed', proposals };
};
