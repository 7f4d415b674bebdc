/** The script injected into a page after a gesture: installs one object in the isolated world, and does nothing else. */
import type { CaptureMethods } from './page-clip.ts';
import { readImage } from './read-image.ts';
import { readFrame } from './read-media.ts';
import { readPage } from './read-page.ts';

const methods: CaptureMethods = {
  // The browser's PDF viewer lets a script in, but shows it an empty frame.
  readPage: () => (document.contentType === 'application/pdf' ? null : readPage(document)),
  readImage: ({ url }) => readImage(document, url),
  readFrame: () => readFrame(document),
};

Object.assign(globalThis, { lanyardCapture: methods });
