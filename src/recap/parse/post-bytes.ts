/** The bytes of a file as the text of a post: UTF-8 and nothing else, so that the same text gives the same bytes. */
import { UnreadablePost } from '../../model/errors.ts';

/** Longest post that is read. */
const MAX_POST_BYTES = 10_000_000;

/** @throws UnreadablePost when it is too large, no text, or text in another encoding */
export const postTextOf = (bytes: Uint8Array, name: string): string => {
  if (bytes.length > MAX_POST_BYTES) throw new UnreadablePost(name, 'too-large');
  if (bytes.includes(0)) {
    const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    throw new UnreadablePost(name, wide ? 'encoding' : 'binary');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    const controls = bytes.slice(0, 2000).filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
    throw new UnreadablePost(name, controls > 4 ? 'binary' : 'encoding', { cause });
  }
};
