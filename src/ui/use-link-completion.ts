/** Which link is being looked for in a field, and what of the event's clips fits; nothing is read before the first `[[`. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { LinkTarget } from '../app/link-targets.ts';
import type { Id } from '../model/ids.ts';
import { useReport } from './components/toasts.tsx';
import { usePorts } from './ports-context.ts';
import type { TextSelection } from './text-edit.ts';
import { type Completing, completingAt } from './writing-edits.ts';

const MAX_OPTIONS = 8;

const loadTargets = () => import('../app/link-targets.ts');
type Help = Awaited<ReturnType<typeof loadTargets>>;

interface Known {
  readonly help: Help;
  readonly targets: readonly LinkTarget[];
}

export interface LinkCompletion {
  readonly open: Completing | null;
  readonly options: readonly LinkTarget[];
  readonly chosen: number;
  readonly choose: (index: number) => void;
  /** To be called with each input. */
  readonly follow: (selection: TextSelection) => void;
  readonly close: () => void;
  /** The link to one of the options. */
  readonly markdownOf: (target: LinkTarget) => string;
}

export const useLinkCompletion = (eventId: Id | null): LinkCompletion => {
  const { store } = usePorts();
  const report = useReport();
  const [open, setOpen] = useState<Completing | null>(null);
  const [known, setKnown] = useState<Known | null>(null);
  const [chosen, choose] = useState(0);
  const looking = open !== null;
  // Read anew each time one begins to look: a clip may have come in between.
  useEffect(() => {
    if (!looking) return undefined;
    let wanted = true;
    const read = async (): Promise<void> => {
      const help = await loadTargets();
      const targets = await help.readLinkTargets(store, eventId);
      if (wanted) setKnown({ help, targets });
    };
    read().catch(report);
    return () => {
      wanted = false;
    };
  }, [looking, store, eventId, report]);
  const follow = useCallback((selection: TextSelection) => {
    setOpen(completingAt(selection));
    choose(0);
  }, []);
  const close = useCallback(() => setOpen(null), []);
  return {
    open,
    options:
      open === null || known === null ? [] : known.help.matchTargets(known.targets, open.query, MAX_OPTIONS),
    chosen,
    choose,
    follow,
    close,
    markdownOf: (target) => known?.help.linkMarkdown(target) ?? target.url,
  };
};
