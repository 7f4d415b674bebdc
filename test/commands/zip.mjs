/** Writes zips whose bytes depend on the files alone: sorted names, one date, no attributes. */
import { crc32, deflateRawSync } from 'node:zlib';

/** 1980-01-01 00:00, the first that a zip can tell. */
const DATE = 0x21;
/** Version 2.0 of the format; names are UTF-8. */
const [VERSION, FLAGS, DEFLATED] = [20, 0x0800, 8];

const fields = (widths, values) => {
  const buffer = Buffer.alloc(widths.reduce((sum, width) => sum + width, 0));
  let at = 0;
  for (const [index, width] of widths.entries()) {
    buffer.writeUIntLE(values[index], at, width);
    at += width;
  }
  return buffer;
};

/**
 * @param {ReadonlyMap<string, Buffer>} files by their path in the archive, with `/`
 * @returns {Buffer}
 */
export const zip = (files) => {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [path, content] of [...files].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const name = Buffer.from(path);
    const data = deflateRawSync(content, { level: 9 });
    const about = [FLAGS, DEFLATED, 0, DATE, crc32(content), data.length, content.length, name.length, 0];
    const widths = [2, 2, 2, 2, 4, 4, 4, 2, 2];
    const local = fields([4, 2, ...widths], [0x04034b50, VERSION, ...about]);
    const entry = fields(
      [4, 2, 2, ...widths, 2, 2, 2, 4, 4],
      [0x02014b50, VERSION, VERSION, ...about, 0, 0, 0, 0, offset],
    );
    parts.push(local, name, data);
    directory.push(entry, name);
    offset += local.length + name.length + data.length;
  }
  const index = Buffer.concat(directory);
  const end = fields(
    [4, 2, 2, 2, 2, 4, 4, 2],
    [0x06054b50, 0, 0, files.size, files.size, index.length, offset, 0],
  );
  return Buffer.concat([...parts, index, end]);
};
