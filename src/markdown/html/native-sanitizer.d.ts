/** What TypeScript's DOM does not declare yet: the native sanitizer's safe setter. */
interface Element {
  setHTML(html: string, options?: { sanitizer?: Sanitizer }): void;
}
