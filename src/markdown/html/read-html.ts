/**
 * Reads live nodes and writes what of them belongs to a text as plain HTML: addresses absolute, code with its language,
 * pictures as chosen, mathematics as TeX, nothing hidden and nothing that is a control. The sanitizer reads it next.
 */
import { safeAddress } from '../../model/address.ts';
import {
  attributeOf,
  findIn,
  hasAnyAttribute,
  hasAttributeOf,
  nameOf,
  parentOf,
  textOf,
} from './dom-access.ts';
import {
  boxHtml,
  codeHtml,
  formulaHtml,
  headingOf,
  imageHtml,
  linkOpening,
  mediaHtml,
  noteHtml,
  stateHtml,
  unscriptedHtml,
} from './element-html.ts';
import {
  cellAttributes,
  escapeHtml,
  isBoxTitle,
  isLayoutTable,
  isReadButton,
  leadsToOwnHeading,
  marksOfStyle,
  saysNothing,
} from './element-meaning.ts';
import { type Footnotes, findFootnotes, isBackReference } from './footnotes.ts';
import { isHiddenFor, standsApart, type Visibility } from './hidden.ts';
import { HtmlWalk, type ReadHtml } from './html-walk.ts';
import { KeptLines } from './kept-lines.ts';
import { listAttributes } from './list-attributes.ts';
import type { RangeClip } from './range-clip.ts';
import {
  type CodeBlock,
  isCodeOfLines,
  readCodeOfLines,
  readCodeTable,
  readCodeView,
  readPre,
} from './read-code.ts';
import { readMath } from './read-math.ts';
import { mediaLinkOf } from './read-media.ts';
import { actionFor, isAnchorSign, isDecoration, type TagAction } from './tags.ts';

export class HtmlReader {
  private readonly walk: HtmlWalk;
  private headings = 0;
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
    this.walk = new HtmlWalk(clip, new KeptLines(visibility), (element) => this.visitElement(element));
  }

  /** @param contentOnly the root counts as a mere wrapper of what is in it */
  read(contentOnly = false): ReadHtml {
    if (contentOnly) this.walk.open(this.root, '', '');
    else this.walk.visit(this.root);
    this.walk.run();
    for (const [note, label] of this.footnotes.definitions) {
      this.walk.open(note, `<div data-lanyard="note:${escapeHtml(label)}">`, '</div>');
      this.walk.run();
    }
    return this.walk.finish();
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
    this.walk.html += html;
  }

  private visitFormula(element: Element, name: string, className: string): boolean {
    if (
      className === '' &&
      !/^(?:math|script|img|mjx-container)$/.test(name) &&
      !hasAttributeOf(element, 'data-formula')
    )
      return false;
    const formula = readMath(element, className);
    if (formula === undefined) return false;
    if (formula === null || formula.tex === '') return true;
    this.walk.html += formulaHtml(formula);
    this.clip?.tookWhole(element);
    return true;
  }

  private write(element: Element, name: string, className: string, action: TagAction): void {
    if (this.visibility === 'rendered' && standsApart(element, name)) this.walk.html += ' ';
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
        this.walk.html += imageHtml(element, className, this.base);
        break;
      case 'code':
        if (isCodeOfLines(element, this.visibility === 'rendered'))
          this.code(readCodeOfLines(element), element);
        else this.open(element, '<code>', '</code>');
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
        this.open(
          element,
          `<${name}${listAttributes(element, this.clip)}>${stateHtml(element)}`,
          `</${name}>`,
        );
        break;
      case 'script':
        this.open(element, `<${name}>`, `</${name}>`);
        break;
      case 'media':
        this.media(element);
        break;
      case 'input':
        this.walk.html += boxHtml(element);
        break;
      case 'button':
        if (isReadButton(element, this.headings > 0)) this.open(element, '', '');
        break;
      case 'noscript':
        this.walk.html += unscriptedHtml(element, this.base, this.walk.html);
        break;
      case 'ruby-text':
        if (/\S/.test(textOf(element) ?? '')) this.open(element, '(', ')');
        break;
      default:
        if (name === 'div' && hasAnyAttribute(element) && this.visitRole(element)) break;
        if (saysNothing(element, name, className)) this.open(element, '', '');
        else if (isBoxTitle(element, name, className)) this.open(element, '<p><strong>', '</strong></p>');
        else if (action.isHeading === true) this.heading(element, action.open, action.close);
        else this.open(element, action.open, action.close);
    }
  }

  private open(element: Element, open: string, close: string): void {
    this.walk.open(element, open, close);
  }

  private heading(element: Element, open: string, close: string): void {
    this.headings += 1;
    this.walk.open(element, open, close, () => {
      this.headings -= 1;
    });
  }

  /** Spans and the like: their looks may be all the markup there is, as in what is pasted from editors. */
  private unwrap(element: Element, name: string): void {
    const style = attributeOf(element, 'style');
    if (this.visitRole(element)) return;
    // Pasted from Slack.
    if (attributeOf(element, 'data-stringify-type') === 'paragraph-break') this.walk.html += '<br>';
    const marks = name === 'span' && style !== '' ? marksOfStyle(style) : [];
    const open = marks.map((mark) => `<${mark}>`).join('');
    const close = marks.toReversed().map((mark) => `</${mark}>`);
    this.open(element, open, close.join(''));
  }

  /** What a page says an element is, where its name says nothing. @returns whether it was written so */
  private visitRole(element: Element): boolean {
    const role = attributeOf(element, 'role');
    if (role === 'heading') {
      const name = headingOf(element);
      this.heading(element, `<${name}>`, `</${name}>`);
    } else if (role === 'checkbox') this.walk.html += boxHtml(element);
    else return false;
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
      this.walk.html += noteHtml(label);
      return;
    }
    const text = (textOf(element) ?? '').trim();
    const href = attributeOf(element, 'href');
    const leadsNowhere = this.headings > 0 || href.startsWith('#');
    if (leadsNowhere && isAnchorSign(text) && findIn(element, 'img') === null) return;
    const leadsBack = isBackReference(element, className, this.footnotes.origins);
    // The words of a heading that leads back to the contents are the heading's own: Docutils.
    const isOfHeading = this.headings > 0 && /\p{L}{2}|^\p{L}$/u.test(text);
    if (leadsBack && !isOfHeading) return;
    if (leadsBack || (this.headings > 0 && leadsToOwnHeading(element, href))) {
      this.open(element, '', '');
      return;
    }
    // A link to nowhere is a button.
    const url = href === '#' || (href === '' && !hasAttributeOf(element, 'href')) ? null : this.resolve(href);
    if (url === null) this.open(element, '', '');
    else this.open(element, linkOpening(element, url), '</a>');
  }

  private code(block: CodeBlock, element: Element): void {
    this.walk.html += codeHtml(block);
    this.clip?.tookWhole(element);
  }

  private table(element: Element): void {
    const block = readCodeTable(element);
    const isLayout = isLayoutTable(element);
    if (block === null)
      this.open(element, isLayout ? '<table data-lanyard="layout">' : '<table>', '</table>');
    else this.code(block, element);
  }

  private media(element: Element): void {
    const link = mediaLinkOf(element, this.base);
    if (link !== null) this.walk.html += mediaHtml(link);
    else if (nameOf(element) === 'object') this.open(element, '', '');
  }
}
