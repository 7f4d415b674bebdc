/** Starts a page of ours: strings, ports, notices, and what is shown when the store does not open. */
import { type ComponentChildren, type ComponentType, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { onNotice } from '../platform/hear-notices.ts';
import { translate } from '../platform/i18n.ts';
import { interfaceLanguage } from '../platform/interface-language.ts';
import { sendMessage } from '../platform/messages.ts';
import { openAddress } from '../platform/open-address.ts';
import { listShortcuts, openShortcutSettings } from '../platform/shortcuts.ts';
import { openOwnPage } from '../platform/tabs.ts';
import { ToastProvider, useToast } from '../ui/components/toasts.tsx';
import { PortsContext, type SurfacePorts } from '../ui/ports-context.ts';
import { provideStrings } from '../ui/strings.ts';
import { createPorts } from './create-ports.ts';
import { collectDamaged, type DamagedRows } from './damaged-rows.ts';

const Notices = () => {
  const show = useToast();
  useEffect(() => onNotice(show), [show]);
  return null;
};

interface Failure {
  readonly error: unknown;
  readonly Recovery: ComponentType<{ readonly error: unknown }>;
}

/** Over the page, as soon as a record was left out. */
const Damaged = ({ found }: { readonly found: DamagedRows }) => {
  const [Notice, setNotice] = useState<ComponentType<{ readonly found: DamagedRows }>>();
  useEffect(
    () =>
      found.onFirst(() => {
        void import('./damaged-notice.tsx').then(({ DamagedNotice }) => setNotice(() => DamagedNotice));
      }),
    [found],
  );
  return Notice === undefined ? null : <Notice found={found} />;
};

const Surface = ({
  ports,
  failed,
  damaged,
  children,
}: {
  readonly ports: SurfacePorts;
  /** Resolves with what went wrong: the store did not open, or lacks something. */
  readonly failed: Promise<unknown>;
  readonly damaged: DamagedRows;
  readonly children: ComponentChildren;
}) => {
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => {
    void failed.then(async (error) => {
      const { Recovery } = await import('./recovery.tsx');
      setFailure({ error, Recovery });
    });
  }, [failed]);
  if (failure !== undefined) return <failure.Recovery error={failure.error} />;
  return (
    <PortsContext.Provider value={ports}>
      <ToastProvider>
        <Notices />
        <Damaged found={damaged} />
        {children}
      </ToastProvider>
    </PortsContext.Provider>
  );
};

/** The look at the copy, and the worker's start for it, must not stand before what the person waits for. */
const CATCH_UP_MS = 1_000;

const catchUp = async (): Promise<void> => {
  // Not loaded, or not looked at, when the surface closes meanwhile: the worker looks for itself.
  const isBehind = await import('../store/copy/is-copy-behind.ts')
    .then(({ isCopyBehind }) => isCopyBehind())
    .catch(() => true);
  if (isBehind) sendMessage('written');
};

/**
 * What nobody asked to be kept, Firefox clears away when the disk runs low, the copy with the rest. It promises an
 * extension so without a question; Chromium never does (`unlimitedStorage` is enough there). The backup's window says which.
 */
const askToBeKept = (): void => {
  navigator.storage.persist().catch(() => undefined);
};

/** Renders at once; the store opens meanwhile. */
export const mount = (children: ComponentChildren): void => {
  provideStrings(translate, interfaceLanguage());
  document.documentElement.lang = interfaceLanguage();
  const root = document.getElementById('app');
  if (root === null) throw new Error('the page has no #app');
  const { promise: failed, resolve: onLoss } = Promise.withResolvers<unknown>();
  const damaged = collectDamaged();
  const { ports, opened } = createPorts(
    async (options) => {
      const { openLastingStore } = await import('../store/lasting-store.ts');
      return openLastingStore(options);
    },
    { onLoss, onDamaged: damaged.add, onWritten: () => sendMessage('written') },
  );
  // A copy that fell behind, because the last surface was closed at once, is brought up to date.
  opened.then(() => {
    askToBeKept();
    setTimeout(catchUp, CATCH_UP_MS);
  }, onLoss);
  const surfacePorts: SurfacePorts = {
    ...ports,
    openRecap: (hash) => void openOwnPage('src/recap-page/recap.html', hash),
    openAddress: (url) => void openAddress(url),
    listShortcuts,
    openShortcutSettings,
    makeRoom: () => void import('./make-room.tsx').then(({ openMakeRoom }) => openMakeRoom(surfacePorts)),
  };
  render(
    <Surface ports={surfacePorts} failed={failed} damaged={damaged}>
      {children}
    </Surface>,
    root,
  );
};
