/** Reads the build in `dist/chromium` as a graph of files: what each surface loads when it opens. */
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'vite';
import { listFiles, literalText, type Node, ROOT, walk } from './source-files.ts';

const DIST = 'dist/chromium';

/** The text of a built file, by its path in the extension. */
export const readBuilt = (path: string): string => {
  if (!existsSync(`${ROOT}/${DIST}/manifest.json`)) throw new Error('no build: run `npm run build` first');
  return readFileSync(`${ROOT}/${DIST}/${path}`, 'utf8');
};

/** Paths of all files of the extension. */
export const builtFiles = (): readonly string[] => listFiles(DIST).map((path) => path.slice(DIST.length + 1));

interface Imports {
  readonly fixed: readonly string[];
  readonly onDemand: readonly string[];
}

const resolveFrom = (path: string, specifier: string): string =>
  specifier.startsWith('/') ? specifier.slice(1) : posix.join(posix.dirname(path), specifier);

const importsOfScript = (path: string): Imports => {
  const fixed: string[] = [];
  const onDemand: string[] = [];
  walk(parseAst(readBuilt(path), { lang: 'js' }) as unknown as Node, (node) => {
    const specifier = literalText(node.source);
    if (specifier === null) return;
    if (node.type === 'ImportExpression') onDemand.push(resolveFrom(path, specifier));
    else if (/^(Import|Export(Named|All))Declaration$/.test(node.type))
      fixed.push(resolveFrom(path, specifier));
  });
  return { fixed, onDemand };
};

const filesOfPage = (path: string): readonly string[] =>
  [...readBuilt(path).matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+)"/g)].map(([, address]) =>
    resolveFrom(path, address ?? ''),
  );

/**
 * Every file that is loaded when `entry` (a page or a script) is opened: what it names, and their static imports.
 * @param withOnDemand also what may be imported later
 */
export const loadedBy = (entry: string, withOnDemand = false): readonly string[] => {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    if (path.endsWith('.html')) for (const file of filesOfPage(path)) visit(file);
    if (!path.endsWith('.js')) return;
    const { fixed, onDemand } = importsOfScript(path);
    for (const file of withOnDemand ? [...fixed, ...onDemand] : fixed) visit(file);
  };
  visit(entry);
  return [...seen].sort();
};

/** Bytes of these files, as they stand on disk. */
export const bytesOf = (paths: readonly string[], ending: string): number =>
  paths
    .filter((path) => path.endsWith(ending))
    .reduce((sum, path) => sum + Buffer.byteLength(readBuilt(path)), 0);

export const gzipBytesOf = (path: string): number => gzipSync(readBuilt(path), { level: 9 }).length;
