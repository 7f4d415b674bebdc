/** zip.js, as its manual says: a writer of blobs, stored. */
import { BlobReader, BlobWriter, ZipWriter } from '@zip.js/zip.js';

export const zipped = async (files) => {
  const writer = new ZipWriter(new BlobWriter('application/zip'), { level: 0 });
  for (const { name, blob } of files) await writer.add(name, new BlobReader(blob));
  return writer.close();
};
