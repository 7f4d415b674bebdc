/** What Windows keeps for devices, or cannot tell apart, never names a file of a bundle. */
import { describe, expect, it } from 'vitest';
import { bundleFiles } from '../../src/export/bundle-files.ts';
import { assembleRecap } from '../../src/recap/assemble/assemble-recap.ts';
import { SITE_PROFILES } from '../../src/recap/profiles/profile-of.ts';
import { makeEvent, makeImage, makeNote } from '../support/records.ts';

const DEVICES = ['con', 'prn', 'aux', 'nul', 'conin$', 'conout$', 'com0', 'com9', 'com²', 'lpt1', 'lpt³'];
const NAMES = DEVICES.flatMap((name) => [
  name,
  name.toUpperCase(),
  `${name}.txt`,
  `${name}.tar.gz`,
  `${name}.`,
  `${name} `,
  `${name} .md`,
  ` ${name}`,
]);

const isTaken = (part: string): boolean =>
  /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])[ .]*(?:\.|$)/i.test(part) ||
  /[. ]$/.test(part);

const pathsOf = (siteProfile: string, name: string): string[] => {
  const event = makeEvent({ name, slug: name });
  const images = [name, name.toLowerCase(), name.toUpperCase(), `${name}.png`].map((text, index) =>
    makeImage(event, { name: text, hash: String(index).repeat(64) }),
  );
  const notes = images.map(({ id }) => makeNote(event, null, { markdown: `![x](image:${id})` }));
  const recapOptions = { ...event.recapOptions, siteProfile };
  const recap = assembleRecap({ event: { ...event, recapOptions }, sessions: [], notes, images });
  return bundleFiles(recap, async () => new Blob()).map(({ path }) => path);
};

describe('names of devices as slug and image names', () => {
  it.each(SITE_PROFILES.map(({ id }) => id))('%s', (site) => {
    for (const name of NAMES) {
      const paths = pathsOf(site, name);
      expect(paths).toHaveLength(5);
      expect(paths.flatMap((path) => path.split('/')).filter(isTaken)).toEqual([]);
      expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
    }
  });
});
