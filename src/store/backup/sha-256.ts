/** The SHA-256 of a file, lower-case hex. */
import { hexOf } from '../../model/hex.ts';

export const hexOfHash = async (file: Blob): Promise<string> =>
  hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())));
