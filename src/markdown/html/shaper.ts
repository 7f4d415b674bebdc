/** From sanitised HTML to the tree of blocks: every text in a leaf, lists and tables in the shape Markdown has. */
import { BlockNode } from './block-node.ts';
import { Container, DEEPEST_CONTAINER, type Marks, NO_MARKS } from './container.ts';
import { type Inline, withLink, withMark } from './inline.ts';
import { scriptText } from './script-text.ts';
import { shapeDefinitions } from './shape-definitions.ts';
import { shapeList } from './shape-list.ts';
import { shapeTable } from './shape-table.ts';

/** What the shaper asks of its caller: the address to write for an image, or `null` to leave it out. */
export type TakeImage = (image: Element) => { readonly url: string; readonly alt: string } | null;

export class Shaper {
  private readonly footnotes: BlockNode[] = [];
  /** How many tables that were unwrapped it stands in. */
  tables = 0;

  constructor(
    private readonly takeImage: TakeImage,
    readonly rawHtml: boolean,
  ) {}

  /** The tree of what is in `root`; footnotes come last. */
  shape(root: Element): BlockNode {
    const container = new Container(new BlockNode({ kind: 'root' }), 0);
    this.children(root, container, NO_MARKS);
    container.boundary();
    for (const footnote of this.footnotes) container.adopt(footnote);
    return container.node;
  }

  /** Adds what is in `parent` to the container. */
  children(parent: Node, container: Container, marks: Marks): void {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling)
      this.node(node, container, marks);
  }

  node(node: Node, container: Container, marks: Marks): void {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = (node as Text).data;
      if (/[^ \t\r\n\f]/.test(text)) container.inline().text(text, marks);
      else container.space(text, marks);
    } else if (node.nodeType === Node.ELEMENT_NODE) this.element(node as Element, container, marks);
  }

  /** What is in `parent`, as one line. */
  line(parent: Node, marks: Marks): readonly Inline[] {
    const container = new Container(new BlockNode({ kind: 'root' }), DEEPEST_CONTAINER, true);
    this.children(parent, container, marks);
    return container.finishLine();
  }

  private element(element: Element, container: Container, marks: Marks): void {
    const name = element.localName;
    switch (name) {
      case 'em':
      case 'strong':
      case 'del':
        this.children(element, container, withMark(marks, name));
        break;
      case 'a':
        this.children(element, container, linked(marks, element));
        break;
      case 'code':
        this.code(element, container, marks);
        break;
      case 'img':
        this.image(element, container, marks);
        break;
      case 'br':
        container.inline().lineBreak(marks);
        break;
      case 'sup':
      case 'sub':
        this.script(element, container, marks);
        break;
      case 'span':
        this.special(element, container, marks);
        break;
      default:
        this.block(element, name, container, marks);
    }
  }

  private block(element: Element, name: string, container: Container, marks: Marks): void {
    switch (name) {
      case 'p':
        container.boundary(true);
        this.children(element, container, marks);
        container.boundary();
        break;
      case 'pre':
        this.codeBlock(element, container, marks);
        break;
      case 'ul':
      case 'ol':
        shapeList(this, element, container, marks);
        break;
      case 'blockquote':
        this.quote(element, container, marks);
        break;
      case 'table':
        shapeTable(this, element, container, marks);
        break;
      case 'dl':
        shapeDefinitions(this, element, container, marks);
        break;
      case 'hr':
        if (container.line) container.boundary();
        else container.append({ kind: 'rule' });
        break;
      default:
        if (/^h[1-6]$/.test(name)) this.heading(element, Number(name[1]), container, marks);
        else this.wrapper(element, container, marks);
    }
  }

  /** A block that is nothing in Markdown but the end of what stands before it. */
  private wrapper(element: Element, container: Container, marks: Marks): void {
    const footnote = /^note:(.+)$/.exec(element.getAttribute('data-lanyard') ?? '')?.[1];
    if (footnote === undefined) {
      container.boundary();
      this.children(element, container, marks);
      container.boundary();
      return;
    }
    const note = new Container(new BlockNode({ kind: 'footnote', label: footnote }), 0);
    this.children(element, note, NO_MARKS);
    note.boundary();
    if (note.node.childNodes.length > 0) this.footnotes.push(note.node);
  }

  private heading(element: Element, level: number, container: Container, marks: Marks): void {
    if (container.line) {
      container.boundary();
      this.children(element, container, withMark(marks, 'strong'));
      container.boundary();
      return;
    }
    const inlines = this.line(element, marks);
    if (inlines.length > 0) container.append({ kind: 'heading', level, inlines });
  }

  private quote(element: Element, container: Container, marks: Marks): void {
    if (container.line || container.depth >= DEEPEST_CONTAINER) {
      this.wrapper(element, container, marks);
      return;
    }
    const quote = new Container(new BlockNode({ kind: 'quote' }), container.depth + 1);
    this.children(element, quote, marks);
    quote.boundary();
    if (quote.node.childNodes.length > 0) container.adopt(quote.node);
  }

  private codeBlock(element: Element, container: Container, marks: Marks): void {
    const text = (element.textContent ?? '').replace(/\n$/, '');
    const language =
      /^language-(\S+)$/.exec(element.firstElementChild?.getAttribute('class') ?? '')?.[1] ?? '';
    if (!container.line) {
      container.append({ kind: 'code', language, text });
      return;
    }
    for (const line of text.split('\n')) {
      container.boundary();
      if (line !== '') container.inline().code(line, marks);
    }
    container.boundary();
  }

  /** Code in a line: text as it stands, links and images in it kept, emphasis not. */
  private code(parent: Element, container: Container, marks: Marks): void {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) {
        const text = (node as Text).data.replace(/[\t\r\n]/g, ' ');
        if (text !== '') container.inline().code(text, marks);
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        const element = node as Element;
        if (element.localName === 'a') this.code(element, container, linked(marks, element));
        else if (['img', 'br', 'pre', 'table'].includes(element.localName))
          this.element(element, container, marks);
        else this.code(element, container, marks);
      }
    }
  }

  private image(element: Element, container: Container, marks: Marks): void {
    const image = this.takeImage(element);
    if (image === null) return;
    const title = element.getAttribute('title') ?? '';
    container.inline().atom({ type: 'image', ...image, title }, marks);
  }

  private script(element: Element, container: Container, marks: Marks): void {
    const label = /^note:(.+)$/.exec(element.getAttribute('data-lanyard') ?? '')?.[1];
    if (label !== undefined) {
      container.inline().atom({ type: 'raw', text: `[^${label}]` }, marks);
      return;
    }
    const name = element.localName === 'sup' ? 'sup' : 'sub';
    if (this.rawHtml) {
      const flow = container.inline();
      flow.atom({ type: 'raw', text: `<${name}>` }, marks);
      this.children(element, container, marks);
      container.inline().atom({ type: 'raw', text: `</${name}>` }, marks);
      return;
    }
    const { before, after } = scriptText(element);
    const flow = container.inline();
    if (before !== '') flow.text(before, marks);
    this.children(element, container, marks);
    if (after !== '') container.inline().text(after, marks);
  }

  /** What the reader marked: mathematics as its TeX source. */
  private special(element: Element, container: Container, marks: Marks): void {
    const kind = element.getAttribute('data-lanyard');
    const tex = (element.textContent ?? '').trim();
    if (kind === 'math') container.inline().text(`$${tex}$`, marks);
    else if (kind === 'display-math') {
      container.boundary(true);
      container.inline().text(`$$${tex}$$`, marks);
      container.boundary();
    } else this.children(element, container, marks);
  }
}

const linked = (marks: Marks, element: Element): Marks => {
  const url = element.getAttribute('href');
  return url === null ? marks : withLink(marks, url, element.getAttribute('title') ?? '');
};
