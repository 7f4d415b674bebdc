/** Firefox's build says the same as Chromium's, in Firefox's words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles, ROOT } from './source-files.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const chromium = JSON.parse(read('dist/chromium/manifest.json'));
const firefox = JSON.parse(read('dist/firefox/manifest.json'));
const { version } = JSON.parse(read('package.json'));
const scriptsOf = (browser: string): readonly string[] =>
  listFiles(`dist/${browser}`).filter((path) => path.endsWith('.js'));
const naming = (browser: string, words: RegExp): readonly string[] =>
  scriptsOf(browser).filter((path) => words.test(read(path)));

describe("Firefox's manifest", () => {
  it('asks for the same permissions, but the one of the side panel', () => {
    expect([...firefox.permissions, 'sidePanel'].sort()).toEqual([...chromium.permissions].sort());
    for (const key of [
      'host_permissions',
      'optional_permissions',
      'web_accessible_resources',
      'content_scripts',
    ])
      expect(firefox).not.toHaveProperty(key);
  });

  it.each(['name', 'action', 'icons', 'omnibox', 'default_locale', 'content_security_policy'])(
    'has the same %s',
    (key) => expect(firefox[key]).toEqual(chromium[key]),
  );

  it.each(listFiles('dist/firefox').filter((path) => path.endsWith('.html')))(
    '%s connects nowhere',
    (path) => {
      const head = read(path).split(/<(?:script|link)\b/)[0];
      expect(head).toContain(`http-equiv="Content-Security-Policy" content="connect-src 'self'"`);
    },
  );

  it('takes its version from package.json, as the other does', () => {
    expect([firefox.version, chromium.version]).toEqual([version, version]);
  });

  it('is the version on top of the changelog', () => {
    expect(/^## (.+)$/m.exec(read('CHANGELOG.md'))?.[1]).toBe(version);
  });

  it('has a sidebar and an event page, whose files are there', () => {
    const files = listFiles('dist/firefox');
    const named = [firefox.sidebar_action.default_panel, ...firefox.background.scripts];
    for (const path of named) expect(files).toContain(`dist/firefox/${path}`);
    expect(firefox.sidebar_action.default_panel).toBe(chromium.side_panel.default_path);
    expect(firefox).not.toHaveProperty('side_panel');
    expect(firefox.background).not.toHaveProperty('service_worker');
  });

  it('has the same commands, each with a shortcut', () => {
    expect(Object.keys(firefox.commands)).toEqual(Object.keys(chromium.commands));
    for (const { suggested_key } of Object.values<{ suggested_key: { default: string } }>(firefox.commands))
      expect(suggested_key.default).toMatch(/^(Alt|Ctrl)\+Shift\+[A-Z]$/);
  });

  it('says that no data is collected', () => {
    const { gecko, gecko_android } = firefox.browser_specific_settings;
    expect(gecko.data_collection_permissions).toEqual({ required: ['none'] });
    expect(Number.parseInt(gecko.strict_min_version, 10)).toBeGreaterThanOrEqual(148);
    expect(gecko_android.strict_min_version).toBe(gecko.strict_min_version);
  });
});

describe('the scripts of each build', () => {
  it("name their own browser's panel alone", () => {
    expect(naming('firefox', /\bsidebarAction\b/)).not.toEqual([]);
    expect(naming('firefox', /chrome\.sidePanel\b/)).toEqual([]);
    expect(naming('chromium', /chrome\.sidePanel\b/)).not.toEqual([]);
    expect(naming('chromium', /\bsidebarAction\b/)).toEqual([]);
  });
});
