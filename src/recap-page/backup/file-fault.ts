/** Why a file could not be read in, in words that name the part at fault. */
import { LanyardError } from '../../model/errors.ts';
import { errorMessage } from '../../ui/error-message.ts';
import { t } from '../../ui/strings.ts';

const REASONS = {
  'not-a-zip': 'fileNotAZip',
  'not-a-backup': 'fileNotABackup',
  newer: 'fileNewer',
  damaged: 'fileDamaged',
  missing: 'fileMissing',
  'unknown-entry': 'fileUnknownEntry',
  'unsafe-name': 'fileUnsafeName',
  duplicate: 'fileDuplicate',
  encrypted: 'fileEncrypted',
  'too-large': 'fileTooLarge',
} as const;

/** A sentence in the person's language. */
export const fileFault = (error: unknown): string => {
  if (!(error instanceof LanyardError)) return errorMessage(error);
  const { reason, entry, field } = error.details;
  if (error.code === 'invalid-input') return t('fileField', String(field), String(reason));
  if (error.code !== 'unusable-file') return errorMessage(error);
  return t(REASONS[String(reason) as keyof typeof REASONS] ?? 'fileDamaged', String(entry));
};
