/** The copy found again: to bring back what was lost, or to be put aside. */
import { NO_HOLDINGS } from '../backup/holdings.ts';
import { hexOfHash } from '../backup/sha-256.ts';
import { aloneWithCopies, openCopies } from './copy-files.ts';
import { COPY, type CopiedText } from './keep-copy.ts';
import { dropSentinel } from './sentinel.ts';

/** A copy as it was found. */
export interface Copy extends CopiedText {
  /** When it was written, in milliseconds since 1970. */
  readonly writtenMs: number;
  /** Bytes by hash. */
  readonly images: ReadonlyMap<string, () => Promise<Blob>>;
}

const readText = async (file: File): Promise<CopiedText | null> => {
  const whole = await file.text();
  const end = whole.indexOf('\n');
  const text = whole.slice(end + 1);
  if (whole.slice(0, end) !== (await hexOfHash(new Blob([text])))) return null;
  const copied = JSON.parse(text) as CopiedText;
  return { ...copied, holdings: { ...NO_HOLDINGS, ...copied.holdings } };
};

/** The last copy, or `null` when there is none that is whole. */
export const readCopy = async (name: string): Promise<Copy | null> => {
  const copies = openCopies(name);
  const file = await copies.texts.read(COPY);
  const copied = file === null ? null : await readText(file);
  if (file === null || copied === null) return null;
  const images = new Map<string, () => Promise<Blob>>();
  for (const hash of await copies.images.list()) {
    const type = copied.holdings.images.find((image) => image.hash === hash)?.type ?? '';
    images.set(hash, async () => {
      const bytes = await copies.images.read(hash);
      if (bytes === null) throw new DOMException(hash, 'NotFoundError');
      return bytes.slice(0, bytes.size, type);
    });
  }
  return { ...copied, writtenMs: file.lastModified, images };
};

/** Puts the copy aside, so that the next one does not take its place, and forgets what should be here. */
export const setCopyAside = (name: string, nowMs: number): Promise<void> =>
  aloneWithCopies(name, async () => {
    const copies = openCopies(name);
    const { texts } = copies;
    const copy = await texts.read(COPY);
    if (copy !== null) await texts.write(`set-aside-${nowMs}.json`, await copy.text());
    await texts.remove(COPY);
    await dropSentinel(copies);
  });
