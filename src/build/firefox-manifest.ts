/** What Firefox wants to read in place of Chromium's manifest: sidebar, event page, its own id and shortcuts. */
import type { ManifestV3Export } from '@crxjs/vite-plugin';
import type manifest from '../../manifest.json';

type WrittenManifest = typeof manifest;

/**
 * The first Firefox with `Element.setHTML`, `Sanitizer` and trusted types, which keep foreign HTML from running;
 * `Temporal` and the data collection permissions came before it.
 */
const OLDEST_FIREFOX = '148.0';

/** Shortcuts that Firefox keeps for itself: Ctrl+Shift+Y shows its downloads. */
const OWN_SHORTCUTS: Readonly<Record<string, string>> = { 'take-screenshot': 'Alt+Shift+Y' };

const withOwnShortcuts = (commands: WrittenManifest['commands']) =>
  Object.fromEntries(
    Object.entries(commands).map(([name, command]) => [
      name,
      { ...command, suggested_key: { default: OWN_SHORTCUTS[name] ?? command.suggested_key.default } },
    ]),
  );

/** Firefox's manifest, from Chromium's as it is written. */
export const firefoxManifest = (written: WrittenManifest, version: string): ManifestV3Export => {
  const { side_panel, minimum_chrome_version, background, permissions, commands, ...same } = written;
  return {
    ...same,
    version,
    permissions: permissions.filter((permission) => permission !== 'sidePanel'),
    background: { scripts: [background.service_worker], type: 'module' },
    commands: withOwnShortcuts(commands),
    sidebar_action: {
      default_panel: side_panel.default_path,
      default_title: same.action.default_title,
      default_icon: same.action.default_icon,
      open_at_install: false,
    },
    browser_specific_settings: {
      gecko: {
        id: 'lanyard@conference-notes',
        strict_min_version: OLDEST_FIREFOX,
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: OLDEST_FIREFOX },
    },
  } as unknown as ManifestV3Export;
};
