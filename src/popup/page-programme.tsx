/** When the page points to its conference's programme, or states when and where it is: one quiet row that takes it. */
import { useEffect, useState } from 'preact/hooks';
import { handOverProgramme } from '../app/hand-over-programme.ts';
import type { Ports } from '../app/ports.ts';
import type { PageClip } from '../capture/page-clip.ts';
import { isReadable } from '../capture/read-tab.ts';
import type { ActiveTab } from '../platform/tabs.ts';
import type { EventFacts } from '../schedule/json-ld.ts';
import { Button } from '../ui/components/button.tsx';
import { useReport, useToast } from '../ui/components/toasts.tsx';
import { usePorts } from '../ui/ports-context.ts';
import { recapLanguage } from '../ui/recap-language.ts';
import { t } from '../ui/strings.ts';

const loadCapture = () => import('../capture/page-programme.ts');
const loadAddresses = () => import('../schedule/page-schedules.ts');

type Found =
  | { readonly kind: 'addresses'; readonly tabId: number; readonly urls: readonly string[] }
  | { readonly kind: 'programme'; readonly url: string; readonly text: string }
  | { readonly kind: 'event'; readonly facts: EventFacts };

/** What the page itself states, where it leads to no programme. */
const findStated = async (ports: Ports, active: ActiveTab): Promise<Found | null> => {
  const [{ readPageStatements }, { eventFactsOf, programmeInStatements }, { newEventFacts }] =
    await Promise.all([
      loadCapture(),
      import('../schedule/json-ld.ts'),
      import('../app/create-page-event.ts'),
    ]);
  const statements = await readPageStatements(active.id);
  const text = programmeInStatements(statements);
  if (text !== null) return { kind: 'programme', url: active.url, text };
  const facts = await newEventFacts(ports, eventFactsOf(statements));
  return facts === null ? null : { kind: 'event', facts };
};

/** Looks when the popup has nothing else to do; a page that may not be read has nothing to offer. */
const useFound = (
  ports: Ports,
  tab: Promise<ActiveTab | null>,
  page: Promise<PageClip | null>,
): [Found | null, (found: Found | null) => void] => {
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
      setFound(
        addresses.length > 0
          ? { kind: 'addresses', tabId: active.id, urls: addresses.map(({ url }) => url) }
          : await findStated(ports, active),
      );
    };
    // The page went away while it was looked at: then there is no row.
    look().catch(console.warn);
  }, [ports, tab, page]);
  return [found, setFound];
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
  const [found, setFound] = useFound(ports, tab, page);
  const [busy, setBusy] = useState(false);
  if (found === null) return null;
  const programmeOf = async (): Promise<{ readonly url: string; readonly text: string } | null> => {
    if (found.kind === 'event') return null;
    if (found.kind === 'programme') return found;
    const { fetchPageProgramme } = await loadCapture();
    return fetchPageProgramme(found.tabId, found.urls);
  };
  const take = async (): Promise<void> => {
    if (found.kind === 'event') {
      const { createPageEvent } = await import('../app/create-page-event.ts');
      const { name } = await createPageEvent(ports, found.facts, recapLanguage());
      setFound(null);
      show({ tone: 'done', text: t('eventFromPageMade', name) });
      return;
    }
    const programme = await programmeOf();
    if (programme === null) {
      show({ tone: 'failed', text: t('programmeOnPageFailed') });
      return;
    }
    handOverProgramme(ports, { name: programme.url, text: programme.text });
    // A fragment of its own, so that a recap page that is open there already looks again. The popup goes by itself when
    // the tab comes to the front; closed any earlier, it would take the way there with it.
    ports.openRecap(`programme/page-${ports.nowMs()}`);
  };
  return (
    <p class="popup-programme">
      {found.kind === 'event' ? t('eventOnPage', found.facts.name) : t('programmeOnPage')}
      <Button
        look="quiet"
        disabled={busy}
        onClick={() => {
          setBusy(true);
          take()
            .catch(report)
            .finally(() => setBusy(false));
        }}
      >
        {t(found.kind === 'event' ? 'eventOnPageMake' : 'programmeOnPageRead')}
      </Button>
    </p>
  );
};
