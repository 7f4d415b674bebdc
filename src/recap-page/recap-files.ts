/** The files of a recap, their images read from the store when their turn comes. */
import type { Ports } from '../app/ports.ts';
import { type BundleFile, bundleFiles } from '../export/bundle-files.ts';
import { NotFound } from '../model/errors.ts';
import type { Recap } from '../recap/recap.ts';

/** Reading throws NotFound for an image whose bytes are gone. */
export const recapFiles = ({ store }: Pick<Ports, 'store'>, recap: Recap): BundleFile[] =>
  bundleFiles(recap, async ({ hash, imageId }) => {
    const blob = await store.getBlob(hash);
    if (blob === null) throw new NotFound('images', imageId);
    return blob;
  });
