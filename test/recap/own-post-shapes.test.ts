/** Posts in the shapes of eight sites: a new event's post takes key order, quoting, lists, dates, levels and speakers from each. */
import { describe, expect, it } from 'vitest';
import { assembleRecap } from '../../src/recap/assemble/assemble-recap.ts';
import { readOwnPost } from '../../src/recap/profiles/read-own-post.ts';
import { makeEvent, makeImage, makeNote, makeSession } from '../support/records.ts';

interface Shape {
  readonly site: string;
  readonly post: string;
  /** What the new post's front matter and its first lines of a talk are. */
  readonly head: string;
  readonly talk: string;
  readonly image: string;
}

const SHAPES: Readonly<Record<string, Shape>> = {
  'Hugo in TOML': {
    site: 'hugo',
    post: `+++\ntitle = 'Old day'\ndate = 2023-01-02T09:00:00+01:00\ndraft = false\ntags = ['a', 'b']\n+++\n\n# Talks\n\n## Old talk\n\nSpeaker: Ann Brook, Delta\n\n![Hall](/img/old-day/hall.png)\n`,
    head: `+++\ntitle = "New day"\ndate = 2024-05-10T09:30:00+02:00\ndraft = false\ntags = [ "go", "rivers" ]\n+++\n`,
    talk: '## Dams\n\nSpeaker: Bo Lock, Lock Co\n',
    image: '/img/new-day/',
  },
  'Zola with taxonomies': {
    site: 'zola',
    post: `+++\ndate = 2023-01-02\ntitle = "Old day"\n\n[taxonomies]\ntags = ["a"]\n+++\n\n## Talks\n\n### Old talk\n\n*Ann Brook (Delta)*\n`,
    head: `+++\ndate = 2024-05-10\ntitle = "New day"\n\n[taxonomies]\ntags = [ "go", "rivers" ]\n+++\n`,
    talk: '### Dams\n\n*Bo Lock (Lock Co)*\n',
    image: '',
  },
  Jekyll: {
    site: 'jekyll',
    post: `---\nlayout: post\ntitle:  "Old day"\ndate:   2023-01-02 09:00:00 +0100\ncategories: [events]\ntags: [a, b]\n---\n\n## Talks\n\n### Old talk\n\n**Speaker:** Ann Brook - Delta\n\n![Hall](/assets/img/old-day/hall.png)\n`,
    head: `---\nlayout: "post"\ntitle: "New day"\ndate: 2024-05-10 09:30:00 +0200\ncategories: ["events"]\ntags: ["go", "rivers"]\n---\n`,
    talk: '### Dams\n\n**Speaker:** Bo Lock – Lock Co\n',
    image: '/assets/img/new-day/',
  },
  Astro: {
    site: 'astro',
    post: `---\ntitle: 'Old day'\ndescription: 'Two talks'\npubDate: 'Jan 02 2023'\nheroImage: '../a.png'\ntags: ['a']\n---\n\n## Old talk\n\n_Ann Brook_\n\ntext\n`,
    head: `---\ntitle: 'New day'\ndescription: 'Two rivers'\npubDate: '2024-05-10'\ntags: ['go', 'rivers']\n---\n`,
    talk: '### Dams\n\n_Bo Lock, Lock Co_\n',
    image: '',
  },
  Docusaurus: {
    site: 'docusaurus',
    post: `---\nslug: old-day\ntitle: Old day\nauthors: [ann, bo]\ntags: [a]\ndate: 2023-01-02T09:00\n---\n\n{/* truncate */}\n\n## Talks\n\n### Old talk by Ann Brook\n\n### Another by Cy Dam\n`,
    head: `---\nslug: new-day\ntitle: New day\nauthors: [ann, bo]\ntags: [go, rivers]\ndate: 2024-05-10T09:30:00\n---\n`,
    talk: '### Dams by Bo Lock\n',
    image: '',
  },
  Eleventy: {
    site: 'eleventy',
    post: `---\r\ntitle: Old day\r\ndate: 2023-01-02\r\ntags:\r\n- a\r\n- b\r\nlayout: layouts/post.njk\r\n---\r\n\r\n### Old talk\r\n\r\n**Presenter**: Ann Brook (Delta)\r\n`,
    head: `---\ntitle: New day\ndate: 2024-05-10\ntags:\n  - go\n  - rivers\nlayout: layouts/post.njk\n---\n`,
    talk: '#### Dams\n\n**Presenter**: Bo Lock (Lock Co)\n',
    image: '',
  },
  'Zenn in Japanese': {
    site: 'zenn',
    post: `---\ntitle: "古い日"\nemoji: "🎤"\ntype: "tech"\ntopics: ["go"]\npublished: true\npublished_at: 2023-01-02 09:00\n---\n\n# 発表\n\n## 古い発表\n\n登壇者：山田 太郎（デルタ）\n\n![会場](/images/old-day-recap/1.png)\n`,
    head: `---\ntitle: "New day"\nemoji: "🎤"\ntype: "tech"\ntopics: ["go", "rivers"]\npublished: true\npublished_at: 2024-05-10 16:30\n---\n`,
    talk: '## Dams\n\n登壇者：Bo Lock（Lock Co）\n',
    image: '/images/new-day/',
  },
  Obsidian: {
    site: 'obsidian',
    post: `---\ntags:\n  - a\ncreated: 2023-01-02T09:00:00Z\nup: "[[Conferences]]"\n---\n\n## Talks\n\n### Old talk\n\n- **Speaker**: Ann Brook / Delta\n- text\n\n![Hall](attachments/hall.png)\n`,
    head: `---\ntags:\n  - "go"\n  - "rivers"\ncreated: 2024-05-10T07:30:00Z\nup: "[[Conferences]]"\n---\n`,
    talk: '### Dams\n\n**Speaker**: Bo Lock / Lock Co\n',
    image: 'attachments/',
  },
};

const written = ({ site, post }: Shape): string => {
  const own = readOwnPost(post);
  const base = makeEvent({
    name: 'New day',
    slug: 'new-day',
    tags: ['go', 'rivers'],
    description: 'Two rivers',
    frontMatter: { title: null, date: '2024-05-10T09:30:00+02:00', lastmod: null, keywords: [] },
  });
  const recapOptions = {
    ...base.recapOptions,
    siteProfile: site,
    sites: { [site]: own.site },
    shape: own.shape,
    spacers: own.spacers,
  };
  const event = { ...base, recapOptions };
  const image = makeImage(event);
  const session = makeSession(event, {
    title: 'Dams',
    speakers: [{ name: 'Bo Lock', affiliation: 'Lock Co', role: '', url: '' }],
  });
  const notes = [makeNote(event, session, { kind: 'image', markdown: `![a](image:${image.id})` })];
  return assembleRecap({ event, sessions: [session], notes, images: [image] }).text;
};

describe('a new post is written as the person’s own one is', () => {
  it.each(Object.entries(SHAPES))('%s', (_, shape) => {
    const text = written(shape);
    expect(text.slice(0, shape.head.length)).toBe(shape.head);
    expect(text).toContain(`\n${shape.talk}\n`);
    if (shape.image !== '') expect(text).toContain(`![a](${shape.image}`);
  });
});
