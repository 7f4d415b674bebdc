/** What a post's front matter says, as fields of an event. */
import type { LocatedFrontMatter } from '../../markdown/locate-front-matter.ts';
import { cleanLine } from '../../markdown/plain-text.ts';
import type { RecapLanguage } from '../../model/event.ts';
import type { PostField, WrittenField } from '../../model/imported-post.ts';

/** The keys that sites have for each field, the most telling first. */
const KEYS: Readonly<Record<PostField, readonly string[]>> = {
  title: ['title'],
  date: ['date', 'publishDate', 'pubDate', 'published_at', 'publishedAt', 'published', 'created'],
  lastmod: ['lastmod', 'updated', 'updatedDate', 'last_modified_at', 'modified', 'updatedAt'],
  description: ['description', 'summary', 'excerpt', 'subtitle'],
  keywords: ['keywords'],
  tags: ['tags', 'taxonomies.tags', 'topics', 'tag'],
  slug: ['slug'],
};
const POST_FIELDS = ['title', 'date', 'lastmod', 'description', 'keywords', 'tags', 'slug'] as const;
const LISTS: ReadonlySet<PostField> = new Set<PostField>(['keywords', 'tags']);

export type PostFields = Partial<Readonly<Record<PostField, WrittenField>>>;

const valueAt = (data: ReadonlyMap<string, unknown>, key: string): unknown =>
  key.split('.').reduce<unknown>((value, part) => (value instanceof Map ? value.get(part) : undefined), data);

const isScalar = (value: unknown): value is string | number =>
  (typeof value === 'string' || typeof value === 'number') && cleanLine(String(value)) !== '';

const listOf = (value: unknown): readonly string[] | null => {
  if (Array.isArray(value)) return value.filter(isScalar).map((entry) => cleanLine(String(entry)));
  if (typeof value !== 'string' || value.trim() === '') return null;
  const separator = value.includes(',') ? ',' : /\s+/;
  return value
    .split(separator)
    .map((word) => cleanLine(word))
    .filter((word) => word !== '');
};

/** The fields that are there, each with its key and its value. */
export const readFields = ({ data }: LocatedFrontMatter): PostFields => {
  const fields: Partial<Record<PostField, WrittenField>> = {};
  for (const field of POST_FIELDS) {
    const key = KEYS[field].find((each) => settled(field, valueAt(data, each)) !== null);
    const was = key === undefined ? null : settled(field, valueAt(data, key));
    if (key !== undefined && was !== null) fields[field] = { key, was };
  }
  return fields;
};

const settled = (field: PostField, value: unknown): WrittenField['was'] | null => {
  if (LISTS.has(field)) return listOf(value);
  if (isScalar(value)) return cleanLine(String(value));
  return value === null || value === '' ? '' : null;
};

const DATE =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{2}:\d{2})(:\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** A post's date in the one form that Lanyard keeps (RFC 3339 or a plain date); `null` when it is none. */
export const settledDate = (text: string): string | null => {
  const [, year, month, day, time, seconds, zone] = DATE.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (time === undefined || zone === undefined)
    return time === undefined ? date : `${date}T${time}${seconds ?? ':00'}`;
  const offset = /^z$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  return `${date}T${time}${seconds ?? ':00'}${offset}`;
};

/** The language whose script the body is mostly written in. */
export const languageOf = (body: string): RecapLanguage => {
  const sample = body.slice(0, 20_000);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  const hangul = count(/\p{Script=Hangul}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const latin = count(/\p{Script=Latin}/gu) / 4;
  const han = count(/\p{Script=Han}/gu);
  if (hangul > kana && hangul > latin) return 'ko';
  if (kana > latin || (kana > 20 && kana + han > latin)) return 'ja';
  if (han > latin) return 'zh';
  const words = Object.entries(COMMON_WORDS).map(
    ([language, pattern]) => [language, count(pattern)] as const,
  );
  const [best] = words.sort(([, left], [, right]) => right - left);
  return best !== undefined && best[1] > 0 ? (best[0] as RecapLanguage) : 'en';
};

/** The smallest words of each language that is written in Latin letters. */
const COMMON_WORDS = {
  en: /(?<!\p{L})(?:the|and|of|is|was|with|that)(?!\p{L})/giu,
  de: /(?<!\p{L})(?:der|die|das|und|ist|nicht|mit|ein)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:le|les|des|et|est|une|dans|pour)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:el|los|las|y|una|con|para|por)(?!\p{L})/giu,
} as const;
