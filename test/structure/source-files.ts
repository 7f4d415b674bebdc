/** Reads the project's own source as files and syntax trees, for the rules that a compiler does not know. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A node of the syntax tree (ESTree with TypeScript and JSX), read without its full type. */
export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

export interface SourceFile {
  /** Relative to the project, with `/`: `src/model/note.ts`. */
  readonly path: string;
  readonly text: string;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Paths of all files under a folder of the project, sorted. */
export const listFiles = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();

/** The TypeScript files under a folder of the project. */
export const readSources = (folder: string): readonly SourceFile[] =>
  listFiles(folder)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

/** The syntax tree of a TypeScript file. */
export const parse = ({ path, text }: SourceFile): Node =>
  parseAst(text, {
    lang: path.endsWith('.tsx') ? 'tsx' : path.endsWith('.d.ts') ? 'dts' : 'ts',
  }) as unknown as Node;

/** Calls `visit` with every node, parents first. */
export const walk = (node: Node, visit: (node: Node) => void): void => {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit);
  }
};

/** The text of a string literal, or of a template without values. */
export const literalText = (node: unknown): string | null => {
  if (!isNode(node)) return null;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  const quasis = node.type === 'TemplateLiteral' ? node.quasis : null;
  if (!Array.isArray(quasis) || quasis.length !== 1) return null;
  return (quasis[0] as { value: { cooked: string } }).value.cooked;
};

/** What a file imports, re-exports or names in an import type: `../model/note.ts`, `idb`. */
export const importsOf = (tree: Node): readonly string[] => {
  const specifiers: string[] = [];
  walk(tree, (node) => {
    if (!/^(Import(Declaration|Expression)|Export(Named|All)Declaration|TSImportType)$/.test(node.type))
      return;
    const text = literalText(node.source);
    if (text !== null) specifiers.push(text);
  });
  return specifiers;
};
