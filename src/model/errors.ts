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
  constructor(field: string, reason: string, options?: ErrorOptions) {
    super('invalid-input', { field, reason }, options);
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

/** The step to be undone was followed by another change of the same records. */
export class UndoNotPossible extends LanyardError {
  constructor(reason: 'nothing' | 'changed-since') {
    super('undo-not-possible', { reason });
  }
}
