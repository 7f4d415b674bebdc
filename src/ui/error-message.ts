/** The only place where an error becomes words: what happened, and what to do next. */
import { LanyardError } from '../model/errors.ts';
import { t } from './strings.ts';

const UNUSABLE_IMAGE = {
  empty: 'errorImageEmpty',
  'not-an-image': 'errorImageNoImage',
  svg: 'errorImageSvg',
  'too-large': 'errorImageTooLarge',
  unreadable: 'errorImageUnreadable',
} as const;

const UNREADABLE_POST = {
  empty: 'errorPostEmpty',
  'too-large': 'errorPostTooLarge',
  binary: 'errorPostBinary',
  encoding: 'errorPostEncoding',
  'no-post': 'errorPostNone',
} as const;

const STORE = {
  quota: 'errorStoreFull',
  disk: 'errorStoreFull',
  blocked: 'errorStoreBlocked',
  closed: 'errorStoreClosed',
  unknown: 'errorStoreUnknown',
} as const;

const detail = (error: LanyardError, name: string): string => String(error.details[name] ?? '');

/** A sentence or two in the person's language. */
export const errorMessage = (error: unknown): string => {
  if (!(error instanceof LanyardError)) return t('errorUnknown');
  switch (error.code) {
    case 'unusable-image': {
      const reason = detail(error, 'reason') as keyof typeof UNUSABLE_IMAGE;
      return t(UNUSABLE_IMAGE[reason] ?? 'errorImageUnreadable', detail(error, 'name'));
    }
    case 'unreadable-post': {
      const reason = detail(error, 'reason') as keyof typeof UNREADABLE_POST;
      return t(UNREADABLE_POST[reason] ?? 'errorUnknown', detail(error, 'name'));
    }
    case 'store-failure': {
      const reason = detail(error, 'reason') as keyof typeof STORE;
      return t(STORE[reason] ?? 'errorStoreUnknown');
    }
    case 'page-not-readable':
      return t('errorPageNotReadable');
    case 'not-found':
      return t('errorNotFound');
    case 'undo-not-possible':
      return t(detail(error, 'reason') === 'nothing' ? 'errorNothingToUndo' : 'errorUndoChangedSince');
    case 'revision-conflict':
      return t('errorRevisionConflict');
    case 'invalid-input':
      return t('errorInvalidInput', detail(error, 'field'), detail(error, 'reason'));
    default:
      return t('errorUnknown');
  }
};
