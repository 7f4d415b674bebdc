/** Zones by the names that calendars use for them, and zones that a place suggests. */
import { parseTimeZone, type TimeZone } from '../model/time.ts';

/** CLDR `windowsZones`, the territories where conferences of ours are read from. */
const WINDOWS_ZONES: Readonly<Record<string, TimeZone>> = {
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'Romance Standard Time': 'Europe/Paris',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'E. Europe Standard Time': 'Europe/Chisinau',
  'FLE Standard Time': 'Europe/Kiev',
  'GTB Standard Time': 'Europe/Bucharest',
  'Turkey Standard Time': 'Europe/Istanbul',
  'Russian Standard Time': 'Europe/Moscow',
  'Israel Standard Time': 'Asia/Jerusalem',
  'Arabian Standard Time': 'Asia/Dubai',
  'India Standard Time': 'Asia/Kolkata',
  'Singapore Standard Time': 'Asia/Singapore',
  'SE Asia Standard Time': 'Asia/Bangkok',
  'China Standard Time': 'Asia/Shanghai',
  'Taipei Standard Time': 'Asia/Taipei',
  'Korea Standard Time': 'Asia/Seoul',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'AUS Eastern Standard Time': 'Australia/Sydney',
  'E. Australia Standard Time': 'Australia/Brisbane',
  'W. Australia Standard Time': 'Australia/Perth',
  'New Zealand Standard Time': 'Pacific/Auckland',
  'South Africa Standard Time': 'Africa/Johannesburg',
  'Eastern Standard Time': 'America/New_York',
  'Central Standard Time': 'America/Chicago',
  'Mountain Standard Time': 'America/Denver',
  'US Mountain Standard Time': 'America/Phoenix',
  'Pacific Standard Time': 'America/Los_Angeles',
  'Atlantic Standard Time': 'America/Halifax',
  'E. South America Standard Time': 'America/Sao_Paulo',
  'Argentina Standard Time': 'America/Buenos_Aires',
  UTC: 'UTC',
};

/** Countries with one zone (nearly all their people in it), by ISO 3166 code: the zone's name. */
const COUNTRY_ZONES: Readonly<Record<string, TimeZone>> = {
  at: 'Europe/Vienna',
  be: 'Europe/Brussels',
  bg: 'Europe/Sofia',
  ch: 'Europe/Zurich',
  cz: 'Europe/Prague',
  de: 'Europe/Berlin',
  dk: 'Europe/Copenhagen',
  ee: 'Europe/Tallinn',
  es: 'Europe/Madrid',
  fi: 'Europe/Helsinki',
  fr: 'Europe/Paris',
  gr: 'Europe/Athens',
  hr: 'Europe/Zagreb',
  hu: 'Europe/Budapest',
  ie: 'Europe/Dublin',
  il: 'Asia/Jerusalem',
  in: 'Asia/Kolkata',
  it: 'Europe/Rome',
  jp: 'Asia/Tokyo',
  ke: 'Africa/Nairobi',
  kr: 'Asia/Seoul',
  lt: 'Europe/Vilnius',
  lu: 'Europe/Luxembourg',
  lv: 'Europe/Riga',
  ng: 'Africa/Lagos',
  nl: 'Europe/Amsterdam',
  no: 'Europe/Oslo',
  nz: 'Pacific/Auckland',
  pl: 'Europe/Warsaw',
  pt: 'Europe/Lisbon',
  ro: 'Europe/Bucharest',
  rs: 'Europe/Belgrade',
  se: 'Europe/Stockholm',
  sg: 'Asia/Singapore',
  si: 'Europe/Ljubljana',
  sk: 'Europe/Bratislava',
  th: 'Asia/Bangkok',
  tr: 'Europe/Istanbul',
  tw: 'Asia/Taipei',
  uk: 'Europe/London',
  gb: 'Europe/London',
  vn: 'Asia/Ho_Chi_Minh',
  za: 'Africa/Johannesburg',
};

const COUNTRY_NAMES: Readonly<Record<string, string>> = {
  austria: 'at',
  belgium: 'be',
  denmark: 'dk',
  finland: 'fi',
  france: 'fr',
  germany: 'de',
  deutschland: 'de',
  india: 'in',
  ireland: 'ie',
  italy: 'it',
  japan: 'jp',
  netherlands: 'nl',
  norway: 'no',
  poland: 'pl',
  portugal: 'pt',
  'south korea': 'kr',
  korea: 'kr',
  spain: 'es',
  sweden: 'se',
  switzerland: 'ch',
  taiwan: 'tw',
  'united kingdom': 'gb',
};

/** Conferences that stay in one place and whose files do not say so. */
const SERIES: readonly (readonly [RegExp, TimeZone])[] = [
  [/\bFOSDEM\b/i, 'Europe/Brussels'],
  [/\bGo[Pp]herCon Korea\b|\bPyCon KR\b|\bFEConf\b|\bDEVIEW\b/i, 'Asia/Seoul'],
  [/\bFrOSCon\b|\bFOSSGIS\b|\bChaos Communication\b|\b\d{2}c3\b|\bGPN\d*\b|\bMRMCD\b/i, 'Europe/Berlin'],
];

/** Words that are cities of the zone database and common words in titles of conferences. */
const AMBIGUOUS_CITIES = new Set([
  'phoenix',
  'easter',
  'resolute',
  'nome',
  'center',
  'troll',
  'casey',
  'davis',
  'metro',
]);

/** The zone a calendar's TZID means: IANA, with or without a prefix, or a Windows name; `null` when unknown. */
export const zoneOfTzid = (tzid: string): TimeZone | null => {
  const name = tzid.trim().replace(/^"|"$/g, '');
  if (name === '') return null;
  const whole = parseTimeZone(WINDOWS_ZONES[name] ?? name);
  const segments = name.split('/');
  if (whole !== null || segments.length < 3) return whole;
  return parseTimeZone(segments.slice(-3).join('/')) ?? parseTimeZone(segments.slice(-2).join('/'));
};

const cityZones = (): ReadonlyMap<string, TimeZone> =>
  new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [
      zone
        .slice(zone.lastIndexOf('/') + 1)
        .replaceAll('_', ' ')
        .toLowerCase(),
      zone,
    ]),
  );

/** The zones whose city stands in the text as a word. */
const zonesOfCitiesIn = (text: string): readonly TimeZone[] => {
  if (text.trim() === '') return [];
  const words = ` ${text.toLowerCase().replace(/[^\p{L}]+/gu, ' ')} `;
  return [...cityZones()]
    .filter(([city]) => !AMBIGUOUS_CITIES.has(city) && words.includes(` ${city} `))
    .map(([, zone]) => zone);
};

const zoneOfCountry = (country: string): TimeZone | undefined => {
  const name = country.trim().toLowerCase();
  return COUNTRY_ZONES[COUNTRY_NAMES[name] ?? name];
};

const zoneOfAddress = (address: string): TimeZone | undefined => {
  if (!URL.canParse(address)) return undefined;
  return COUNTRY_ZONES[new URL(address).hostname.split('.').at(-1) ?? ''];
};

/** What a file says about where the conference is. */
export interface PlaceHints {
  readonly title: string;
  readonly venue: string;
  readonly country: string;
  readonly addresses: readonly string[];
}

/** Zones that the place suggests, the likeliest first. */
export const zonesSuggestedBy = (hints: PlaceHints): readonly TimeZone[] => {
  const country = zoneOfCountry(hints.country) ?? zoneOfCountry(hints.venue.split(',').at(-1) ?? '');
  const suggested = [
    ...zonesOfCitiesIn(hints.venue),
    ...SERIES.filter(([pattern]) => pattern.test(hints.title)).map(([, zone]) => zone),
    ...(country === undefined ? [] : [country]),
    ...zonesOfCitiesIn(hints.title),
    ...hints.addresses.flatMap((address) => zoneOfAddress(address) ?? []),
  ];
  return [...new Set(suggested)].filter((zone) => parseTimeZone(zone) !== null);
};
