/** The worker: a table of contents of what wakes it. All listeners are registered synchronously; it keeps no state. */
import type { Ports } from '../app/ports.ts';
import { isTyped } from '../model/draft.ts';
import { showBadge, showWorking, wasInterrupted } from '../platform/badge.ts';
import { onCommand, onInstalled, onOmnibox, onUpdateReady } from '../platform/commands.ts';
import { onFetchAsked } from '../platform/fetch-port.ts';
import { translate } from '../platform/i18n.ts';
import { createMenu, onMenuClick } from '../platform/menus.ts';
import { onMessage } from '../platform/messages.ts';
import { sendNotice } from '../platform/notices.ts';
import { openPanel } from '../platform/panel.ts';
import { openOwnPage } from '../platform/tabs.ts';
import { createCopyKeeper } from '../store/copy/copy-keeper.ts';
import { openStore } from '../store/open-store.ts';
import { createPorts } from '../surface/create-ports.ts';
import {
  type Confirmation,
  clipImage,
  clipLinkOfPage,
  clipPage,
  clipScreenshot,
  clipSelectionOfPage,
  keepLine,
} from './capture-actions.ts';
import { failureText } from './failure-text.ts';
import { fetchFile } from './fetch-file.ts';

const copyKeeper = createCopyKeeper(() => Date.now());

onMessage(() => copyKeeper.changed());

let working = 0;

// The worker before was stopped between the click and the save: whoever clicked must know.
void wasInterrupted().then((isSo) => {
  if (!isSo) return;
  const text = translate('captureInterrupted');
  sendNotice({ tone: 'failed', text });
  if (working === 0) void showBadge('failed', text);
});

/** Does it with a store of its own, and says how it ended on the button and in every open surface. */
const confirmed = async (work: (ports: Ports) => Promise<Confirmation>): Promise<void> => {
  working += 1;
  showWorking(translate('captureWorking'));
  try {
    const { ports } = createPorts(openStore, { onWritten: () => void copyKeeper.changed() });
    try {
      const { text, short } = await work(ports);
      sendNotice({ tone: short ? 'info' : 'done', text });
      await showBadge('done', text);
    } finally {
      ports.store.close();
    }
  } catch (error) {
    console.error(error);
    const text = failureText(error);
    sendNotice({ tone: 'failed', text });
    await showBadge('failed', text);
  } finally {
    working -= 1;
  }
};

onInstalled((reason) => {
  void createMenu([
    { id: 'clip-page', title: translate('menuClipPage'), contexts: ['page'] },
    { id: 'clip-selection', title: translate('menuClipSelection'), contexts: ['selection'] },
    { id: 'clip-link', title: translate('menuClipLink'), contexts: ['link'] },
    { id: 'clip-image', title: translate('menuClipImage'), contexts: ['image'] },
    {
      id: 'take-screenshot',
      title: translate('menuScreenshot'),
      contexts: ['page', 'selection', 'link', 'image'],
    },
    { id: 'open-panel', title: translate('menuOpenPanel'), contexts: ['page'] },
  ]);
  if (reason === 'install') void openOwnPage('src/recap-page/recap.html', 'welcome');
});

// Not while something is being typed.
onUpdateReady(async () => {
  const { ports } = createPorts(openStore);
  const drafts = await ports.store.listDrafts().catch(() => null);
  ports.store.close();
  return drafts?.some(isTyped) === false;
});

onMenuClick((click, tab) => {
  switch (click.id) {
    case 'open-panel':
      void openPanel(tab.windowId);
      break;
    case 'clip-page':
      void confirmed((ports) => clipPage(ports, tab));
      break;
    case 'clip-selection':
      void confirmed((ports) => clipSelectionOfPage(ports, tab, click));
      break;
    case 'clip-link':
      void confirmed((ports) => clipLinkOfPage(ports, tab, click));
      break;
    case 'clip-image':
      void confirmed((ports) => clipImage(ports, tab, click));
      break;
    case 'take-screenshot':
      void confirmed((ports) => clipScreenshot(ports, tab));
      break;
  }
});

onCommand((command, tab) => {
  if (command === 'open-panel') void openPanel(tab.windowId);
  else if (command === 'clip-page') void confirmed((ports) => clipPage(ports, tab));
  else if (command === 'take-screenshot') void confirmed((ports) => clipScreenshot(ports, tab));
});

onOmnibox(
  (text) => translate('omniboxHint', text),
  (text) => void confirmed((ports) => keepLine(ports, text)),
);

onFetchAsked(fetchFile);
