/** JSZip, as its manual says: blobs in, a blob out, stored. */
import JSZip from 'jszip';

export const zipped = (files) => {
  const archive = new JSZip();
  for (const { name, blob } of files) archive.file(name, blob);
  return archive.generateAsync({ type: 'blob', compression: 'STORE' });
};
