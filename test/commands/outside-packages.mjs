/** Packages from npm that are no part of the project: site generators, and what the benches measure beside ours. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from './processes.mjs';

const cacheFolder = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'lanyard');

/**
 * Installs beside the final place and moves it there when it is whole, so that an interrupted install leaves nothing.
 * @param {string} kind folder under `~/.cache/lanyard`
 * @param {string} name
 * @param {Record<string, string>} dependencies exact versions: a new release must not fail a build that nobody touched
 * @returns {Promise<string>} the folder whose `node_modules` has them
 */
export const ensureOutside = async (kind, name, dependencies) => {
  const manifest = JSON.stringify({ private: true, type: 'module', dependencies });
  const key = createHash('sha256').update(manifest).digest('hex').slice(0, 12);
  const folder = join(cacheFolder(), kind, `${name}-${key}`);
  if (existsSync(folder)) return folder;
  const making = `${folder}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  writeFileSync(join(making, 'package.json'), manifest);
  console.log(`setup: npm install ${Object.keys(dependencies).join(' ')}`);
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
  const { code, output } = await run('npm', ['install', '--prefix', making, ...options], {
    quiet: true,
    timeoutMs: 300_000,
  });
  if (code !== 0) {
    rmSync(making, { recursive: true, force: true });
    throw new Error(`setup: ${name} could not be installed from the npm registry\n${output.slice(-1500)}`);
  }
  if (existsSync(folder)) rmSync(making, { recursive: true, force: true });
  else renameSync(making, folder);
  return folder;
};
