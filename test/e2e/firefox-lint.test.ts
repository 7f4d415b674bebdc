/** Mozilla's own linter over the extension for Firefox: what it says is nothing, or explained here. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Remark {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}

/** Each kind of remark that may come, with the reason why it may. */
const EXPLAINED: readonly { readonly is: (remark: Remark) => boolean; readonly why: string }[] = [
  {
    is: ({ code, message }) => code === 'UNSAFE_VAR_ASSIGNMENT' && /\.document\(\)\.write /.test(message),
    why: 'micromark has a method `document()` whose parser has a method `write`: no page is written to',
  },
  {
    is: ({ code, file }) => code === 'UNSAFE_VAR_ASSIGNMENT' && file === 'src/capture/article-injected.js',
    why: 'the extractor rewrites its own copy of a page, in a document without a window; the result is sanitised',
  },
];

it('the linter has nothing to say that is not explained', async () => {
  const { stdout } = await promisify(execFile)(
    `${ROOT}node_modules/.bin/web-ext`,
    ['lint', '--source-dir', `${ROOT}dist/firefox`, '--output', 'json', '--no-config-discovery'],
    { cwd: ROOT, maxBuffer: 50_000_000 },
  );
  const found = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Record<string, readonly Remark[]>;
  const remarks = ['errors', 'warnings', 'notices'].flatMap((kind) => found[kind] ?? []);
  expect(remarks.filter((remark) => !EXPLAINED.some(({ is }) => is(remark)))).toEqual([]);
  expect(EXPLAINED.filter(({ is }) => !remarks.some(is))).toEqual([]);
}, 300_000);
