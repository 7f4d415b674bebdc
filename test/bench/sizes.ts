/** Bytes of script of each surface: what it loads when it opens, and all that it may ever load. */
import { bytesOf, loadedBy, readBuilt } from '../structure/built-extension.ts';
import { printFigure } from '../support/figures.ts';

const manifest = JSON.parse(readBuilt('manifest.json'));
const SURFACES = [
  { name: 'popup', entry: manifest.action.default_popup, budget: 60 },
  { name: 'side panel', entry: manifest.side_panel.default_path, budget: 120 },
  { name: 'recap page', entry: 'src/recap-page/recap.html', budget: 400 },
  { name: 'worker', entry: manifest.background.service_worker, budget: 60 },
] as const;

for (const { name, entry, budget } of SURFACES) {
  const kib = (files: readonly string[], ending: string): number => bytesOf(files, ending) / 1024;
  printFigure({
    measure: `${name}: script at opening`,
    value: kib(loadedBy(entry), '.js'),
    unit: 'KiB',
    budget,
  });
  printFigure({ measure: `${name}: script in all`, value: kib(loadedBy(entry, true), '.js'), unit: 'KiB' });
  if (name !== 'worker')
    printFigure({ measure: `${name}: style`, value: kib(loadedBy(entry), '.css'), unit: 'KiB' });
}
