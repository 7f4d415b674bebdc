/** A backup as a file and back, as the recap page does it. */

import { openZip } from '../../../src/export/read-zip.ts';
import { zipBundle } from '../../../src/export/zip-bundle.ts';
import { type Backup, backupFiles, changedAt, readBackup } from '../../../src/store/backup/backup-format.ts';
import type { Holdings } from '../../../src/store/backup/holdings.ts';
import { DATABASE_VERSION } from '../../../src/store/migrations.ts';

export const zipOf = (holdings: Holdings, images: ReadonlyMap<string, Blob>): Promise<Blob> =>
  zipBundle(backupFiles(holdings, DATABASE_VERSION, images), new Date(changedAt(holdings)));

export const readZipped = async (zip: Blob): Promise<Backup> =>
  readBackup(await openZip(zip), DATABASE_VERSION);
