/** Names of files and folders that every system takes: Windows, macOS and Linux, zip programs and static sites. */

/** Longest name in bytes of UTF-8; leaves room for an extension and for macOS, which may decompose letters. */
const MAX_BYTES = 120;

/**
 * Device names, alone or before an extension (Microsoft, "Naming Files, Paths, and Namespaces"; the superscript
 * digits count as digits there).
 */
const DEVICE_NAME = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

const FORBIDDEN = /[[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\ufffd]<>:"\/\\\|?*]/gv;

const encoder = new TextEncoder();

/** The longest beginning that fits, cut between characters as people see them. */
const cutToBytes = (text: string, maxBytes: number): string => {
  if (encoder.encode(text).length <= maxBytes) return text;
  let cut = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter('en').segment(text.slice(0, maxBytes))) {
    bytes += encoder.encode(segment).length;
    if (bytes > maxBytes) break;
    cut += segment;
  }
  return cut;
};

const notDevice = (name: string): string => name.replace(DEVICE_NAME, (device) => `${device}-1`);

const trimEdges = (text: string): string => text.replace(/^[.\s-]+|[.\s-]+$/g, '');

/**
 * A name that may stand in a path on every system, as near to the text as can be. Letters of every script stay,
 * composed (NFC); path separators, characters that Windows refuses, control, format and direction characters go;
 * no dot or space at either end, no device name, at most 120 bytes.
 *
 * @param fallback used when nothing remains
 */
export const safeFileName = (text: string, fallback: string): string => {
  const clean = text.normalize('NFC').replace(FORBIDDEN, '-').replace(/\s+/g, ' ').replace(/-{2,}/g, '-');
  const name = trimEdges(cutToBytes(trimEdges(clean), MAX_BYTES));
  return notDevice(name === '' ? fallback : name);
};

/**
 * A slug for addresses and folders: lower-case letters and digits of every script, joined by hyphens.
 *
 * @param fallback used when nothing remains
 */
export const slugOf = (text: string, fallback: string): string => {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}_]+/gu, '-')
    .normalize('NFC');
  const slug = cutToBytes(words.replace(/^[-_]+|[-_]+$/g, ''), MAX_BYTES).replace(/[-_]+$/, '');
  return notDevice(slug === '' ? fallback : slug);
};

/** The name, or the first of `name-2`, `name-3` … that is not taken; letter case does not make a difference. */
export const uniqueName = (name: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(name.toLowerCase())) return name;
  let number = 2;
  while (taken.has(`${name}-${number}`.toLowerCase())) number += 1;
  return `${name}-${number}`;
};
