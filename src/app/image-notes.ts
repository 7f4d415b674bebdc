/** What images become in the store: measured, one record each, their bytes by hash. */
import { LanyardError } from '../model/errors.ts';
import type { Image, MeasuredImage } from '../model/image.ts';
import type { Place } from '../model/note.ts';
import { newRecord } from './new-record.ts';
import type { Ports } from './ports.ts';

/** A picture from a file, the clipboard or a page. */
export interface ImageFile {
  readonly blob: Blob;
  /** File name or empty. */
  readonly name: string;
  /** Where it came from, or empty. */
  readonly sourceUrl: string;
}

export interface UnusableFile {
  readonly name: string;
  readonly error: LanyardError;
}

export interface MeasuredFiles<File extends ImageFile> {
  readonly usable: readonly {
    readonly file: File;
    readonly measured: MeasuredImage;
    readonly image: Image;
  }[];
  readonly failed: readonly UnusableFile[];
}

const imageRecord = (ports: Ports, place: Place, file: ImageFile, measured: MeasuredImage): Image => ({
  ...newRecord(ports),
  eventId: place.eventId,
  type: measured.type,
  width: measured.width,
  height: measured.height,
  bytes: measured.blob.size,
  hash: measured.hash,
  name: file.name,
  sourceUrl: file.sourceUrl,
});

/** Measures each; one that is no image fails alone. */
export const measureFiles = async <File extends ImageFile>(
  ports: Ports,
  place: Place,
  files: readonly File[],
): Promise<MeasuredFiles<File>> => {
  const usable: { file: File; measured: MeasuredImage; image: Image }[] = [];
  const failed: UnusableFile[] = [];
  for (const file of files) {
    try {
      const measured = await ports.measureImage(file.blob, file.name);
      usable.push({ file, measured, image: imageRecord(ports, place, file, measured) });
    } catch (error) {
      if (!(error instanceof LanyardError)) throw error;
      failed.push({ name: file.name, error });
    }
  }
  return { usable, failed };
};

/** Brackets and line breaks cannot stand in an image's alternative text everywhere. */
export const alternativeText = (text: string): string =>
  text
    .replace(/[[\]\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
