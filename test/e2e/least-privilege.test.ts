/** What the browser says at installation, and what it asks the network for in a whole day: nothing. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { launchLanyard } from '../support/extension.ts';
import { card, composer, fire } from '../support/panel-page.ts';
import { makePng } from '../support/png.ts';
import { makeEvent, makeSession } from '../support/records.ts';
import { serveSite } from '../support/site.ts';
import { seedStored } from '../support/stored.ts';
import { watchNetwork } from '../support/watched-network.ts';

const BUILT = fileURLToPath(new URL('../../dist/chromium/manifest.json', import.meta.url));

/** An extension that may ask the browser what it would say of another. */
const ASKING = {
  manifest_version: 3,
  name: 'asking',
  version: '1',
  permissions: ['management'],
  background: { service_worker: 'worker.js' },
  action: { default_popup: 'none.html' },
  side_panel: { default_path: 'none.html' },
};

describe('least privilege', () => {
  it('the browser warns of nothing when Lanyard is installed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lanyard-asking-'));
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(ASKING));
    writeFileSync(join(folder, 'none.html'), '');
    writeFileSync(join(folder, 'worker.js'), 'chrome.runtime.onInstalled.addListener(() => {});');
    const asking = await launchLanyard({ extensionDir: folder });
    try {
      const { default_locale: _locale, ...manifest } = JSON.parse(readFileSync(BUILT, 'utf8'));
      const warningsOf = async (asked: object): Promise<string[]> =>
        (await asking.worker()).evaluate(
          (text) => chrome.management.getPermissionWarningsByManifest(text),
          JSON.stringify(asked),
        );
      const named = { ...manifest, name: 'Lanyard', description: '', short_name: 'Lanyard', commands: {} };
      expect(named.permissions.length).toBeGreaterThan(3);
      expect(await warningsOf(named)).toEqual([]);
      expect(await warningsOf({ ...named, permissions: [...named.permissions, 'tabs'] })).toHaveLength(1);
    } finally {
      await asking.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('the main job asks the network for nothing', async () => {
    const [site, network] = [await serveSite(), await watchNetwork()];
    const lanyard = await launchLanyard({ args: network.args });
    try {
      const event = makeEvent({ name: 'Harbour Go Conf', url: 'https://harbour.invalid/' });
      await seedStored(lanyard, { event, sessions: [makeSession(event, { title: 'Queues' })] });
      const page = await lanyard.openPage(site.url('talk.html'));
      const popup = await lanyard.openPopup(page);
      await expect.poll(() => popup.getByRole('textbox', { name: 'Title' }).inputValue()).not.toBe('');
      await popup.keyboard.press('Control+Enter');
      await popup.getByText('Saved to').waitFor();
      await popup.close();
      const panel = await lanyard.openPanel(page);
      await composer(panel).fill('See https://harbour.invalid/a and ![far](https://harbour.invalid/far.png)');
      await composer(panel).press('Enter');
      await card(panel, 'See https://harbour.invalid/a').waitFor();
      await fire(composer(panel), 'paste', { files: [makePng(64, 48, 1).toString('base64')] });
      await panel.getByText('1 image saved.').waitFor();
      await lanyard.runCommand('take-screenshot', page);
      const recap = await lanyard.openRecap();
      await recap.getByText('See').first().waitFor();
      const saved = await lanyard.download(() => recap.keyboard.press('Control+s'));
      expect(readFileSync(saved).length).toBeGreaterThan(100);
      expect(network.asked).toEqual([]);
      // What is asked for from elsewhere does come by here.
      await lanyard.openPage('http://harbour.invalid/').catch(() => undefined);
      expect(network.asked.join()).toContain('harbour.invalid');
    } finally {
      await lanyard.close();
      await site.close();
      await network.close();
    }
  });
});
