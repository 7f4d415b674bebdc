/** The image files of a post: names in order of appearance, one file for one picture. */
import type { RecapOptions } from '../../model/event.ts';
import { slugOf, uniqueName } from '../../model/file-name.ts';
import type { Id } from '../../model/ids.ts';
import { IMAGE_TYPES, type Image, imageIdOf } from '../../model/image.ts';
import type { PostFiles } from '../profiles/post-paths.ts';
import type { RecapImage } from '../recap.ts';

export interface ImageFiles {
  /**
   * The address in the post of an address in a note: `undefined` when it is none of our images, `null` when the image
   * is missing. The first call for a picture settles its file.
   */
  readonly addressOf: (address: string, alt: string) => string | null | undefined;
  readonly list: () => readonly RecapImage[];
  /** Ids asked for that have no record, in order. */
  readonly takeMissing: () => readonly Id[];
}

export const createImageFiles = (
  images: readonly Image[],
  names: RecapOptions['imageNames'],
  { imageFolder, imagePrefix }: PostFiles,
): ImageFiles => {
  const records = new Map(images.map((image) => [image.id, image]));
  const files = new Map<string, RecapImage>();
  const taken = new Set<string>();
  let missing: Id[] = [];

  const nameOf = (image: Image, alt: string): string => {
    if (names === 'numbered') return String(files.size + 1);
    const ownName = image.name.replace(/\.[a-z0-9]{1,5}$/i, '');
    const name = uniqueName(slugOf(alt, '') || slugOf(ownName, 'image'), taken);
    taken.add(name.toLowerCase());
    return name;
  };

  const fileOf = (image: Image, alt: string): RecapImage => {
    const key = image.hash || image.id;
    const known = files.get(key);
    if (known !== undefined) return known;
    const name = `${nameOf(image, alt)}.${IMAGE_TYPES[image.type]}`;
    const { id: imageId, hash, type } = image;
    const file = { path: imageFolder + name, address: imagePrefix + name, imageId, hash, type, alt };
    files.set(key, file);
    return file;
  };

  return {
    addressOf: (address, alt) => {
      const id = imageIdOf(address);
      if (id === null) return undefined;
      const image = records.get(id);
      if (image !== undefined) return fileOf(image, alt).address;
      missing.push(id);
      return null;
    },
    list: () => [...files.values()],
    takeMissing: () => {
      const taken = missing;
      missing = [];
      return taken;
    },
  };
};
