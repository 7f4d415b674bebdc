/** Real Hugo: builds a bundle, or many pages at once, and tells what came out. */
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** The generator to run; the tests fail where it is missing. */
const HUGO = process.env.LANYARD_HUGO ?? 'hugo';

const CONFIG = `
baseURL = "https://example.org/"
title = "Site"
[taxonomies]
  tag = "tags"
`;

const run = (command: string, parameters: readonly string[]): Promise<{ code: number; output: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.stderr.on('data', (data) => {
      output += data;
    });
    child.on('error', (error) =>
      reject(new Error(`${command} does not run: install Hugo`, { cause: error })),
    );
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });

/** Hugo's lines of these levels, however a version writes them. */
const warningsIn = (output: string): string[] =>
  output.split('\n').filter((line) => /^\s*(?:(?:Start|hugo).*)?\b(WARN|ERROR|Error|error)\b/.test(line));

export interface BuiltSite {
  /** Exit status. */
  readonly code: number;
  readonly warnings: readonly string[];
  readonly output: string;
  /** Folder of the built site; gone after `dispose`. */
  readonly folder: string;
  readonly dispose: () => Promise<void>;
}

/**
 * Builds a site with default settings.
 *
 * @param fill writes into the site's `content` folder
 * @param templates by their path under `layouts`
 */
export const buildSite = async (
  fill: (content: string) => Promise<void>,
  templates: Readonly<Record<string, string>>,
): Promise<BuiltSite> => {
  const site = await mkdtemp(join(tmpdir(), 'lanyard-hugo-'));
  await mkdir(join(site, 'content'));
  await writeFile(join(site, 'config.toml'), CONFIG);
  for (const [path, template] of Object.entries(templates)) {
    const file = join(site, 'layouts', path);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, template);
  }
  await fill(join(site, 'content'));
  const { code, output } = await run(HUGO, ['--source', site, '--destination', join(site, 'public')]);
  return {
    code,
    output,
    warnings: warningsIn(output),
    folder: join(site, 'public'),
    dispose: () => rm(site, { recursive: true, force: true }),
  };
};

const SINGLE = '<title>{{ .Title }}</title><main>{{ .Content }}</main>';
const EMPTY_LIST = '{{ range .Pages }}{{ .Permalink }}{{ end }}';

/**
 * Builds one bundle (a folder with `index.md` and images) as a post.
 *
 * @returns the page's HTML, Hugo's warnings and errors, and the files beside the page
 */
export const buildWithHugo = async (
  bundleFolder: string,
): Promise<{ html: string; warnings: readonly string[]; files: readonly string[] }> => {
  const slug = basename(bundleFolder);
  const site = await buildSite(
    (content) => cp(bundleFolder, join(content, 'posts', slug), { recursive: true }),
    { '_default/single.html': SINGLE, '_default/list.html': EMPTY_LIST, 'index.html': 'home' },
  );
  try {
    const posts = join(site.folder, 'posts');
    const built = (await readdir(posts).catch(() => [])).find(
      (name) => name.normalize('NFC') === slug.toLowerCase().normalize('NFC'),
    );
    if (built === undefined) throw new Error(`Hugo built no page for ${slug}:\n${site.output}`);
    const files = (await readdir(join(posts, built), { recursive: true })).sort();
    return { html: await readFile(join(posts, built, 'index.html'), 'utf8'), warnings: site.warnings, files };
  } finally {
    await site.dispose();
  }
};
