/** Addresses of stored images for `<img>`: made when first shown, shared, kept while the surface is open. */
import type { Store } from '../app/ports.ts';
import type { Id } from '../model/ids.ts';
import { imageAddress, imageIdsIn } from '../model/image.ts';

const urls = new Map<Id, Promise<string | null>>();

const makeUrl = async (store: Store, id: Id): Promise<string | null> => {
  const image = await store.getImage(id);
  const blob = image === null ? null : await store.getBlob(image.hash);
  return blob === null ? null : URL.createObjectURL(blob);
};

/** The blob address of one stored image, or `null` when it is not there. */
export const imageUrl = (store: Store, id: Id): Promise<string | null> => {
  const known = urls.get(id);
  if (known !== undefined) return known;
  const made = makeUrl(store, id);
  urls.set(id, made);
  made.then(
    (url) => url === null && urls.delete(id),
    () => urls.delete(id),
  );
  return made;
};

/** The blob addresses of all images that a text refers to, by `image:` address. */
export const imageUrlsIn = async (store: Store, markdown: string): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  for (const id of imageIdsIn(markdown)) {
    const url = await imageUrl(store, id);
    if (url !== null) found.set(imageAddress(id), url);
  }
  return found;
};
