/** When the page points to its conference's programme: one quiet row that leads to reading it. */
import { useEffect, useState } from 'preact/hooks';
import { handOverProgramme } from '../app/hand-over-programme.ts';
import type { PageClip } from '../capture/page-clip.ts';
import { isReadable } from '../capture/read-tab.ts';
import type { ActiveTab } from '../platform/tabs.ts';
import { Button } from '../ui/components/button.tsx';
import { useReport, useToast } from '../ui/components/toasts.tsx';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';

const loadCapture = () => import('../capture/page-programme.ts');
const loadAddresses = () => import('../schedule/page-schedules.ts');

interface Found {
  readonly tabId: number;
  readonly urls: readonly string[];
}

/** Looks when the popup has nothing else to do; a page that may not be read has nothing to offer. */
const useFound = (tab: Promise<ActiveTab | null>, page: Promise<PageClip | null>): Found | null => {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    const look = async (): Promise<void> => {
      const [active, clip] = await Promise.all([tab, page]);
      if (active === null || clip === null || !isReadable(clip)) return;
      await new Promise((resolve) => requestIdleCallback(resolve));
      const [{ readPageLinks }, { scheduleAddressesOf }] = await Promise.all([
        loadCapture(),
        loadAddresses(),
      ]);
      const addresses = scheduleAddressesOf(active.url, await readPageLinks(active.id));
      if (addresses.length > 0) setFound({ tabId: active.id, urls: addresses.map(({ url }) => url) });
    };
    // The page went away while it was looked at: then there is no row.
    look().catch(console.warn);
  }, [tab, page]);
  return found;
};

export const PageProgramme = ({
  tab,
  page,
}: {
  readonly tab: Promise<ActiveTab | null>;
  readonly page: Promise<PageClip | null>;
}) => {
  const ports = usePorts();
  const report = useReport();
  const show = useToast();
  const found = useFound(tab, page);
  const [busy, setBusy] = useState(false);
  if (found === null) return null;
  const read = async (): Promise<void> => {
    const { fetchPageProgramme } = await loadCapture();
    const fetched = await fetchPageProgramme(found.tabId, found.urls);
    if (fetched === null) {
      show({ tone: 'failed', text: t('programmeOnPageFailed') });
      return;
    }
    handOverProgramme(ports, { name: fetched.url, text: fetched.text });
    // A fragment of its own, so that a recap page that is open there already looks again. The popup goes by itself when
    // the tab comes to the front; closed any earlier, it would take the way there with it.
    ports.openRecap(`programme/page-${ports.nowMs()}`);
  };
  return (
    <p class="popup-programme">
      {t('programmeOnPage')}
      <Button
        look="quiet"
        disabled={busy}
        onClick={() => {
          setBusy(true);
          read()
            .catch(report)
            .finally(() => setBusy(false));
        }}
      >
        {t('programmeOnPageRead')}
      </Button>
    </p>
  );
};
