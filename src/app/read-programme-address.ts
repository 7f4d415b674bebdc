/** Reads the programme behind an address that the person gives: its own, or that of a page of the conference. */
import { safeAddress } from '../model/address.ts';
import { AddressNotReadable } from '../model/errors.ts';
import { isWebPage, linksInHtml, scheduleAddressesOf } from '../schedule/page-schedules.ts';

/** What the outside gives: the text behind an address. @throws AddressNotReadable */
export type FetchProgrammeText = (url: string) => Promise<{ readonly url: string; readonly text: string }>;

/** So many links of a page are tried or offered. */
const MAX_TRIED = 4;

/** The address as it is fetched: `https:` where nothing is said, and for calendars' `webcal:`. @throws AddressNotReadable */
const programmeAddress = (typed: string): string => {
  const trimmed = typed.trim().replace(/^(?:webcals?|feed):(?:\/\/)?/i, 'https://');
  const url = safeAddress(/^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url === null || !/^https?:/.test(url) || !/[.:]|^localhost$/.test(new URL(url).hostname))
    throw new AddressNotReadable(trimmed, 'no-address');
  const parsed = new URL(url);
  parsed.username = '';
  parsed.password = '';
  parsed.hash = '';
  return parsed.href;
};

const FILE = /\.(?:xml|json|ics|ical|csv|tsv|txt)$|\/(?:export|api)\//i;

const firstOf = async (
  urls: readonly string[],
  fetchText: FetchProgrammeText,
): Promise<{ readonly url: string; readonly text: string } | null> => {
  for (const url of urls.slice(0, MAX_TRIED)) {
    try {
      const fetched = await fetchText(url);
      if (!isWebPage(fetched.text) && fetched.text.trim() !== '') return fetched;
    } catch (error) {
      // A guess that fails is no news; what the person ended, and what needs a word of theirs, is.
      if (error instanceof AddressNotReadable && error.trouble === 'cancelled') throw error;
    }
  }
  return null;
};

/**
 * Fetches the programme's text. Behind a page's address, the programme that the page states or links is read, or what
 * its system promises for such an address.
 *
 * @param typed as the person wrote it
 * @throws AddressNotReadable `web-page`: a page, and no programme behind it was found
 */
export const fetchProgramme = async (
  typed: string,
  fetchText: FetchProgrammeText,
): Promise<{ readonly url: string; readonly text: string }> => {
  const url = programmeAddress(typed);
  const known = scheduleAddressesOf(url, []).map((address) => address.url);
  // What is a file by its address is what was asked for; a page is not, and its system may answer only elsewhere.
  const promised = FILE.test(new URL(url).pathname) ? null : await firstOf(known, fetchText);
  if (promised !== null) return promised;
  const fetched = await fetchText(url);
  if (!isWebPage(fetched.text)) return fetched;
  const linked = scheduleAddressesOf(fetched.url, linksInHtml(fetched.text))
    .map((address) => address.url)
    .filter((address) => address !== url && !known.includes(address));
  const found = await firstOf(linked, fetchText);
  if (found !== null) return found;
  throw new AddressNotReadable(url, 'web-page', linked[0] ?? known[0] ?? '');
};
