/** fflate, as its manual says for many files: all of them given at once, stored. */
import { zip } from 'fflate';

export const zipped = async (files) => {
  const given = {};
  for (const { name, blob } of files) given[name] = new Uint8Array(await blob.arrayBuffer());
  const bytes = await new Promise((resolve, reject) => {
    zip(given, { level: 0 }, (error, data) => (error ? reject(error) : resolve(data)));
  });
  return new Blob([bytes]);
};
