/** The built extension stands up: every surface opens in real Chromium, without an error and without the network. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { readInstallReport } from '../support/install-report.ts';
import { type Site, serveSite } from '../support/site.ts';

describe('Lanyard in Chromium', () => {
  let lanyard: Lanyard;
  let site: Site;

  beforeAll(async () => {
    site = await serveSite();
    lanyard = await launchLanyard();
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  it('installs without a warning, with every shortcut it asked for', async () => {
    const report = await readInstallReport(lanyard);
    expect(report.permissionWarnings).toEqual([]);
    expect(report.manifestErrors).toEqual([]);
    expect(report.installWarnings).toEqual([]);
    expect(Object.keys(report.shortcuts).sort()).toEqual([
      '_execute_action',
      'clip-page',
      'open-panel',
      'take-screenshot',
    ]);
    expect(Object.entries(report.shortcuts).filter(([, shortcut]) => shortcut === '')).toEqual([]);
  });

  it('opens the popup with the cursor in a field', async () => {
    const page = await lanyard.openPage(site.url('talk.html'));
    const popup = await lanyard.openPopup(page);
    await expect
      .poll(() => popup.evaluate(() => document.activeElement?.tagName), { timeout: 5000 })
      .toMatch(/^(INPUT|TEXTAREA)$/);
    expect(await popup.title()).toBe('Lanyard');
    await popup.close();
  });

  it('opens the side panel', async () => {
    const page = await lanyard.openPage(site.url('korean.html'));
    const panel = await lanyard.openPanel(page);
    await panel.waitForSelector('main');
    expect(await panel.title()).toBe('Lanyard');
    await panel.close();
  });

  it('opens the recap page', async () => {
    const recap = await lanyard.openRecap();
    await recap.waitForSelector('main');
    await recap.close();
  });

  it('the worker starts again after it was stopped', async () => {
    await lanyard.stopWorker();
    const page = await lanyard.openPage(site.url('plain.html'));
    const popup = await lanyard.openPopup(page);
    await popup.close();
    const worker = await lanyard.worker();
    expect(worker.url()).toContain(lanyard.extensionId);
  });

  it('no page and no worker met an error, and nothing asked the network but the pages themselves', () => {
    expect(lanyard.errors).toEqual([]);
    expect(lanyard.requests.filter((url) => !url.startsWith(site.origin))).toEqual([]);
  });
});
