/** Files into one zip, stored and streamed: one image at a time is read, none is kept. */
import { makeZip } from 'client-zip';
import type { BundleFile } from './bundle-files.ts';

/**
 * Zips files without compressing them (images are compressed already).
 *
 * @param modifiedAt the time that all entries carry, so that the same files give the same zip
 * @returns a blob that the browser may keep on disk; rejects with what a file's `read` threw
 */
export const zipBundle = (files: readonly BundleFile[], modifiedAt: Date): Promise<Blob> =>
  new Response(makeZip(entries(files, modifiedAt)), {
    headers: { 'Content-Type': 'application/zip' },
  }).blob();

async function* entries(files: readonly BundleFile[], lastModified: Date) {
  for (const file of files) yield { name: file.path, input: await file.read(), lastModified };
}
