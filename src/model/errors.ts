/** The errors Lanyard knows by name. The words a person reads are chosen in `ui/error-message` alone. */

/** Base of every error of ours: `code` survives a trip across contexts, `details` names what was wrong. */
export class LanyardError extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: string, details: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.name = new.target.name;
    this.code = code;
    this.details = details;
  }
}

/** A value that came from outside does not have the shape it must have. */
export class InvalidInput extends LanyardError {
  /** @param options `kind`: which of several things was wrong, for those who choose the words */
  constructor(field: string, reason: string, { kind, ...options }: ErrorOptions & { kind?: string } = {}) {
    super('invalid-input', { field, reason, ...(kind === undefined ? {} : { kind }) }, options);
  }
}

/** A record that was asked for is not in the store (any more). */
export class NotFound extends LanyardError {
  constructor(type: string, id: string) {
    super('not-found', { type, id });
  }
}

/** A write started from an older revision than the one in the store. */
export class RevisionConflict extends LanyardError {
  constructor(type: string, id: string, expected: number, found: number) {
    super('revision-conflict', { type, id, expected, found });
  }
}

/** The store could not complete a write or a read: disk, quota, damage. */
export class StoreFailure extends LanyardError {
  constructor(
    operation: string,
    reason: 'quota' | 'disk' | 'blocked' | 'closed' | 'unknown',
    options?: ErrorOptions,
  ) {
    super('store-failure', { operation, reason }, options);
  }
}

/** A file, or a zip, that was given as a post cannot be taken for one. */
export class UnreadablePost extends LanyardError {
  constructor(
    name: string,
    reason: 'empty' | 'too-large' | 'binary' | 'encoding' | 'no-post',
    options?: ErrorOptions,
  ) {
    super('unreadable-post', { name, reason }, options);
  }
}

/** A file that was given as an image is not one that Lanyard keeps. */
export class UnusableImage extends LanyardError {
  constructor(name: string, reason: 'empty' | 'not-an-image' | 'svg' | 'too-large' | 'unreadable') {
    super('unusable-image', { name, reason });
  }
}

/** The browser does not let an extension read this page (browser pages, the store, its PDF viewer). */
export class PageNotReadable extends LanyardError {
  constructor(url: string, options?: ErrorOptions) {
    super('page-not-readable', { url }, options);
  }
}

/** Why the text behind an address could not be had. */
export type AddressTrouble =
  | 'no-address'
  | 'offline'
  /** No such server, or one that lets no other origin read from it. */
  | 'unreachable'
  | 'no-answer'
  | 'cancelled'
  | 'status'
  | 'too-large'
  | 'redirected'
  | 'web-page'
  /** The person did not give the right to read from it. */
  | 'refused';

/** The text behind an address could not be had; `aside` is what belongs to the trouble: a status, another address. */
export class AddressNotReadable extends LanyardError {
  readonly url: string;
  readonly trouble: AddressTrouble;
  readonly aside: string;

  constructor(url: string, trouble: AddressTrouble, aside = '') {
    super('address-not-readable', { url, trouble, aside });
    this.url = url;
    this.trouble = trouble;
    this.aside = aside;
  }
}

/** The step to be undone was followed by another change of the same records. */
export class UndoNotPossible extends LanyardError {
  constructor(reason: 'nothing' | 'changed-since') {
    super('undo-not-possible', { reason });
  }
}

/** A file that was given to be read in (a backup, a zipped bundle) is not one that can be; nothing was changed. */
export class UnusableFile extends LanyardError {
  /** @param entry the part of the file at fault; empty for the file as a whole */
  constructor(
    reason:
      | 'not-a-zip'
      | 'not-a-backup'
      | 'newer'
      | 'damaged'
      | 'missing'
      | 'unknown-entry'
      | 'unsafe-name'
      | 'duplicate'
      | 'encrypted'
      | 'too-large',
    entry: string,
    options?: ErrorOptions,
  ) {
    super('unusable-file', { reason, entry }, options);
  }
}

/** The database holds less than was written to it: its files were damaged or removed. How many are missing, by kind. */
export class DataLost extends LanyardError {
  constructor(missing: Readonly<Record<string, number>>) {
    super('data-lost', missing);
  }
}
