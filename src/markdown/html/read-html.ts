/**
 * Reads live nodes and writes what of them belongs to a text as plain HTML: addresses absolute, code with its language,
 * pictures as chosen, mathematics as TeX, nothing hidden and nothing that is a control. The sanitizer reads it next.
 */
import { safeAddress } from '../../model/address.ts';
import {
  attributeOf,
  closestOf,
  findIn,
  firstChildOf,
  hasAnyAttribute,
  hasAttributeOf,
  isElement,
  nameOf,
  nextSiblingOf,
  parentOf,
  shadowRootOf,
  textOf,
  typeOf,
} from './dom-access.ts';
import {
  cellAttributes,
  escapeHtml,
  isReadButton,
  LIST_ATTRIBUTES,
  leadsToOwnHeading,
  marksOfStyle,
  saysNothing,
} from './element-meaning.ts';
import { type Footnotes, findFootnotes, isBackReference } from './footnotes.ts';
import { isHiddenFor, standsApart, type Visibility } from './hidden.ts';
import type { RangeClip } from './range-clip.ts';
import { type CodeBlock, readCodeTable, readCodeView, readPre } from './read-code.ts';
import { imageAddressOf } from './read-image.ts';
import { readMath } from './read-math.ts';
import { mediaLinkOf } from './read-media.ts';
import { actionFor, isAnchorSign, isDecoration, type TagAction } from './tags.ts';

/** What was read. */
export interface ReadHtml {
  readonly html: string;
  /** The limit was reached: what comes after it is missing. */
  readonly isTruncated: boolean;
}

/** More characters of HTML than any page for people has. */
const MOST_CHARACTERS = 40_000_000;
const MOST_NODES = 3_000_000;

interface Frame {
  next: Node | null;
  /** Nodes that stand in for siblings: those assigned to a slot. */
  readonly slotted: Node[] | null;
  readonly close: string;
  readonly isHeading: boolean;
}

/** Signs that are not seen, and noncharacters, which we use ourselves. */
const UNSEEN = /[\u00AD\u2060\uFEFF\uFDD0-\uFDEF\0]/g;

export class HtmlReader {
  private html = '';
  private readonly frames: Frame[] = [];
  private headings = 0;
  private nodes = 0;
  private readonly footnotes: Footnotes;
  private readonly addresses = new Map<string, string | null>();

  constructor(
    private readonly root: Node,
    private readonly base: string,
    private readonly visibility: Visibility,
    private readonly clip: RangeClip | null,
    private readonly omitted: ReadonlySet<Element> = new Set(),
  ) {
    this.footnotes = findFootnotes(root, base);
  }

  /** @param contentOnly the root counts as a mere wrapper of what is in it */
  read(contentOnly = false): ReadHtml {
    if (contentOnly) this.open(this.root, '', '');
    else this.visit(this.root);
    this.run();
    for (const [note, label] of this.footnotes.definitions) {
      this.open(note, `<div data-lanyard="note:${escapeHtml(label)}">`, '</div>');
      this.run();
    }
    return { html: this.html, isTruncated: this.isFull };
  }

  private get isFull(): boolean {
    return this.nodes > MOST_NODES || this.html.length > MOST_CHARACTERS;
  }

  private run(): void {
    for (let frame = this.frames.at(-1); frame !== undefined; frame = this.frames.at(-1)) {
      const node = frame.slotted === null ? frame.next : (frame.slotted.shift() ?? null);
      if (node === null || this.isFull) {
        this.html += frame.close;
        if (frame.isHeading) this.headings -= 1;
        this.frames.pop();
      } else {
        if (frame.slotted === null) frame.next = nextSiblingOf(node);
        this.visit(node);
      }
    }
  }

  private visit(node: Node): void {
    this.nodes += 1;
    const type = typeOf(node);
    if (type === Node.TEXT_NODE) {
      if (this.clip?.admits(node) === false) return;
      const text = this.clip === null ? (node as Text).data : this.clip.textOf(node as Text);
      this.html += escapeHtml(text.replace(UNSEEN, ''));
    } else if (type === Node.ELEMENT_NODE) this.visitElement(node as Element);
    else if (type === Node.DOCUMENT_NODE || type === Node.DOCUMENT_FRAGMENT_NODE) this.open(node, '', '');
  }

  private visitElement(element: Element): void {
    const name = nameOf(element);
    if (this.clip !== null && !this.clip.admits(element)) {
      // The header of a table belongs to each of its rows.
      const table = parentOf(element);
      if (name === 'thead' && table !== null && this.clip.beginsIn(table)) this.openHeader(element);
      return;
    }
    const action = actionFor(name);
    const className = hasAnyAttribute(element) ? attributeOf(element, 'class') : '';
    if (this.visitFormula(element, name, className)) return;
    if (action === 'skip' || this.omitted.has(element)) return;
    if (isHiddenFor(element, className, this.visibility) || isDecoration(element, name, className)) return;
    const isNote = this.footnotes.definitions.has(element) || this.footnotes.lists.has(element);
    if (isNote && element !== this.root) return;
    const view = className === '' ? null : readCodeView(element, className, this.base);
    if (view === null) this.write(element, name, className, action);
    else this.code(view, element);
  }

  /** A table's header above the rows that were selected: read whole. */
  private openHeader(header: Element): void {
    const { html } = new HtmlReader(header, this.base, this.visibility, null).read();
    this.html += html;
  }

  private visitFormula(element: Element, name: string, className: string): boolean {
    if (className === '' && name !== 'math' && name !== 'script' && name !== 'mjx-container') return false;
    const formula = readMath(element, className);
    if (formula === undefined) return false;
    if (formula === null || formula.tex === '') return true;
    const kind = formula.display ? 'display-math' : 'math';
    this.html += `<span data-lanyard="${kind}">${escapeHtml(formula.tex)}</span>`;
    this.clip?.tookWhole(element);
    return true;
  }

  private write(element: Element, name: string, className: string, action: TagAction): void {
    if (this.visibility === 'rendered' && standsApart(element, name)) this.html += ' ';
    switch (action) {
      case 'skip':
        break;
      case 'unwrap':
        this.unwrap(element, name);
        break;
      case 'link':
        this.link(element, className);
        break;
      case 'image':
        this.image(element, className);
        break;
      case 'code-block':
        this.code(readPre(element), element);
        break;
      case 'table':
        this.table(element);
        break;
      case 'cell':
        this.open(element, `<${name}${cellAttributes(element)}>`, `</${name}>`);
        break;
      case 'list':
        this.open(element, `<${name}${this.listAttributes(element)}>`, `</${name}>`);
        break;
      case 'script':
        this.open(element, `<${name}>`, `</${name}>`);
        break;
      case 'media':
        this.media(element);
        break;
      case 'input':
        this.checkbox(element);
        break;
      case 'button':
        if (isReadButton(element, this.headings > 0)) this.open(element, '', '');
        break;
      case 'noscript':
        this.noscript(element);
        break;
      case 'ruby-text':
        if (/\S/.test(textOf(element) ?? '')) this.open(element, '(', ')');
        break;
      default:
        if (name === 'div' && hasAnyAttribute(element) && this.visitRole(element)) break;
        if (saysNothing(element, name, className)) this.open(element, '', '');
        else this.open(element, action.open, action.close, action.isHeading === true);
    }
  }

  private open(parent: Node, open: string, close: string, isHeading = false): void {
    this.html += open;
    if (isHeading) this.headings += 1;
    const shadow = isElement(parent) ? shadowRootOf(parent) : null;
    const slotted =
      isElement(parent) && nameOf(parent) === 'slot' ? (parent as HTMLSlotElement).assignedNodes() : [];
    const next = firstChildOf(shadow ?? parent);
    this.frames.push({ next, slotted: slotted.length > 0 ? [...slotted] : null, close, isHeading });
  }

  /** Spans and the like: their looks may be all the markup there is, as in what is pasted from editors. */
  private unwrap(element: Element, name: string): void {
    const style = attributeOf(element, 'style');
    if (this.visitRole(element)) return;
    if (name === 'span' && style !== '') {
      const marks = marksOfStyle(style);
      this.open(
        element,
        marks.map((mark) => `<${mark}>`).join(''),
        marks
          .reverse()
          .map((mark) => `</${mark}>`)
          .join(''),
      );
    } else this.open(element, '', '');
  }

  /** What a page says an element is, where its name says nothing. @returns whether it was written so */
  private visitRole(element: Element): boolean {
    const role = attributeOf(element, 'role');
    if (role === 'heading') {
      const level = Math.min(6, Math.max(1, Number.parseInt(attributeOf(element, 'aria-level'), 10) || 2));
      this.open(element, `<h${level}>`, `</h${level}>`, true);
    } else if (role === 'checkbox') {
      if (closestOf(element, 'li') !== null) this.checkbox(element);
      else this.html += attributeOf(element, 'aria-checked') === 'true' ? '☑ ' : '☐ ';
    } else return false;
    return true;
  }

  private resolve(address: string): string | null {
    let resolved = this.addresses.get(address);
    if (resolved === undefined) {
      resolved = safeAddress(address, this.base);
      this.addresses.set(address, resolved);
    }
    return resolved;
  }

  private link(element: Element, className: string): void {
    const label = this.footnotes.references.get(element);
    if (label !== undefined) {
      this.html += `<sup data-lanyard="note:${escapeHtml(label)}"></sup>`;
      return;
    }
    const text = (textOf(element) ?? '').trim();
    const href = attributeOf(element, 'href');
    const leadsNowhere = this.headings > 0 || href.startsWith('#');
    if (leadsNowhere && isAnchorSign(text) && findIn(element, 'img') === null) return;
    if (isBackReference(element, className)) return;
    if (this.headings > 0 && leadsToOwnHeading(element, href)) {
      this.open(element, '', '');
      return;
    }
    // A link to nowhere is a button.
    const url = href === '#' || (href === '' && !hasAttributeOf(element, 'href')) ? null : this.resolve(href);
    if (url === null) this.open(element, '', '');
    else {
      const title = attributeOf(element, 'title');
      this.open(
        element,
        `<a href="${escapeHtml(url)}"${title === '' ? '' : ` title="${escapeHtml(title)}"`}>`,
        '</a>',
      );
    }
  }

  private image(element: Element, className: string): void {
    const alt = attributeOf(element, 'alt');
    if (/(?:^|\s)(?:emoji|wp-smiley|twemoji|g-emoji)(?:\s|$)/.test(className) && alt !== '') {
      this.html += escapeHtml(alt);
      return;
    }
    const url = imageAddressOf(element, this.base);
    if (url === null) return;
    const attributes = [`src="${escapeHtml(url)}"`, `alt="${escapeHtml(alt)}"`];
    for (const name of ['title', 'width', 'height']) {
      const value = attributeOf(element, name);
      if (value !== '') attributes.push(`${name}="${escapeHtml(value)}"`);
    }
    this.html += `<img ${attributes.join(' ')}>`;
  }

  private code(block: CodeBlock, element: Element): void {
    const language = block.language === '' ? '' : ` class="language-${escapeHtml(block.language)}"`;
    this.html += `<pre><code${language}>${escapeHtml(block.text)}</code></pre>`;
    this.clip?.tookWhole(element);
  }

  private table(element: Element): void {
    const block = readCodeTable(element);
    const isLayout = /^(?:presentation|none)$/.test(attributeOf(element, 'role'));
    if (block === null)
      this.open(element, isLayout ? '<table data-lanyard="layout">' : '<table>', '</table>');
    else this.code(block, element);
  }

  /** A list that begins in its middle goes on counting. */
  private listAttributes(list: Element): string {
    const names = LIST_ATTRIBUTES[nameOf(list)] ?? [];
    const attributes = names
      .filter((name) => hasAttributeOf(list, name))
      .map((name) => ` ${name}="${escapeHtml(attributeOf(list, name))}"`);
    if (nameOf(list) !== 'ol' || this.clip === null || attributes.length > 0) return attributes.join('');
    let skipped = 0;
    for (
      let node = firstChildOf(list);
      node !== null && this.clip.beginsIn(list);
      node = nextSiblingOf(node)
    ) {
      if (this.clip.beginsAtOrIn(node)) break;
      if (isElement(node) && nameOf(node) === 'li') skipped += 1;
    }
    return skipped === 0 ? '' : ` start="${skipped + 1}"`;
  }

  private media(element: Element): void {
    const link = mediaLinkOf(element, this.base);
    if (link !== null) this.html += `<p><a href="${escapeHtml(link.url)}">${escapeHtml(link.text)}</a></p>`;
    else if (nameOf(element) === 'object') this.open(element, '', '');
  }

  private checkbox(input: Element): void {
    const isBox = attributeOf(input, 'type') === 'checkbox' || attributeOf(input, 'role') === 'checkbox';
    if (!isBox) return;
    const checked =
      input instanceof HTMLInputElement ? input.checked : attributeOf(input, 'aria-checked') === 'true';
    this.html += `<span data-lanyard="task:${checked ? 'x' : ' '}"></span>`;
  }

  /** What is there for browsers without script: the picture that a lazy one stands for. */
  private noscript(element: Element): void {
    const image = findIn(element, 'img');
    const before = this.html.endsWith('>') && /<img [^>]*>$/.test(this.html.slice(-2000));
    if (image !== null && !before) this.image(image, '');
  }
}
