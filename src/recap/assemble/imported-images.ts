/** The image files of an imported post: those that came with it keep name and address, new ones are named alike. */
import { slugOf, uniqueName } from '../../model/file-name.ts';
import { IMAGE_TYPES, type Image, imageIdOf } from '../../model/image.ts';
import type { ImportedPost } from '../../model/imported-post.ts';
import type { RecapImage } from '../recap.ts';
import type { ImageFiles } from './image-files.ts';

/** @param prefix what stands before a new image's file name: `./` */
export const importedImages = (post: ImportedPost, images: readonly Image[], prefix: string): ImageFiles => {
  const records = new Map(images.map((image) => [image.id, image]));
  const files: RecapImage[] = [];
  const byKey = new Map<string, RecapImage>();
  for (const { imageId, address, path } of post.images) {
    const image = records.get(imageId);
    if (image === undefined) continue;
    const file = { path, address, imageId, hash: image.hash, type: image.type, alt: '' };
    if (!files.some((other) => other.path === path)) files.push(file);
    byKey.set(imageId, file);
    if (!byKey.has(image.hash)) byKey.set(image.hash, file);
  }
  const names = files.map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
  const taken = new Set(names.map((name) => name.replace(/\.[^.]*$/, '').toLowerCase()));
  const numbers = names.flatMap((name) => (/^\d+\./.test(name) ? Number.parseInt(name, 10) : []));
  const numbered = numbers.length * 2 >= names.length;
  let next = Math.max(0, ...numbers);
  const missing: string[] = [];

  const nameOf = (image: Image, alt: string): string => {
    next += 1;
    const own = image.name.replace(/\.[a-z0-9]{1,5}$/i, '');
    const name = uniqueName(numbered ? String(next) : slugOf(alt, '') || slugOf(own, 'image'), taken);
    taken.add(name.toLowerCase());
    return `${name}.${IMAGE_TYPES[image.type]}`;
  };

  return {
    addressOf: (address, alt) => {
      const id = imageIdOf(address);
      if (id === null) return undefined;
      const image = records.get(id);
      const known = byKey.get(id) ?? (image === undefined ? undefined : byKey.get(image.hash));
      if (known !== undefined) return known.address;
      if (image === undefined) {
        missing.push(id);
        return null;
      }
      const name = nameOf(image, alt);
      const folder = prefix.startsWith('/') || prefix.includes('..') ? '' : prefix.replace(/^\.\//, '');
      const file = {
        path: folder + name,
        address: prefix + name,
        imageId: id,
        hash: image.hash,
        type: image.type,
        alt,
      };
      files.push(file);
      byKey.set(id, file);
      byKey.set(image.hash, file);
      return file.address;
    },
    list: () => files,
    takeMissing: () => missing.splice(0),
  };
};
