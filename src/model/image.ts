/** The image: a picture that belongs to notes. Its bytes are kept once for each hash. */
import type { Revisioned } from './event.ts';
import type { Id } from './ids.ts';

/** Types that Lanyard keeps, decided by magic bytes; never SVG. */
export const IMAGE_TYPES = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
} as const;
export type ImageType = keyof typeof IMAGE_TYPES;

export interface Image extends Revisioned {
  readonly eventId: Id | null;
  readonly type: ImageType;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** SHA-256 of the bytes, lower-case hex: the key of the blob. */
  readonly hash: string;
  /** The file's own name where it had one. */
  readonly name: string;
  /** Where the picture came from, or empty. */
  readonly sourceUrl: string;
}

/** What reading a file as an image tells of it. */
export interface MeasuredImage {
  readonly type: ImageType;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** SHA-256, lower-case hex. */
  readonly hash: string;
  /** The bytes under their true type. */
  readonly blob: Blob;
}

const IMAGE_ADDRESS = /^image:([0-9a-f-]{36})$/;

/** The address by which a note's Markdown refers to a stored image. */
export const imageAddress = (id: Id): string => `image:${id}`;

/** The id in such an address, or `null` for any other address. */
export const imageIdOf = (address: string): Id | null => IMAGE_ADDRESS.exec(address)?.[1] ?? null;

/** The ids of all stored images that a note's Markdown addresses, each once. */
export const imageIdsIn = (markdown: string): readonly Id[] => [
  ...new Set(Array.from(markdown.matchAll(/image:([0-9a-f-]{36})/g), ([, id = '']) => id)),
];

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** The type that the first bytes (at least 16) of a file tell, or `null` when it is none that Lanyard keeps. */
export const imageTypeOf = (head: Uint8Array): ImageType | null => {
  if (ascii(head, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'image/jpeg';
  if (/^GIF8[79]a/.test(ascii(head, 0, 6))) return 'image/gif';
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'image/webp';
  if (ascii(head, 4, 8) === 'ftyp' && /^avi[fs]/.test(ascii(head, 8, 12))) return 'image/avif';
  return null;
};
