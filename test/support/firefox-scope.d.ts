/** What Firefox's own window has, as far as `firefox.ts` uses it. */
interface FirefoxShortcuts {
  readonly commands: Promise<Map<string, { readonly shortcut: string }>>;
  readonly keysetsMap: WeakMap<Window, Element>;
}

interface FirefoxExtension {
  readonly apiManager: {
    readonly global: {
      browserActionFor(extension: FirefoxExtension): { triggerAction(window: Window): Promise<void> };
    };
  };
  readonly shortcuts: FirefoxShortcuts;
  readonly tabManager: { addActiveTabPermission(tab: unknown): void };
  emit(name: string, ...args: unknown[]): void;
  terminateBackground(): Promise<void>;
}

declare const WebExtensionPolicy: { getByID(id: string): { readonly extension: FirefoxExtension } };
declare const gBrowser: { readonly selectedTab: unknown };
declare const SidebarController: { hide(): void };
declare const PopupNotifications: { readonly panel: { readonly state: string } };

interface XulKey extends Element {
  doCommand(): void;
}

interface XulPanel extends Element {
  hidePopup?(): void;
}

/** A question beside the address bar. */
interface XulNotification extends Element {
  readonly button?: HTMLButtonElement;
  readonly secondaryButton?: HTMLButtonElement;
}
