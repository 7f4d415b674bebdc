/** What a person's own post tells of their site: keys and their order, quoting, dates, image addresses, headings, speakers. */
import { listReferences } from '../../markdown/blocks.ts';
import { readFrontMatter } from '../../markdown/front-matter.ts';
import { parseToml } from '../../markdown/read-toml.ts';
import type { RecapOptions } from '../../model/event.ts';
import type { RecapShape } from '../../model/recap-shape.ts';
import type { DateForm, FrontMatterKey, PostField, SiteSettings } from '../../model/site-settings.ts';
import { readShape } from './read-own-shape.ts';

/** What is read off a post; what it does not tell is absent. */
export interface OwnPost {
  readonly site: SiteSettings;
  readonly shape: RecapShape;
  readonly spacers: RecapOptions['spacers'];
}

const SUMMARY_END = /<[!]--\s*(?:more|truncate)\s*-->|\{\/\*\s*truncate\s*\*\/\}/;

/** @param text of the whole file. Keys that only this post can have (an image, an address of its own) are passed over. */
export const readOwnPost = (text: string): OwnPost => {
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const toml = /^\+\+\+[ \t]*\n([\s\S]*?)\n\+\+\+[ \t]*(?:\n|$)/.exec(clean);
  const yaml = readFrontMatter(clean);
  const raw = toml?.[1] ?? yaml.raw;
  const body = toml === null ? yaml.body : clean.slice(toml[0].length);
  const data = toml === null ? yaml.data : tableOf(raw ?? '');
  return {
    site: {
      ...(raw === null ? { format: 'none' } : readStyle(raw, toml !== null)),
      ...(data.size === 0 ? {} : { keys: keysOf(data) }),
      ...readPaths(body, String(data.get('slug') ?? '')),
      ...(SUMMARY_END.test(body) ? { summary: true } : {}),
    },
    shape: readShape(body),
    spacers: /^&nbsp;$/m.test(body),
  };
};

const tableOf = (raw: string): ReadonlyMap<string, unknown> => {
  const table = parseToml(raw);
  return 'data' in table ? table.data : new Map();
};

const FIELDS: Readonly<Record<PostField, RegExp>> = {
  title: /^title$/i,
  date: /^(date|pub_?date(time)?|published(_at|on|date)?|publish_?date|created(_at)?)$/i,
  lastmod: /^(lastmod|updated(_at|date|on)?|last_modified(_at)?|modified|mod_?date(time)?|date_modified)$/i,
  description: /^(description|summary|excerpt|subtitle|desc)$/i,
  keywords: /^keywords$/i,
  tags: /^(tags|topics)$/i,
  slug: /^slug$/i,
};

/** Of one post alone: nothing that another one could have as well. */
const OWN =
  /^(image|images|cover|thumbnail|thumb|hero|heroimage|featured|featuredimage|ogimage|og_image|aliases|url|permalink|id|guid|uuid|canonical|canonical_url|redirect_from|published)$/i;

const fieldOf = (path: string, value: unknown): PostField | undefined => {
  const name = path.slice(path.lastIndexOf('.') + 1);
  // Zenn's `published` tells whether, not when.
  if (typeof value === 'boolean') return undefined;
  return (Object.keys(FIELDS) as PostField[]).find((field) => FIELDS[field].test(name));
};

const entriesOf = (value: unknown): [string, unknown][] | null => {
  if (value instanceof Map) return [...value].map(([key, entry]) => [String(key), entry]);
  const plain =
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
  return plain ? Object.entries(value) : null;
};

const keysOf = (data: ReadonlyMap<string, unknown>): FrontMatterKey[] => {
  const keys: FrontMatterKey[] = [];
  const taken = new Set<PostField>();
  const visit = (entries: readonly (readonly [string, unknown])[], prefix: string): void => {
    for (const [name, value] of entries) {
      const key = prefix + name;
      const inner = prefix === '' ? entriesOf(value) : null;
      const field = fieldOf(key, value);
      if (inner !== null) visit(inner, `${key}.`);
      else if (field !== undefined && !taken.has(field)) {
        taken.add(field);
        keys.push({ key, from: field });
      } else if (field === undefined) {
        const fixed = OWN.test(name) && typeof value !== 'boolean' ? null : fixedText(value);
        if (fixed !== null) keys.push({ key, from: 'fixed', value: fixed });
      }
    }
  };
  visit([...data], '');
  return keys;
};

/** A value as a person would type it; `null` for one that cannot be fixed. */
const fixedText = (value: unknown): string | null => {
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (value.trim() === '') return null;
    return /^(true|false|-?\d[\d.]*|\[.*\]|".*")$/.test(value) ? `"${value}"` : value;
  }
  if (!Array.isArray(value) || value.length === 0) return null;
  return value.every((item) => typeof item === 'string' && !item.includes(','))
    ? `[${value.join(', ')}]`
    : null;
};

const DATE_FORMS: readonly (readonly [RegExp, DateForm])[] = [
  [/^\d{4}-\d{1,2}-\d{1,2}$/, 'day'],
  // `Jan 02 2023`: the nearest form that every site reads.
  [/^\p{L}{3,9}\.? \d{1,2},? \d{4}$/u, 'day'],
  [/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, 'minutes'],
  [/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} [+-]\d{4}$/, 'spaced'],
  [/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(\.\d+)?Z$/, 'utc'],
  [/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(\.\d+)?[+-]\d{2}:?\d{2}$/, 'offset'],
  [/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/, 'local'],
];

const readStyle = (raw: string, toml: boolean): SiteSettings => {
  const lines = Array.from(raw.matchAll(/^([\w-]+)[ \t]*[:=][ \t]*(.*)$/gm), ([, key = '', value = '']) => ({
    key,
    value,
  }));
  // As with the keys: `published: true` is no date.
  const writtenAs = (field: PostField): string | undefined =>
    lines.find(({ key, value }) => FIELDS[field].test(key) && !/^(true|false)\s*$/.test(value))?.value;
  const title = writtenAs('title')?.trim() ?? '';
  const tags = writtenAs('tags')?.trim();
  const date = writtenAs('date')?.trim() ?? '';
  const bare = date.replace(/^["']|["']$/g, '');
  const read = DATE_FORMS.find(([pattern]) => pattern.test(bare))?.[1];
  // Zenn's key, which is read on Japan's clocks.
  const form = read === 'minutes' && /^published_at:/m.test(raw) ? 'tokyo' : read;
  return {
    format: toml ? 'toml' : 'yaml',
    ...(title === ''
      ? {}
      : { quoting: title.startsWith('"') ? 'double' : title.startsWith("'") ? 'single' : 'plain' }),
    ...(tags === undefined ? {} : { lists: tags.startsWith('[') ? 'flow' : 'block' }),
    ...(form === undefined ? {} : { dateForm: form, quotedDates: bare !== date }),
  };
};

/** From the first image with a path of its own: the folder it lies in, and how the post addresses it. */
const readPaths = (body: string, slug: string): SiteSettings => {
  const image = listReferences(body).find(
    ({ kind, address }) =>
      kind === 'image' && !/^[a-z][a-z+.-]*:|^\/\//i.test(address) && !address.includes('{'),
  );
  if (image === undefined) return {};
  const folder = image.address.slice(0, image.address.lastIndexOf('/') + 1);
  const address = slug === '' ? folder : folder.replaceAll(`/${slug}/`, '/{slug}/');
  if (!address.startsWith('/')) return address.startsWith('..') ? {} : { paths: { imageAddress: address } };
  // Posts of a site share a folder, or have one each: without a slug to go by, the last part is taken for the post's own.
  const own =
    address.includes('{slug}') || address === '/' ? address : address.replace(/[^/]+\/$/, '{slug}/');
  return { paths: { imageAddress: own, images: own.slice(1) } };
};
