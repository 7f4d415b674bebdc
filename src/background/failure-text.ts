/** Why a capture failed, for the button's title and the open surfaces. */
import { PageNotReadable, StoreFailure } from '../model/errors.ts';
import { translate } from '../platform/i18n.ts';

/** A sentence in the person's language. */
export const failureText = (error: unknown): string => {
  if (error instanceof PageNotReadable) return translate('errorPageNotReadable');
  if (error instanceof StoreFailure) {
    const { reason } = error.details;
    return translate(reason === 'quota' || reason === 'disk' ? 'errorStoreFull' : 'errorStoreUnknown');
  }
  return translate('errorUnknown');
};
