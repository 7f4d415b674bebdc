/** Starts a page of ours: strings, ports, notices, and what is shown when the store does not open. */
import { type ComponentChildren, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { listShortcuts, openShortcutSettings } from '../platform/commands.ts';
import { interfaceLanguage, translate } from '../platform/i18n.ts';
import { onNotice } from '../platform/notices.ts';
import { openAddress, openOwnPage } from '../platform/tabs.ts';
import { ToastProvider, useToast } from '../ui/components/toasts.tsx';
import { errorMessage } from '../ui/error-message.ts';
import { PortsContext, type SurfacePorts } from '../ui/ports-context.ts';
import { provideStrings, t } from '../ui/strings.ts';
import { createPorts } from './create-ports.ts';

const Notices = () => {
  const show = useToast();
  useEffect(() => onNotice(show), [show]);
  return null;
};

const Surface = ({
  ports,
  opened,
  children,
}: {
  readonly ports: SurfacePorts;
  readonly opened: Promise<unknown>;
  readonly children: ComponentChildren;
}) => {
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    opened.catch(setFailure);
  }, [opened]);
  if (failure !== undefined) {
    return (
      <div class="empty" role="alert">
        <h2>{t('storeDidNotOpen')}</h2>
        <p>{errorMessage(failure)}</p>
        <button type="button" class="button" onClick={() => location.reload()}>
          {t('tryAgain')}
        </button>
      </div>
    );
  }
  return (
    <PortsContext.Provider value={ports}>
      <ToastProvider>
        <Notices />
        {children}
      </ToastProvider>
    </PortsContext.Provider>
  );
};

/** Renders at once; the store opens meanwhile. */
export const mount = (children: ComponentChildren): void => {
  provideStrings(translate, interfaceLanguage());
  document.documentElement.lang = interfaceLanguage();
  const root = document.getElementById('app');
  if (root === null) throw new Error('the page has no #app');
  const { ports, opened } = createPorts(async (options) => {
    const { openStore } = await import('../store/open-store.ts');
    return openStore(options);
  });
  const surfacePorts: SurfacePorts = {
    ...ports,
    openRecap: (hash) => void openOwnPage('src/recap-page/recap.html', hash),
    openAddress: (url) => void openAddress(url),
    listShortcuts,
    openShortcutSettings,
  };
  render(
    <Surface ports={surfacePorts} opened={opened}>
      {children}
    </Surface>,
    root,
  );
};
