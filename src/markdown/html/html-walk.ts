/** Walks nodes in the order they are shown in and collects HTML: of any depth, up to a limit, into shadow trees. */
import { firstChildOf, isElement, nameOf, nextSiblingOf, shadowRootOf, typeOf } from './dom-access.ts';
import { escapeHtml } from './element-meaning.ts';
import type { KeptLines } from './kept-lines.ts';
import type { RangeClip } from './range-clip.ts';

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
  readonly closed: (() => void) | undefined;
}

/** Signs that are not seen, and noncharacters, which we use ourselves. */
const UNSEEN = /[\u00AD\u2060\uFEFF\uFDD0-\uFDEF\0]/g;

export class HtmlWalk {
  html = '';
  private readonly frames: Frame[] = [];
  private nodes = 0;

  constructor(
    private readonly clip: RangeClip | null,
    private readonly keptLines: KeptLines,
    private readonly visitElement: (element: Element) => void,
  ) {}

  private get isFull(): boolean {
    return this.nodes > MOST_NODES || this.html.length > MOST_CHARACTERS;
  }

  finish(): ReadHtml {
    return { html: this.html, isTruncated: this.isFull };
  }

  /** Walks what was opened, and what is opened meanwhile. */
  run(): void {
    for (let frame = this.frames.at(-1); frame !== undefined; frame = this.frames.at(-1)) {
      const node = frame.slotted === null ? frame.next : (frame.slotted.shift() ?? null);
      if (node === null || this.isFull) {
        this.html += frame.close;
        frame.closed?.();
        this.frames.pop();
      } else {
        if (frame.slotted === null) frame.next = nextSiblingOf(node);
        this.visit(node);
      }
    }
  }

  visit(node: Node): void {
    this.nodes += 1;
    const type = typeOf(node);
    if (type === Node.TEXT_NODE) {
      if (this.clip?.admits(node) === false) return;
      const text = this.clip === null ? (node as Text).data : this.clip.textOf(node as Text);
      const html = escapeHtml(text.replace(UNSEEN, ''));
      const isOfLines = /\S\s*\n|\n\s*\S/.test(html) && this.keptLines.has(node);
      this.html += isOfLines ? html.replace(/\r?\n/g, '<br>') : html;
    } else if (type === Node.ELEMENT_NODE) this.visitElement(node as Element);
    else if (type === Node.DOCUMENT_NODE || type === Node.DOCUMENT_FRAGMENT_NODE) this.open(node, '', '');
  }

  /** What is in `parent` comes next, between `open` and `close`. @param closed called when it is behind us */
  open(parent: Node, open: string, close: string, closed?: () => void): void {
    this.html += open;
    const shadow = isElement(parent) ? shadowRootOf(parent) : null;
    const slotted =
      isElement(parent) && nameOf(parent) === 'slot' ? (parent as HTMLSlotElement).assignedNodes() : [];
    const next = firstChildOf(shadow ?? parent);
    this.frames.push({ next, slotted: slotted.length > 0 ? [...slotted] : null, close, closed });
  }
}
