/** Addresses of the web: what may be kept, and when two are the same. */

const SAFE_PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);

/** The parsed address, or `null` when it is none. */
const parseAddress = (text: string, base?: string): URL | null => {
  // An empty base is none: with it not even an absolute address would parse.
  const from = base === '' ? undefined : base;
  return URL.canParse(text, from) ? new URL(text, from) : null;
};

/** The address in its canonical form, or `null` when it is none or not http, https or mailto. */
export const safeAddress = (text: string, base?: string): string | null => {
  const url = parseAddress(text.trim(), base);
  return url !== null && SAFE_PROTOCOLS.has(url.protocol) ? url.href : null;
};

/** What is compared: the canonical form without the trailing slash of the path; the fragment counts. */
export const addressKey = (address: string): string => {
  const url = parseAddress(address);
  if (url === null) return address;
  return `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}${url.search}${url.hash}`;
};
