/** Reads a stored (uncompressed) zip, to look into what was exported: after PKWARE's APPNOTE, not with what wrote it. */
import { crc32, inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * @param options `inflate`: compressed entries are taken too
 * @throws when it is no zip, an entry is compressed, or one's bytes do not add up to its checksum and size
 */
export const readZip = (
  zip: Buffer,
  { inflate = false }: { readonly inflate?: boolean } = {},
): ReadonlyMap<string, Buffer> => {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new Error('no zip: its end is missing');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error('no zip: an entry is missing');
    const [packed, nameLength, extraLength, commentLength] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ] as const;
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const compressed = zip.readUInt16LE(at + 10) !== 0;
    if (compressed && !inflate) throw new Error(`${name} is compressed`);
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(from, from + packed);
    const content = compressed ? inflateRawSync(data) : data;
    if (crc32(content) !== zip.readUInt32LE(at + 16) || content.length !== zip.readUInt32LE(at + 24))
      throw new Error(`${name} is damaged`);
    files.set(name, content);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
};
