/** Texts whose line ends are seen, as their style says: posts and messages are written in this way. */
import { attributeOf, isElement, nameOf, parentOf } from './dom-access.ts';
import type { Visibility } from './hidden.ts';

const KEPT = /^(?:preserve(?:-breaks)?|break-spaces)$/;
const KEPT_BY_STYLE = /(?:^|[;\s])white-space:\s*(?:pre|break-spaces)/i;

export class KeptLines {
  private asked: Node | null = null;
  private kept = false;

  constructor(private readonly visibility: Visibility) {}

  /** True when each line end in the text begins a new line on the page. */
  has(text: Node): boolean {
    const parent = parentOf(text);
    if (parent !== this.asked) {
      this.asked = parent;
      this.kept = isElement(parent) && nameOf(parent) !== 'code' && this.keeps(parent);
    }
    return this.kept;
  }

  private keeps(element: Element): boolean {
    return this.visibility === 'rendered'
      ? KEPT.test(getComputedStyle(element).whiteSpaceCollapse)
      : KEPT_BY_STYLE.test(attributeOf(element, 'style'));
  }
}
