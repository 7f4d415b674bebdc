/** The popup's one screen: the page ready to clip, the cursor in the note field, the running session chosen. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageClip } from '../capture/page-clip.ts';
import { openPanel } from '../platform/panel.ts';
import type { ActiveTab } from '../platform/tabs.ts';
import { IconButton } from '../ui/components/button.tsx';
import { FileTextIcon, PanelRightIcon } from '../ui/components/icons-popup.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { hadEvent, useSituation } from '../ui/use-situation.ts';
import { ClipForm } from './clip-form.tsx';
import { TargetPicker } from './target-picker.tsx';

export const Popup = ({
  tab,
  page,
  takeTyped,
}: {
  readonly tab: Promise<ActiveTab | null>;
  readonly page: Promise<PageClip | null>;
  /** Hands over, once, what the person typed before this code ran. */
  readonly takeTyped: () => string;
}) => {
  const { openRecap } = usePorts();
  const situation = useSituation();
  const [askingForEvent, setAskingForEvent] = useState(true);
  const [expected] = useState(hadEvent);
  const [later, setLater] = useState<typeof import('./popup-later.tsx') | null>(null);
  const report = useReport();
  useEffect(() => {
    import('./popup-later.tsx').then(setLater, report);
  }, [report]);
  const windowId = useRef<number | undefined>(undefined);
  useEffect(() => {
    void tab.then((active) => {
      windowId.current = active?.windowId;
    });
  }, [tab]);
  const showPanel = (): void => {
    if (windowId.current === undefined) return;
    const close = () => window.close();
    // Not before: where the panel is a tab, opening it takes a moment.
    openPanel(windowId.current).then(close, close);
  };
  const noEvent = situation !== undefined && situation.event === null && askingForEvent;
  const unknown = situation === undefined ? !expected : noEvent && later === null;
  return (
    <main class={unknown ? 'popup is-unknown' : 'popup'}>
      <header class="popup-head">
        <h1 class={situation?.event ? 'visually-hidden' : 'popup-name'}>{t('productName')}</h1>
        {situation?.event ? <TargetPicker situation={situation} /> : null}
        <IconButton label={t('openPanel')} onClick={showPanel}>
          <PanelRightIcon />
        </IconButton>
        <IconButton label={t('openRecap')} onClick={() => openRecap()}>
          <FileTextIcon />
        </IconButton>
      </header>
      {noEvent && later !== null ? (
        <later.FirstEvent onLater={() => setAskingForEvent(false)} />
      ) : (
        <ClipForm tab={tab} page={page} situation={situation} takeTyped={takeTyped} />
      )}
      {later !== null && (
        <>
          <later.PageProgramme tab={tab} page={page} />
          <later.RecentNotes />
          <later.PopupKeys />
        </>
      )}
    </main>
  );
};
