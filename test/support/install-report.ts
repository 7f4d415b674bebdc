/** What the browser itself says of the extension, asked on its extensions page. */
import type { Lanyard } from './extension.ts';

/** What the browser says of the extension at installation. */
export interface InstallReport {
  /** Sentences of the permission dialog; none is wanted. */
  readonly permissionWarnings: readonly string[];
  readonly manifestErrors: readonly string[];
  readonly installWarnings: readonly string[];
  /** Shortcut of each command, empty where the browser refused the suggested one. */
  readonly shortcuts: Readonly<Record<string, string>>;
}

interface ExtensionsPage {
  readonly chrome: {
    readonly developerPrivate: {
      getExtensionInfo(id: string): Promise<{
        readonly permissions: { readonly simplePermissions: readonly { readonly message: string }[] };
        readonly manifestErrors: readonly { readonly message: string }[];
        readonly installWarnings: readonly string[];
        readonly commands: readonly { readonly name: string; readonly keybinding: string }[];
      }>;
    };
  };
}

/** Asks the browser's extensions page. */
export const readInstallReport = async (lanyard: Lanyard): Promise<InstallReport> => {
  const page = await lanyard.context.newPage();
  await page.goto('chrome://extensions');
  const info = await page.evaluate(
    (id) => (globalThis as unknown as ExtensionsPage).chrome.developerPrivate.getExtensionInfo(id),
    lanyard.extensionId,
  );
  await page.close();
  return {
    permissionWarnings: info.permissions.simplePermissions.map(({ message }) => message),
    manifestErrors: info.manifestErrors.map(({ message }) => message),
    installWarnings: info.installWarnings,
    shortcuts: Object.fromEntries(info.commands.map(({ name, keybinding }) => [name, keybinding])),
  };
};
