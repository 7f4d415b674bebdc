/** Budgets: bytes of script that each surface loads before it can be used (minified, as on disk). */
import { describe, expect, it } from 'vitest';
import { builtFiles, bytesOf, gzipBytesOf, loadedBy, readBuilt } from './built-extension.ts';

const KIB = 1024;
const manifest = JSON.parse(readBuilt('manifest.json'));

const SURFACES = [
  { surface: 'popup', entry: manifest.action.default_popup, budgetKib: 60 },
  { surface: 'side panel', entry: manifest.side_panel.default_path, budgetKib: 120 },
  { surface: 'recap page', entry: 'src/recap-page/recap.html', budgetKib: 400 },
  { surface: 'worker', entry: manifest.background.service_worker, budgetKib: 60 },
] as const;

const kib = (bytes: number): string => `${(bytes / KIB).toFixed(1)} KiB`;

describe('bytes of script', () => {
  it.each(SURFACES)('$surface: at most $budgetKib KiB at opening', ({ surface, entry, budgetKib }) => {
    const files = loadedBy(entry);
    const bytes = bytesOf(files, '.js');
    console.log(
      `size: ${surface} ${kib(bytes)} of ${budgetKib} KiB in ${files.filter((path) => path.endsWith('.js')).length} scripts`,
    );
    expect(bytes).toBeGreaterThan(0);
    expect(bytes, files.join('\n')).toBeLessThanOrEqual(budgetKib * KIB);
  });

  // Self-contained scripts that nothing imports: they reach the page through `scripting.executeScript`. The second brings
  // the extractor and is injected only for a whole article.
  const injected = { 'src/capture/injected.js': 30, 'src/capture/article-injected.js': 36 };

  it('no other script is injected', () => {
    const built = builtFiles().filter((path) => /^src\/capture\/.*\.js$/.test(path));
    expect(built.sort()).toEqual(Object.keys(injected).sort());
  });

  it.each(Object.entries(injected))('%s: at most %d KiB, compressed', (path, budgetKib) => {
    console.log(`size: ${path} ${kib(gzipBytesOf(path))} of ${budgetKib} KiB, compressed`);
    expect(readBuilt(path)).not.toMatch(/^\s*(import|export)\b/);
    expect(gzipBytesOf(path)).toBeLessThanOrEqual(budgetKib * KIB);
  });
});
