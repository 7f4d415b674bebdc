/** Prepares what Chromium finds at its start: a copy of the extension in one language, and where downloads go. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A copy of the extension that speaks one language alone: Debian's Chromium has no other interface than English. */
export const inOneLanguage = (extensionDir: string, language: string, copyDir: string): string => {
  cpSync(extensionDir, copyDir, { recursive: true });
  const locales = join(copyDir, '_locales');
  for (const name of readdirSync(locales))
    if (name !== language) rmSync(join(locales, name), { recursive: true });
  const path = join(copyDir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify({ ...manifest, default_locale: language }));
  return copyDir;
};

/** A copy of the extension in a browser without panel, context menu, commands and address-bar keyword, as Firefox on Android is. */
export const asOnPhone = (extensionDir: string, copyDir: string): string => {
  cpSync(extensionDir, copyDir, { recursive: true });
  const path = join(copyDir, 'manifest.json');
  const { side_panel, omnibox, commands, permissions, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
  const left = permissions.filter((name: string) => name !== 'sidePanel' && name !== 'contextMenus');
  writeFileSync(path, JSON.stringify({ ...manifest, permissions: left }));
  return copyDir;
};

/** Downloads without a question, into our folder, under the name that the page gave. */
export const presetDownloads = (userDataDir: string, downloadsDir: string): void => {
  const path = join(userDataDir, 'Default', 'Preferences');
  if (existsSync(path)) return;
  mkdirSync(join(userDataDir, 'Default'), { recursive: true });
  writeFileSync(
    path,
    JSON.stringify({
      // Without it an unpacked extension that was reloaded stays off.
      extensions: { ui: { developer_mode: true } },
      download: { default_directory: downloadsDir, prompt_for_download: false, directory_upgrade: true },
    }),
  );
};
