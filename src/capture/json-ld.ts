/** What a page says of itself as JSON-LD (schema.org), as far as a clip needs it. */

/** Empty text where nothing is said. */
export interface StructuredFacts {
  readonly title: string;
  readonly authors: readonly string[];
  readonly publishedOn: string;
  readonly description: string;
  readonly site: string;
  readonly picture: string;
}

type Json = unknown;
const MOST_CHARACTERS = 500_000;
const DEEPEST = 6;

const isObject = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const field = (value: Json, name: string): Json =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** Every object in the data that has a type, outer ones first. */
const typedObjects = (value: Json, depth: number): Readonly<Record<string, Json>>[] => {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((item) => typedObjects(item, depth + 1));
  if (!isObject(value)) return [];
  const own = field(value, '@type') === undefined ? [] : [value];
  return [
    ...own,
    ...typedObjects(field(value, '@graph'), depth + 1),
    ...typedObjects(field(value, 'mainEntity'), depth + 1),
  ];
};

const typesOf = (value: Json): string[] =>
  [field(value, '@type')].flat().filter((type) => typeof type === 'string');

const ARTICLES =
  /(?:Article|BlogPosting|Posting|VideoObject|PresentationDigitalDocument|SoftwareSourceCode|Event|CreativeWork|Report|Course|LearningResource|HowTo|Podcast\w*)$/;

const textIn = (value: Json): string => {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return textIn(value[0]);
  return isObject(value) ? textIn(field(value, 'name') ?? field(value, 'url') ?? field(value, '@value')) : '';
};

const namesIn = (value: Json): string[] => {
  if (Array.isArray(value)) return value.slice(0, 20).flatMap(namesIn);
  const name = typeof value === 'string' ? value.trim() : textIn(field(value, 'name'));
  return name === '' || name.startsWith('http') ? [] : [name];
};

const pictureIn = (value: Json): string => {
  if (Array.isArray(value)) return pictureIn(value[0]);
  return typeof value === 'string' ? value : textIn(field(value, 'url') ?? field(value, 'contentUrl'));
};

const first = (...values: string[]): string => values.find((value) => value !== '') ?? '';

/** Reads the texts of a page's JSON-LD scripts; what is no JSON is passed over, as browsers do. */
export const readStructuredFacts = (scripts: readonly string[]): StructuredFacts | null => {
  const objects = scripts.flatMap((script) => {
    if (script.length > MOST_CHARACTERS) return [];
    try {
      return typedObjects(JSON.parse(script.trim().replace(/^<!--|-->$/g, '')), 0);
    } catch {
      // Broken data of the page's own: as if it were not there.
      return [];
    }
  });
  const main = objects.find((object) => typesOf(object).some((type) => ARTICLES.test(type)));
  if (main === undefined) return null;
  const people = ['author', 'creator', 'performer', 'contributor'].map((name) => namesIn(field(main, name)));
  return {
    title: first(textIn(field(main, 'headline')), textIn(field(main, 'name'))),
    authors: people.find((names) => names.length > 0) ?? [],
    publishedOn: first(
      ...['datePublished', 'uploadDate', 'dateCreated'].map((name) => textIn(field(main, name))),
    ),
    description: textIn(field(main, 'description')),
    site: first(textIn(field(main, 'isPartOf')), textIn(field(main, 'publisher'))),
    picture: pictureIn(field(main, 'image') ?? field(main, 'thumbnailUrl')),
  };
};
