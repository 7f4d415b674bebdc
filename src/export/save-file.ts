/** Finished files out of the browser: a download, the clipboard. No permission is needed for either. */

/** How long the bytes of a started download stay within reach, in milliseconds. */
const REACHABLE_MS = 60_000;

/**
 * Starts a download. The blob's type has to fit the name, or the browser changes the extension.
 *
 * @param name a file name (`safeFileName`), no path
 */
export const saveBlob = (blob: Blob, name: string): void => {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), REACHABLE_MS);
};

/** Puts text on the clipboard; rejects when the page does not have the focus. */
export const copyText = (text: string): Promise<void> => navigator.clipboard.writeText(text);
