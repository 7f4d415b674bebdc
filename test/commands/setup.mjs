/**
 * Installs what a fresh machine lacks: packages, a Chromium that loads extensions, Firefox, Hugo, fonts for screenshots.
 * Plain Node 20: nothing may be imported here that `npm ci` brings. Each step that does something says so in one line.
 */
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, run } from './processes.mjs';

/** `minimum_chrome_version` of the manifest. */
const OLDEST_CHROMIUM = 146;
/** `strict_min_version` in `build/firefox-manifest.ts`. */
const OLDEST_FIREFOX = 148;

/** On the error stream: what a command prints is its result. */
const say = (text) => console.error(`setup: ${text}`);

const fail = (what, advice) => {
  throw new Error(`setup: ${what}\n${advice.map((line) => `  - ${line}`).join('\n')}`);
};

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });

/** Every package the lock file asks for stands in `node_modules` in that version (npm's own list is compared). */
const packagesAreInstalled = () => {
  const installedList = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installedList)) return false;
  const installed = JSON.parse(readFileSync(installedList, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional === true || installed[path]?.version === entry.version,
  );
};

/**
 * `npm ci`, when `node_modules` is missing or is not what the lock file says. It refuses a lock file that leaves out the
 * packages of other platforms (npm writes such a one where the registry lacks them); `npm install` then keeps to the
 * versions of the lock file all the same.
 */
export const ensurePackages = async () => {
  if (packagesAreInstalled()) return;
  const options = ['--include=dev', '--no-audit', '--no-fund', '--fetch-timeout=60000'];
  say('npm ci (packages of package-lock.json)');
  const strict = await run('npm', ['ci', ...options], { quiet: true, timeoutMs: 600_000 });
  // npm 10 may end in the middle with "Exit handler never called!", and an exit code of 0.
  if (strict.code === 0 && packagesAreInstalled()) return;
  say(`npm ci failed (${reasonIn(strict.output)}); npm install --no-save`);
  const lenient = await run('npm', ['install', '--no-save', ...options], { quiet: true, timeoutMs: 600_000 });
  if (lenient.code === 0 && packagesAreInstalled()) return;
  console.error(lenient.output);
  fail('the packages could not be installed (see above)', [
    'Is the npm registry reachable?',
    'Is this Node 20.19 or newer?',
  ]);
};

const reasonIn = (output) => /^npm error code (\S+)/m.exec(output)?.[1] ?? 'no reason given';

let aptLists;

/** @returns {Promise<boolean>} whether the packages are there now; never asks for a password. */
const installWithApt = async (...packages) => {
  if (onPath('apt-get') === undefined) return false;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (asRoot.length > 0 && (await run('sudo', ['-n', 'true'], { quiet: true })).code !== 0) return false;
  const apt = (...args) => {
    const [command, ...rest] = [
      ...asRoot,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-o',
      'DPkg::Lock::Timeout=300',
      '-q',
      '-y',
      ...args,
    ];
    return run(command, rest, { quiet: true, stallMs: 300_000 });
  };
  say(`apt-get install ${packages.join(' ')}`);
  aptLists ??= apt('update');
  await aptLists;
  const { code, output } = await apt('install', '--no-install-recommends', ...packages);
  if (code !== 0) console.error(output.split('\n').slice(-15).join('\n'));
  return code === 0;
};

/** @returns {Promise<string | null>} why this browser does not do; `null` when it does. */
const reasonAgainst = async (path) => {
  const { code, output } = await run(path, ['--version'], { quiet: true, timeoutMs: 30_000 });
  if (code !== 0) return `does not start (${output.trim().split('\n').at(-1) ?? ''})`;
  if (output.includes('Google Chrome')) return 'is branded Chrome, which refuses --load-extension';
  const major = Number(/(\d+)\.\d+\.\d+/.exec(output)?.[1] ?? 0);
  return major >= OLDEST_CHROMIUM ? null : `is version ${major}, older than ${OLDEST_CHROMIUM}`;
};

const firstUsable = async (paths, reasonAgainstIt = reasonAgainst) => {
  for (const path of paths) {
    if (path === undefined || !existsSync(path)) continue;
    const reason = await reasonAgainstIt(path);
    if (reason === null) return path;
    say(`${path} ${reason}; looking on`);
  }
  return undefined;
};

const playwrightsChromium = async () => {
  const entry = join(ROOT, 'node_modules', 'playwright-core', 'index.mjs');
  const { chromium } = await import(pathToFileURL(entry).href);
  return chromium.executablePath();
};

const systemChromiums = () => [
  onPath('chromium'),
  onPath('chromium-browser'),
  '/usr/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A silent minute ends the attempt: a registry mirror without the browser must not cost more than that. */
const downloadPlaywrightsChromium = async () => {
  say('downloading Chromium with Playwright');
  const cli = join(ROOT, 'node_modules', 'playwright-core', 'cli.js');
  const { code, output } = await run(process.execPath, [cli, 'install', '--no-shell', 'chromium'], {
    quiet: true,
    stallMs: 60_000,
    timeoutMs: 600_000,
  });
  if (code !== 0) say(`that failed: ${output.trim().split('\n')[0] ?? 'no answer'}`);
};

/**
 * Finds or installs a Chromium that can load the extension. Debian's package goes before Playwright's download: it
 * brings the libraries that a bare machine lacks. Wants the packages to be there.
 * @returns {Promise<string>} path of its executable; also in `LANYARD_CHROMIUM` from then on
 */
export const ensureChromium = async () => {
  const given = process.env.LANYARD_CHROMIUM;
  if (given) {
    const reason = existsSync(given) ? await reasonAgainst(given) : 'does not exist';
    if (reason !== null) fail(`LANYARD_CHROMIUM=${given} ${reason}`, ['Correct the variable, or unset it.']);
    return given;
  }
  let path = await firstUsable([await playwrightsChromium(), ...systemChromiums()]);
  if (path === undefined && (await installWithApt('chromium'))) path = await firstUsable(systemChromiums());
  if (path === undefined) {
    await downloadPlaywrightsChromium();
    path = await firstUsable([await playwrightsChromium()]);
  }
  if (path === undefined) {
    fail(`no Chromium ${OLDEST_CHROMIUM} or newer was found, and none could be installed`, [
      'Debian, Ubuntu: sudo apt-get install chromium',
      'elsewhere: npx playwright-core install --with-deps chromium',
      'or set LANYARD_CHROMIUM to the executable of a Chromium, Edge or Chrome for Testing',
    ]);
  }
  process.env.LANYARD_CHROMIUM = path;
  return path;
};

/** @returns {Promise<string | null>} why this Firefox does not do; `null` when it does. */
const reasonAgainstFirefox = async (path) => {
  const { code, output } = await run(path, ['--version'], { quiet: true, timeoutMs: 60_000 });
  const major = Number(/Firefox (\d+)\./.exec(output)?.[1] ?? 0);
  if (code !== 0 || major === 0) return `does not start (${output.trim().split('\n').at(-1) ?? ''})`;
  return major >= OLDEST_FIREFOX ? null : `is version ${major}, older than ${OLDEST_FIREFOX}`;
};

/**
 * Finds or installs Firefox; Playwright's own build of it loads no extensions.
 * @returns {Promise<string>} path of its executable; also in `LANYARD_FIREFOX` from then on
 */
const ensureFirefox = async () => {
  const given = process.env.LANYARD_FIREFOX;
  if (given) {
    const reason = existsSync(given) ? await reasonAgainstFirefox(given) : 'does not exist';
    if (reason !== null) fail(`LANYARD_FIREFOX=${given} ${reason}`, ['Correct the variable, or unset it.']);
    return given;
  }
  const find = () =>
    firstUsable(
      [
        onPath('firefox-esr'),
        onPath('firefox'),
        '/usr/bin/firefox-esr',
        '/Applications/Firefox.app/Contents/MacOS/firefox',
      ],
      reasonAgainstFirefox,
    );
  let path = await find();
  if (path === undefined && (await installWithApt('firefox-esr'))) path = await find();
  if (path === undefined) {
    fail(`no Firefox ${OLDEST_FIREFOX} or newer was found, and none could be installed`, [
      'Debian: sudo apt-get install firefox-esr',
      'elsewhere: install Firefox, or set LANYARD_FIREFOX to its executable',
    ]);
  }
  process.env.LANYARD_FIREFOX = path;
  return path;
};

/**
 * Finds or installs Hugo, the site generator that the exported bundles are built with.
 * @returns {Promise<string>} path of its executable; also in `LANYARD_HUGO` from then on
 */
const ensureHugo = async () => {
  const given = process.env.LANYARD_HUGO;
  if (given) {
    if (!existsSync(given))
      fail(`LANYARD_HUGO=${given} does not exist`, ['Correct the variable, or unset it.']);
    return given;
  }
  if (onPath('hugo') === undefined) await installWithApt('hugo');
  const path = onPath('hugo');
  if (path === undefined) {
    fail('Hugo was not found, and could not be installed', [
      'Debian, Ubuntu: sudo apt-get install hugo',
      'elsewhere: https://gohugo.io/installation/',
      'or set LANYARD_HUGO to its executable',
    ]);
  }
  process.env.LANYARD_HUGO = path;
  return path;
};

/** Finds or installs Jekyll, which only systems' packages and gems have. */
export const ensureJekyll = async () => {
  if (onPath('jekyll') === undefined) await installWithApt('jekyll');
  if (onPath('jekyll') !== undefined) return;
  fail('Jekyll was not found, and could not be installed', [
    'Debian, Ubuntu: sudo apt-get install jekyll',
    'elsewhere: https://jekyllrb.com/docs/installation/',
  ]);
};

/** Korean and Japanese glyphs for the screenshots; without them the tests still mean the same. */
export const ensureFonts = async () => {
  if (process.platform !== 'linux') return;
  const has = async () => {
    const { code, output } = await run('fc-list', [':lang=ko', 'family'], { quiet: true });
    return code === 0 && output.trim() !== '';
  };
  if (await has()) return;
  if ((await installWithApt('fonts-noto-cjk', 'fontconfig')) && (await has())) return;
  say('no Korean and Japanese fonts: screenshots will show boxes (Debian: apt-get install fonts-noto-cjk)');
};

/** Everything the tests need. */
export const ensureAll = async () => {
  await ensurePackages();
  await ensureChromium();
  await ensureFirefox();
  await ensureHugo();
  await ensureFonts();
};

/** Runs a command's main function; an error of setup is shown without a stack, and the exit code tells. */
export const runCommand = async (main) => {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error.message?.startsWith('setup: ') ? error.message : error);
    process.exitCode = 1;
  }
};
