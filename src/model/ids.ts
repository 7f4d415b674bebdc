/** Time-ordered identifiers: UUID version 7 (RFC 9562, section 5.7), monotonic within one source. */
import { hexOf } from './hex.ts';

export type Id = string;

/** Makes the next id. */
export type IdSource = () => Id;

const ID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for text that an id source of ours could have made. */
export const isId = (value: unknown): value is Id => typeof value === 'string' && ID_PATTERN.test(value);

/**
 * Returns a source of ids.
 *
 * @param nowMs the clock: milliseconds since 1970
 * @param randomBytes fills the array that it is given with random bytes
 *
 * Ids of one source always ascend, also within a millisecond and when the clock is set back.
 */
export const createIdSource = (
  nowMs: () => number,
  randomBytes: (bytes: Uint8Array<ArrayBuffer>) => void,
): IdSource => {
  let lastMs = 0;
  let counter = 0;
  return () => {
    const ms = nowMs();
    if (ms > lastMs) {
      lastMs = ms;
      counter = 0;
    } else {
      counter += 1;
      if (counter > 0xfff) {
        lastMs += 1;
        counter = 0;
      }
    }
    const bytes = new Uint8Array(16);
    randomBytes(bytes);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, Math.floor(lastMs / 2 ** 32));
    view.setUint32(2, lastMs % 2 ** 32);
    view.setUint16(6, 0x7000 | counter);
    view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
    const hex = hexOf(bytes);
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  };
};
