import { describe, expect, it } from 'vitest';
import type { ConferenceEvent } from '../../src/model/event.ts';
import type { Id } from '../../src/model/ids.ts';
import type { LastExport } from '../../src/model/last-export.ts';
import { assembleRecap } from '../../src/recap/assemble/assemble-recap.ts';
import type { Recap } from '../../src/recap/recap.ts';
import { makeEvent, makeImage, makeNote, makeSession } from '../support/records.ts';

/** As an export leaves the event; its revision is one more, its time that of the export. */
const exported = (event: ConferenceEvent, recap: Recap): ConferenceEvent => {
  const imageNames: Record<Id, string> = Object.fromEntries(
    recap.images.map(({ imageId, path }) => [imageId, path]),
  );
  const revision = event.revision + 1;
  const { slug, date } = recap.facts;
  const lastExport: LastExport = {
    at: '2024-06-01T00:00:00.000Z',
    revision,
    changedAt: event.updatedAt,
    slug,
    date,
    imageNames,
    files: [],
    text: recap.text,
  };
  return { ...event, revision, updatedAt: '2024-06-01T00:00:00.000Z', lastExport };
};

const event = makeEvent({ name: 'First name' });
const images = [makeImage(event), makeImage(event), makeImage(event, { type: 'image/jpeg' })];
const notes = images.map(({ id }) => makeNote(event, null, { kind: 'image', markdown: `![a](image:${id})` }));
const first = assembleRecap({ event, sessions: [], notes, images });
const after = exported(event, first);

describe('exporting again', () => {
  it('changes nothing while nothing was changed: that it was exported is no change', () => {
    expect(assembleRecap({ event: after, sessions: [], notes, images }).text).toBe(first.text);
  });

  it('keeps slug and date when the event is renamed and moved, and sets lastmod', () => {
    const renamed = {
      ...after,
      name: 'Second name',
      startsOn: '2024-05-12',
      revision: after.revision + 1,
      updatedAt: '2024-06-02T10:00:00.000Z',
    };
    const { facts } = assembleRecap({ event: renamed, sessions: [], notes, images });
    expect(facts).toMatchObject({
      title: 'Second name',
      slug: first.facts.slug,
      date: first.facts.date,
      lastmod: '2024-06-02T12:00:00+02:00',
    });
  });

  it('takes what the person sets by hand', () => {
    const chosen = {
      ...after,
      slug: 'mine',
      frontMatter: { ...after.frontMatter, date: '2024-01-01T00:00:00Z' },
    };
    const { facts } = assembleRecap({ event: chosen, sessions: [], notes, images });
    expect([facts.slug, facts.date]).toEqual(['mine', '2024-01-01T00:00:00Z']);
  });

  it.each(['numbered', 'named'] as const)(
    'keeps the names of images, %s, wherever they stand',
    (imageNames) => {
      const recapOptions = { ...event.recapOptions, imageNames };
      const before = assembleRecap({ event: { ...event, recapOptions }, sessions: [], notes, images });
      const names = new Map(before.images.map(({ imageId, path }) => [imageId, path]));
      const added = makeImage(event);
      const session = makeSession(event);
      const more = makeNote(event, session, { kind: 'image', markdown: `![a](image:${added.id})` });
      const moved = notes.map((note, index) => ({
        ...note,
        order: notes[notes.length - 1 - index]?.order ?? '',
      }));
      const again = assembleRecap({
        event: exported({ ...event, recapOptions }, before),
        sessions: [session],
        notes: [...moved.slice(1), more],
        images: [...images, added],
      });
      const paths = again.images.map(({ path }) => path);
      expect(new Set(paths).size).toBe(3);
      for (const { imageId, path } of again.images) {
        if (imageId === added.id) expect([...names.values()]).not.toContain(path);
        else expect(path).toBe(names.get(imageId));
      }
    },
  );
});
