/** What TypeScript's DOM does not declare yet: the native sanitizer's safe setter. */
interface SafeHtmlSetter {
  setHTML(html: string, options?: { sanitizer?: Sanitizer }): void;
}
interface Element extends SafeHtmlSetter {}
interface ShadowRoot extends SafeHtmlSetter {}
