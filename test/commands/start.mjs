/**
 * `npm start`: installs what is missing, builds, opens a browser with the extension loaded and stays until it is closed.
 * Without a display, or with `--demo`: plays a sample day headless and leaves what came of it in `out/demo/`. With
 * `--pictures`: draws the pictures of the documentation; `--pictures ko ja` those of these languages alone.
 */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, runTool } from './processes.mjs';
import { ensureChromium, ensureFonts, ensurePackages, runCommand } from './setup.mjs';

const EXTENSION = join(ROOT, 'dist', 'chromium');

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** An unpacked extension is named by its folder: the first 128 bits of the path's SHA-256, written from `a` to `p`. */
const extensionIdOf = (path) =>
  createHash('sha256')
    .update(path)
    .digest('hex')
    .slice(0, 32)
    .replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

const openBrowser = async (chromium) => {
  const profile = join(ROOT, '.cache', 'profile');
  mkdirSync(profile, { recursive: true });
  const recap = `chrome-extension://${extensionIdOf(EXTENSION)}/src/recap-page/recap.html`;
  console.log(`Chromium is open with Lanyard: Alt+Shift+L opens the popup, Alt+Shift+S the side panel.
  the recap page   ${recap}
  the profile      ${profile} (kept; delete it to begin anew)
Close the browser, or press Ctrl+C, to end.`);
  const { code } = await run(
    chromium,
    [
      `--user-data-dir=${profile}`,
      `--disable-extensions-except=${EXTENSION}`,
      `--load-extension=${EXTENSION}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-search-engine-choice-screen',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...process.argv.slice(2),
    ],
    { quiet: true },
  );
  return code;
};

await runCommand(async () => {
  await ensurePackages();
  const chromium = await ensureChromium();
  const build = await runTool('vite', ['build', '--logLevel', 'warn']);
  if (build.code !== 0) return build.code;
  const drawsPictures = process.argv.includes('--pictures');
  if (hasDisplay() && !drawsPictures && !process.argv.includes('--demo')) return openBrowser(chromium);
  await ensureFonts();
  const script = drawsPictures ? 'draw-pictures.ts' : 'play-day.ts';
  const languages = drawsPictures ? process.argv.slice(2).filter((word) => !word.startsWith('--')) : [];
  return (await runTool('tsx', [join(ROOT, 'test', 'demo', script), ...languages])).code;
});
