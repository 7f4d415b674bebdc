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

const baseOf = (name: string): string => name.replace(/\.[a-z0-9]{1,5}$/i, '');

/** @param kept names with their extension, by image */
export const createImageFiles = (
  images: readonly Image[],
  names: RecapOptions['imageNames'],
  { imageFolder, imagePrefix }: PostFiles,
  kept: Readonly<Record<Id, string>> = {},
): ImageFiles => {
  const records = new Map(images.map((image) => [image.id, image]));
  const files = new Map<string, RecapImage>();
  // Names that an earlier export gave stay with their images, or unused.
  const taken = new Set(Object.values(kept).map((name) => baseOf(name).toLowerCase()));
  let missing: Id[] = [];

  const nameOf = (image: Image, alt: string): string => {
    const keptName = Object.hasOwn(kept, image.id) ? kept[image.id] : undefined;
    if (keptName !== undefined && keptName === `${baseOf(keptName)}.${IMAGE_TYPES[image.type]}`)
      return baseOf(keptName);
    if (names === 'numbered') {
      let number = files.size + 1;
      while (taken.has(String(number))) number += 1;
      taken.add(String(number));
      return String(number);
    }
    const ownName = baseOf(image.name);
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
