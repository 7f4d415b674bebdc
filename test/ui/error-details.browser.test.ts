/** What is copied of an error: its kind and place, and no word that a person wrote. */
import { expect, it } from 'vitest';
import {
  InvalidInput,
  NotFound,
  PageNotReadable,
  StoreFailure,
  UnusableFile,
} from '../../src/model/errors.ts';
import { errorDetails } from '../../src/ui/error-details.ts';

const SECRET = 'My diary of Tuesday';

it.each([
  [
    new StoreFailure('note-kept', 'disk', { cause: new DOMException(SECRET, 'DataError') }),
    'operation=note-kept reason=disk',
  ],
  [new UnusableFile('damaged', `images/${SECRET}`), 'unusable-file reason=damaged'],
  [new PageNotReadable(`https://example.org/${SECRET}`), 'page-not-readable'],
  [new InvalidInput(SECRET, 'no text'), 'invalid-input'],
  [new NotFound('notes', SECRET), 'not-found type=notes'],
  [new TypeError(SECRET), 'TypeError'],
])('%#: kind without words', (error, kind) => {
  const details = errorDetails(error);
  expect(details).toContain(kind);
  expect(details).not.toContain(SECRET);
});

it('takes anything that can be thrown', () => {
  for (const thrown of [SECRET, null, undefined, { message: SECRET }])
    expect(errorDetails(thrown)).not.toContain(SECRET);
});

it.each([
  ['Chromium', `TypeError: ${SECRET}\n    at keep (chrome-extension://x/assets/panel-Ab_1.js:3:14)`],
  [
    'Firefox',
    `keep@moz-extension://x/assets/panel-Ab_1.js:3:14\n@moz-extension://x/assets/panel-Ab_1.js:3:14`,
  ],
])('tells the place in our code as %s writes it', (_browser, stack) => {
  const error = Object.assign(new TypeError(SECRET), { stack });
  expect(errorDetails(error)).toContain('\n  panel-Ab_1.js:3:14');
  expect(errorDetails(error)).not.toContain(SECRET);
});
