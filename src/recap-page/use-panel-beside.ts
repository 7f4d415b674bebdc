/** Opens the panel beside this window. */
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { openPanel } from '../platform/panel.ts';
import { activeTab } from '../platform/tabs.ts';
import { useReport } from '../ui/components/toasts.tsx';

/** The browser wants the call in the click itself, so the window is asked before. */
export const usePanelBeside = (): (() => void) => {
  const report = useReport();
  const windowId = useRef<number | undefined>(undefined);
  useEffect(() => {
    activeTab().then((tab) => {
      windowId.current = tab?.windowId;
    }, report);
  }, [report]);
  return useCallback(() => {
    if (windowId.current !== undefined) openPanel(windowId.current).catch(report);
  }, [report]);
};
