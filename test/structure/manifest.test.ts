/** Closed by default: what the built extension may do, and what none of its files may contain. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtFiles, loadedBy, readBuilt } from './built-extension.ts';
import { ROOT } from './source-files.ts';

const manifest = JSON.parse(readBuilt('manifest.json'));
const written = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8'));
const scripts = builtFiles().filter((path) => path.endsWith('.js'));

describe('the built manifest', () => {
  it('asks for these permissions and no other', () => {
    expect([...manifest.permissions].sort()).toEqual([
      'activeTab',
      'contextMenus',
      'scripting',
      'sidePanel',
      'storage',
      'unlimitedStorage',
    ]);
  });

  it.each([
    'host_permissions',
    'optional_permissions',
    'content_scripts',
    'web_accessible_resources',
    'externally_connectable',
    'declarative_net_request',
    'sandbox',
  ])('has no %s', (key) => expect(manifest).not.toHaveProperty(key));

  it('may ask for an origin when the person wants to read from it, and has none before', () => {
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
  });

  it('keeps the content security policy as it is written', () => {
    const policy = 'content_security_policy';
    expect(manifest[policy]).toEqual(written[policy]);
    const directives = String(manifest[policy].extension_pages).split(/;\s*/);
    // Those that `default-src` does not stand in for as well: each of them has to be said.
    expect(directives).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ]),
    );
    // The worker alone fetches what the person names; every page forbids itself to connect anywhere.
    const others = directives.filter((directive) => directive !== "connect-src 'self' https: http:");
    expect(others).toHaveLength(directives.length - 1);
    expect(others.join('; ')).not.toMatch(/unsafe|https?:|\*/);
  });

  it.each(builtFiles().filter((path) => path.endsWith('.html')))('%s connects nowhere', (path) => {
    const head = readBuilt(path).split(/<(?:script|link)\b/)[0];
    expect(head).toContain(`http-equiv="Content-Security-Policy" content="connect-src 'self'"`);
  });

  it('is manifest version 3, for browsers that we test', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(Number(manifest.minimum_chrome_version)).toBeGreaterThanOrEqual(146);
  });

  it('names files that are there', () => {
    const named = [
      manifest.action.default_popup,
      manifest.side_panel.default_path,
      manifest.background.service_worker,
      ...Object.values(manifest.icons),
      ...Object.values(manifest.action.default_icon),
    ];
    expect(named.filter((path) => !builtFiles().includes(path))).toEqual([]);
  });
});

describe('the built files', () => {
  it('make no code from text', () => {
    const wrong = scripts.filter((path) =>
      /\beval\s*\(|\bnew Function\b|\bFunction\s*\(\s*['"`]/.test(readBuilt(path)),
    );
    expect(wrong).toEqual([]);
  });

  it('write no text as HTML, but for the extractor in the copy that it makes of a page', () => {
    const wrong = scripts.filter((path) =>
      /\b(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML/.test(readBuilt(path)),
    );
    expect(wrong).toEqual(['src/capture/article-injected.js']);
  });

  it('load no script, style or font from elsewhere', () => {
    const pages = builtFiles().filter((path) => path.endsWith('.html'));
    const wrong = pages.filter((path) => /(?:src|href)="(?:https?:)?\/\//.test(readBuilt(path)));
    const styles = builtFiles().filter((path) => path.endsWith('.css'));
    wrong.push(...styles.filter((path) => /@import|url\(\s*['"]?(?:https?:)?\/\//.test(readBuilt(path))));
    expect(wrong).toEqual([]);
  });

  it('hold no source map, test or hot-reload code', () => {
    expect(builtFiles().filter((path) => /\.map$|\.test\.|hmr|vite\/client/.test(path))).toEqual([]);
  });

  it('try no parser on a string, which their policy refuses', () => {
    const scripts = builtFiles().filter((path) => /^assets\/.*\.js$/.test(path));
    expect(scripts.filter((path) => /parseFromString\((?:``|""|'')/.test(readBuilt(path)))).toEqual([]);
  });

  it('leave turndown and Preact out of the worker, whatever it imports', () => {
    const files = loadedBy(manifest.background.service_worker, true).filter((path) => path.endsWith('.js'));
    const text = files.map(readBuilt).join('\n');
    expect(text.length).toBeGreaterThan(1000);
    // Words of turndown that no minifier touches: an option's name and a node-filter message of it.
    expect(text).not.toMatch(/turndown|blankReplacement|keepReplacement/i);
    // A word of Preact's own.
    expect(text).not.toMatch(/foreignObject/);
  });
});
