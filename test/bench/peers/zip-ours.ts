/** The export's own zip, as the bench asks for it. */
import { zipBundle } from '../../../src/export/zip-bundle.ts';

/** @public called in the page by its name */
export const zipped = (files: readonly { readonly name: string; readonly blob: Blob }[]): Promise<Blob> =>
  zipBundle(
    files.map(({ name, blob }) => ({ path: name, read: async () => blob })),
    new Date(0),
  );
