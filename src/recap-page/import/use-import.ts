/** The way to importing a post. */
import { useLazyDialog } from '../use-lazy-dialog.tsx';

export const useImport = () => useLazyDialog(async () => (await import('./import-dialog.tsx')).ImportDialog);
