/** The words on screen: the same in every language, all used, none written into a component. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INTERFACE_LANGUAGES } from '../support/words.ts';
import { literalText, type Node, parse, ROOT, readSources, walk } from './source-files.ts';

interface Message {
  readonly message: string;
  readonly description?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** The letters a store's search shows of the manifest's description, and the browser of its name. */
const LONGEST = { extensionDescription: 132, extensionName: 75 };

/** What stands for a quotation in a language's own print, where it differs from the English “ ”. */
const FOREIGN_QUOTES: Readonly<Record<string, RegExp>> = {
  de: /[«»”‘]|“(?![\s.,:;?!)]|$)/u,
  fr: /[“”„‘]|«(?!\u00a0)|(?<!\u00a0)»|(?<![\u00a0\u202f\d:/])[:;!?](?![\w/=])/u,
  es: /[“”„‘’]|«\s|\s»/u,
  ja: /[«»“”‘’„]/u,
  ko: /[«»“”„「」]/u,
  zh_CN: /[«»„「」]|\p{Script=Han}[,:;!?]/u,
};

const messagesOf = (language: string): ReadonlyMap<string, Message> => {
  const file = join(ROOT, 'public', '_locales', language, 'messages.json');
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Message>));
};

const english = messagesOf('en');

/** `$1` and `$NAME$`, in the order of the alphabet. */
const placeholdersOf = ({ message, placeholders = {} }: Message): readonly string[] =>
  [...(message.match(/\$\d|\$\w+\$/g) ?? []), ...Object.values(placeholders).map(({ content }) => content)]
    .map((text) => text.toLowerCase())
    .sort();

const sources = readSources('src').map((file) => ({ ...file, tree: parse(file) }));

/** Every string in the source, and the fixed beginnings of templates with values (`kind_${kind}`). */
const stringsInSource = (): { whole: ReadonlySet<string>; beginnings: readonly string[] } => {
  const whole = new Set<string>();
  const beginnings: string[] = [];
  for (const { tree } of sources) {
    walk(tree, (node) => {
      const text = literalText(node);
      if (text !== null) whole.add(text);
      else if (node.type === 'TemplateLiteral') {
        const [first] = node.quasis as readonly { value: { cooked: string } }[];
        if (first !== undefined && first.value.cooked.length > 2) beginnings.push(first.value.cooked);
      }
    });
  }
  return { whole, beginnings };
};

const SPOKEN_ATTRIBUTES = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
];
const WORDY_ATTRIBUTES = [...SPOKEN_ATTRIBUTES, 'placeholder', 'alt', 'label'];

/** Text and attributes of JSX that a person would read or hear, written in the component itself. */
const wordsInJsx = (tree: Node): readonly string[] => {
  const words: string[] = [];
  const keep = (text: string | null): void => {
    if (text !== null && /\p{L}/u.test(text)) words.push(text.trim());
  };
  walk(tree, (node) => {
    if (node.type === 'JSXText') keep(String(node.value));
    if (node.type === 'JSXAttribute' && WORDY_ATTRIBUTES.includes(String((node.name as Node).name))) {
      const value = node.value as Node | null;
      keep(literalText(value?.type === 'JSXExpressionContainer' ? value.expression : value));
    }
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      for (const child of node.children as readonly Node[]) {
        if (child.type === 'JSXExpressionContainer') keep(literalText(child.expression));
      }
    }
  });
  return words;
};

describe('messages', () => {
  it.each(INTERFACE_LANGUAGES)('%s has every message and no other', (language) => {
    expect([...messagesOf(language).keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each(INTERFACE_LANGUAGES)('%s has words in each, with the same placeholders', (language) => {
    for (const [key, message] of messagesOf(language)) {
      expect(message.message.trim(), `${language}: ${key}`).not.toBe('');
      const original = english.get(key);
      if (original !== undefined) {
        expect(placeholdersOf(message), `${language}: ${key}`).toEqual(placeholdersOf(original));
      }
    }
  });

  it.each(INTERFACE_LANGUAGES)('%s says which language it is', (language) => {
    const said = messagesOf(language).get('interfaceLanguage')?.message ?? '';
    expect(Intl.getCanonicalLocales(said)).toEqual([language.replace('_', '-')]);
    expect(Intl.PluralRules.supportedLocalesOf(said)).toEqual([said]);
  });

  it.each(INTERFACE_LANGUAGES)('%s has a form for every count below a million', (language) => {
    const rules = new Intl.PluralRules(language.replace('_', '-'));
    const counts = [...Array(2_000).keys(), 9_999, 10_000, 20_001, 99_999, 100_001, 999_999];
    const forms = new Set(counts.map((count) => rules.select(count)));
    expect([...forms].filter((form) => form !== 'one' && form !== 'other')).toEqual([]);
  });

  it.each(INTERFACE_LANGUAGES)('%s keeps its name and description within what stores show', (language) => {
    const messages = messagesOf(language);
    for (const [key, most] of Object.entries(LONGEST)) {
      expect([...(messages.get(key)?.message ?? '')].length, `${language}: ${key}`).toBeLessThanOrEqual(most);
    }
  });

  it.each(INTERFACE_LANGUAGES)('%s is set as its readers print', (language) => {
    const foreign = FOREIGN_QUOTES[language];
    const wrong = [...messagesOf(language)].filter(
      ([, { message }]) =>
        /["']|\.\.\.| {2}/.test(message) || foreign?.test(message.replaceAll(/\{\w+\}|&nbsp;/g, '')) === true,
    );
    expect(wrong.map(([key, { message }]) => `${key}: ${message}`)).toEqual([]);
  });

  it('every message is used', () => {
    const { whole, beginnings } = stringsInSource();
    const manifest = readFileSync(join(ROOT, 'manifest.json'), 'utf8');
    const unused = [...english.keys()].filter(
      (key) =>
        !whole.has(key) &&
        !manifest.includes(`__MSG_${key}__`) &&
        !beginnings.some((beginning) => key.startsWith(beginning)),
    );
    expect(unused).toEqual([]);
  });

  it('every message that the manifest names is there', () => {
    const manifest = readFileSync(join(ROOT, 'manifest.json'), 'utf8');
    const named = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? '');
    expect(named.filter((key) => !english.has(key))).toEqual([]);
  });
});

describe('components', () => {
  it('have no words of their own', () => {
    const wrong = sources
      .filter(({ path }) => path.endsWith('.tsx'))
      .map(({ path, tree }) => ({ path, words: wordsInJsx(tree) }))
      .filter(({ words }) => words.length > 0);
    expect(wrong.map(({ path, words }) => `${path}: ${words.join(', ')}`)).toEqual([]);
  });
});
