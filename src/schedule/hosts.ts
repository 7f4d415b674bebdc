/** The country that the addresses in a file point to: a weak hint, of use where offsets confirm it. */

const HOST = /https?:\/\/[a-z0-9.-]+\.([a-z]{2})(?=[/:"'<\s)]|$)/gi;
const MAX_LENGTH = 400_000;

/** An address of the country domain that is named most; empty where there is none. */
export const commonestCountryAddress = (text: string): string => {
  const counts = new Map<string, number>();
  for (const [, domain = ''] of text.slice(0, MAX_LENGTH).matchAll(HOST)) {
    const name = domain.toLowerCase();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [commonest] = [...counts].sort(([, left], [, right]) => right - left);
  return commonest === undefined ? '' : `https://x.${commonest[0]}/`;
};
