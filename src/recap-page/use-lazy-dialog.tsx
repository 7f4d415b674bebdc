/** A dialog whose code is loaded when it is opened. */
import type { ComponentType, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useReport } from '../ui/components/toasts.tsx';

type Closing = ComponentType<{ readonly onClose: () => void }>;

/** `open` loads and opens it; `dialog` is put where the page shows it. */
export const useLazyDialog = (
  load: () => Promise<Closing>,
): { readonly open: () => void; readonly dialog: VNode | null } => {
  const report = useReport();
  const [loaded, setLoaded] = useState<{ readonly Dialog: Closing } | null>(null);
  return {
    open: () => {
      load().then((Dialog) => setLoaded({ Dialog }), report);
    },
    dialog: loaded === null ? null : <loaded.Dialog onClose={() => setLoaded(null)} />,
  };
};
