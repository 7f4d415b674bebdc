/** The rooms of `src/`: who may import whom, which packages live where, what a pure room may not touch, names and sizes. */
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, listFiles, type Node, parse, readSources, walk } from './source-files.ts';

const ROOMS = [
  'build',
  'model',
  'markdown',
  'schedule',
  'recap',
  'capture',
  'store',
  'export',
  'platform',
  'app',
  'ui',
  'surface',
  'background',
  'popup',
  'sidepanel',
  'recap-page',
] as const;
type Room = (typeof ROOMS)[number];

const PAGES: readonly Room[] = ['popup', 'sidepanel', 'recap-page'];
/** What a page may import: every room that is no page and not the worker. */
const BELOW_PAGES = ROOMS.filter(
  (room) => !PAGES.includes(room) && room !== 'background' && room !== 'build',
);

/** The import table of `src/README.md`. A room may always import itself. */
const MAY_IMPORT: Readonly<Record<Room, readonly Room[]>> = {
  build: [],
  model: [],
  platform: [],
  markdown: ['model'],
  schedule: ['model'],
  store: ['model'],
  recap: ['model', 'markdown'],
  capture: ['model', 'markdown', 'platform'],
  export: ['model', 'platform'],
  app: ['model', 'markdown', 'schedule', 'recap'],
  ui: ['model', 'app'],
  surface: BELOW_PAGES.filter((room) => room !== 'surface'),
  background: BELOW_PAGES.filter((room) => room !== 'ui' && room !== 'surface'),
  popup: BELOW_PAGES,
  sidepanel: BELOW_PAGES,
  'recap-page': BELOW_PAGES,
};

/** Single files that a room may import beyond its table. */
const MAY_IMPORT_FILE: Partial<Record<Room, readonly string[]>> = {
  ui: ['src/markdown/render.ts'],
  // What the browser refuses becomes an error of ours at the door.
  platform: ['src/model/errors.ts'],
  background: ['src/surface/create-ports.ts'],
};

/** `app` names the rest of the world in this file, and only as types. */
const PORTS = 'src/app/ports.ts';

/** Packages that only these rooms may touch. */
const PACKAGE_ROOMS: Readonly<Record<string, readonly Room[]>> = {
  'webextension-polyfill': ['platform'],
  idb: ['store'],
  turndown: ['markdown'],
  '@joplin/turndown-plugin-gfm': ['markdown'],
  'gray-matter': ['markdown'],
  'smol-toml': ['markdown'],
  'client-zip': ['export'],
  unzipit: ['export'],
  preact: ['ui', 'surface', ...PAGES],
};

/** Rooms in which the same input gives the same output: clock, ids and random arrive as arguments. */
const PURE: readonly Room[] = ['model', 'markdown', 'schedule', 'recap'];

const FORBIDDEN_FOLDERS = ['utils', 'shared', 'common', 'helpers', 'types'];
const LONGEST_FILE = 400;

const isRoom = (name: string | undefined): name is Room => ROOMS.some((room) => room === name);

const roomOf = (path: string): Room => {
  const name = path.split('/')[1];
  if (!isRoom(name)) throw new Error(`${path} stands in no room of src/`);
  return name;
};

const packageOf = (specifier: string): string =>
  specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : (specifier.split('/')[0] ?? '');

const sources = readSources('src').map((file) => ({ ...file, room: roomOf(file.path), tree: parse(file) }));

const imports = sources.flatMap(({ path, room, tree }) =>
  importsOf(tree).map((specifier) => ({ path, room, specifier })),
);

const isIdentifier = (node: unknown, ...names: readonly string[]): boolean =>
  (node as Node | undefined)?.type === 'Identifier' && names.includes(String((node as Node).name));

/** `chrome.tabs`, `globalThis.browser`, and the type `chrome.tabs.Tab`. */
const touchesBrowserApi = (tree: Node): boolean => {
  let touches = false;
  walk(tree, (node) => {
    if (node.type === 'MemberExpression') {
      touches ||= isIdentifier(node.object, 'chrome', 'browser');
      touches ||=
        isIdentifier(node.object, 'globalThis', 'self', 'window') &&
        isIdentifier(node.property, 'chrome', 'browser');
    }
    if (node.type === 'TSQualifiedName') touches ||= isIdentifier(node.left, 'chrome', 'browser');
  });
  return touches;
};

/** The effects that a pure room must be given: clock, random, network, storage. */
const effectsIn = (tree: Node): readonly string[] => {
  const found: string[] = [];
  walk(tree, (node) => {
    if (
      node.type === 'NewExpression' &&
      isIdentifier(node.callee, 'Date') &&
      (node.arguments as unknown[]).length === 0
    )
      found.push('new Date()');
    if (node.type === 'CallExpression' && isIdentifier(node.callee, 'fetch', 'setTimeout', 'setInterval'))
      found.push(String((node.callee as Node).name));
    if (node.type !== 'MemberExpression') return;
    if (isIdentifier(node.object, 'Date') && isIdentifier(node.property, 'now')) found.push('Date.now');
    if (isIdentifier(node.object, 'Math') && isIdentifier(node.property, 'random')) found.push('Math.random');
    if (isIdentifier(node.object, 'Temporal') && isIdentifier(node.property, 'Now'))
      found.push('Temporal.Now');
    if (isIdentifier(node.object, 'crypto', 'localStorage', 'indexedDB', 'navigator'))
      found.push(String((node.object as Node).name));
  });
  return found;
};

/** Passes when there is nothing to tell; a failure names each. */
const expectNone = (wrong: readonly unknown[]): void =>
  expect(wrong, wrong.map((entry) => JSON.stringify(entry)).join('\n')).toHaveLength(0);

describe('rooms', () => {
  it('finds the rooms', () => expect(sources.length).toBeGreaterThan(10));

  it.each(ROOMS)('%s imports only what the table allows', (room) => {
    const wrong = imports
      .filter((entry) => entry.room === room && entry.path !== PORTS && entry.specifier.startsWith('.'))
      .map(({ path, specifier }) => ({
        path,
        target: posix.join(posix.dirname(path), specifier.replace(/\?.*$/, '')),
      }))
      .filter(({ target }) => target.startsWith('src/'))
      .filter(({ target }) => {
        const to = roomOf(target);
        return to !== room && !MAY_IMPORT[room].includes(to) && !MAY_IMPORT_FILE[room]?.includes(target);
      });
    expectNone(wrong);
  });

  it('ports.ts imports types alone', () => {
    const file = sources.find(({ path }) => path === PORTS);
    const statements = (file?.tree.body ?? []) as readonly Node[];
    const values = statements.filter(
      ({ type, importKind }) => type === 'ImportDeclaration' && importKind !== 'type',
    );
    expectNone(values);
  });

  it('imports of ours are relative, with their ending', () => {
    const wrong = imports.filter(
      ({ specifier }) => specifier.startsWith('.') && !/\.(tsx?|css|json)(\?|$)/.test(specifier),
    );
    expectNone(wrong);
  });

  it('nothing in src/ imports from outside src/, but the locales, and the build the manifest', () => {
    const wrong = imports.filter(({ path, room, specifier }) => {
      if (!specifier.startsWith('.')) return false;
      const target = posix.join(posix.dirname(path), specifier);
      if (room === 'build' && target === 'manifest.json') return false;
      return !target.startsWith('src/') && !target.startsWith('public/_locales/');
    });
    expectNone(wrong);
  });

  it.each(Object.entries(PACKAGE_ROOMS))('the package %s lives in its room', (name, rooms) => {
    const wrong = imports.filter(
      ({ room, specifier }) => packageOf(specifier) === name && !rooms.includes(room),
    );
    expectNone(wrong);
  });

  it('only platform touches chrome.* and browser.*', () => {
    const wrong = sources.filter(({ room, tree }) => room !== 'platform' && touchesBrowserApi(tree));
    expectNone(wrong.map(({ path }) => ({ path })));
  });

  it.each(PURE)('%s has no effects of its own', (room) => {
    const wrong = sources
      .filter((source) => source.room === room)
      .map(({ path, tree }) => ({ path, effects: effectsIn(tree) }))
      .filter(({ effects }) => effects.length > 0);
    expectNone(wrong);
  });
});

describe('files', () => {
  const everyFile = [...listFiles('src'), ...listFiles('test')].filter(
    (path) => !/\/(fixtures|cases)\//.test(path),
  );
  const ours = [...readSources('src'), ...readSources('test')].filter(({ path }) => everyFile.includes(path));

  it(`none is longer than ${LONGEST_FILE} lines`, () => {
    const wrong = ours
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > LONGEST_FILE);
    expectNone(wrong);
  });

  it('names are kebab-case', () => {
    const pattern = /^(README\.md|[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*)$/;
    expect(everyFile.filter((path) => !path.split('/').every((part) => pattern.test(part)))).toEqual([]);
  });

  it('no folder is called for nothing in particular', () => {
    const wrong = everyFile.filter((path) =>
      path.split('/').some((part) => FORBIDDEN_FOLDERS.includes(part)),
    );
    expect(wrong).toEqual([]);
  });

  it('every module of src/ begins with a header sentence', () => {
    const wrong = sources.filter(({ text }) => !/^\/\*\*[\s*]*[\p{L}`]/u.test(text));
    expectNone(wrong.map(({ path }) => ({ path })));
  });

  it('tests stand where their room stands', () => {
    const wrong = listFiles('test').filter((path) => {
      const folder = path.split('/')[1];
      const known = [
        'structure',
        'e2e',
        'torture',
        'corpus',
        'bench',
        'demo',
        'generators',
        'support',
        'commands',
        'cases',
        ...ROOMS,
      ];
      return /\.test\.tsx?$/.test(path) && !known.some((name) => name === folder);
    });
    expectNone(wrong);
  });
});
