/** The one door to the browser's extension interfaces. */
import browser from 'webextension-polyfill';

export { browser };
