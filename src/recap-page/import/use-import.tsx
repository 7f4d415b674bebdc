/** The way to importing a post; the dialog behind it is loaded when it is opened. */
import type { ComponentType, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useReport } from '../../ui/components/toasts.tsx';

type ImportDialog = ComponentType<{ readonly onClose: () => void }>;

/** Opens the dialog; `dialog` is put where the page shows it. */
export const useImport = (): { readonly open: () => void; readonly dialog: VNode | null } => {
  const report = useReport();
  const [loaded, setLoaded] = useState<{ readonly Dialog: ImportDialog } | null>(null);
  return {
    open: () => {
      import('./import-dialog.tsx').then(({ ImportDialog }) => setLoaded({ Dialog: ImportDialog }), report);
    },
    dialog: loaded === null ? null : <loaded.Dialog onClose={() => setLoaded(null)} />,
  };
};
