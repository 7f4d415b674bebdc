/** Inline content of one block as a flat list of tokens, and the flow that collects it. */

export type Mark =
  /** `level`: how many of the kind it stands in. */
  | { readonly type: 'em' | 'strong' | 'del'; readonly level: number }
  | { readonly type: 'link'; readonly url: string; readonly title: string };

export type Inline =
  | { readonly type: 'text'; text: string }
  | { readonly type: 'code'; text: string; readonly depth: number }
  | { readonly type: 'open' | 'close'; readonly mark: Mark }
  | { readonly type: 'image'; readonly url: string; readonly alt: string; readonly title: string }
  | { readonly type: 'break' }
  /** Markdown that is already what it must be. */
  | { readonly type: 'raw'; readonly text: string };

/** Marks of a kind nest; more than this many do not differ to a reader. */
const DEEPEST_MARK = 3;

const levels = (type: 'em' | 'strong' | 'del', count: number): readonly Mark[] =>
  Array.from({ length: count }, (_, level) => ({ type, level }));

const MARKS = {
  em: levels('em', DEEPEST_MARK),
  strong: levels('strong', DEEPEST_MARK),
  del: levels('del', 1),
};

/** The marks with one more of the kind, or as they are when no more can be told apart. */
export const withMark = (marks: readonly Mark[], type: 'em' | 'strong' | 'del'): readonly Mark[] => {
  const mark = MARKS[type][marks.filter((other) => other.type === type).length];
  return mark === undefined ? marks : [...marks, mark];
};

/** The marks with a link; links do not nest, the outer one holds. */
export const withLink = (marks: readonly Mark[], url: string, title: string): readonly Mark[] =>
  marks.some(({ type }) => type === 'link') ? marks : [...marks, { type: 'link', url, title }];

const LONGEST_SPACE_RUN = 8;

/**
 * Collects inline content. Marks are opened when there is something to mark and closed before the space that follows,
 * so that none is empty, none has space at its edges, and adjacent ones of a kind are one.
 */
export class InlineFlow {
  readonly tokens: Inline[] = [];
  private readonly opened: Mark[] = [];
  private space = '';
  private breaks = 0;
  /** How many of the opened marks the waiting space stands in. */
  private shared = 0;

  get isEmpty(): boolean {
    return this.tokens.length === 0;
  }

  /** True when what comes next stands at the start of a second paragraph: two line breaks were read. */
  get wantsParagraph(): boolean {
    return this.breaks > 1 && this.tokens.length > 0;
  }

  /** Text with its spaces as they stand in HTML. */
  text(text: string, marks: readonly Mark[]): void {
    if (!/[^\S ]|^ | {2}| $/.test(text)) {
      this.add(marks, text);
      return;
    }
    for (const part of text.match(/\s+|\S+(?: \S+)*/gu) ?? []) {
      if (isSpace(part)) this.addSpace(part, marks);
      else this.add(marks, part);
    }
  }

  code(text: string, marks: readonly Mark[]): void {
    this.settle(marks);
    const last = this.tokens.at(-1);
    if (last?.type === 'code' && last.depth === this.opened.length) last.text += text;
    else this.tokens.push({ type: 'code', text, depth: this.opened.length });
  }

  atom(token: Extract<Inline, { type: 'image' | 'raw' }>, marks: readonly Mark[]): void {
    this.settle(marks);
    this.tokens.push(token);
  }

  lineBreak(marks: readonly Mark[]): void {
    this.waitFor(marks);
    this.breaks += 1;
    this.space = '';
  }

  /** Ends the flow; it may be read, not added to, after that. */
  finish(): readonly Inline[] {
    this.space = '';
    this.breaks = 0;
    this.shared = 0;
    this.closeTo(0);
    return this.tokens;
  }

  private add(marks: readonly Mark[], text: string): void {
    this.settle(marks);
    const last = this.tokens.at(-1);
    if (last?.type === 'text') last.text += text;
    else this.tokens.push({ type: 'text', text });
  }

  private addSpace(part: string, marks: readonly Mark[]): void {
    this.waitFor(marks);
    if (this.breaks > 0 && !/[^ \t\r\n\f]/.test(part)) return;
    const wanted = part.replace(/[ \t\r\n\f]+/g, ' ');
    const joined = this.space.endsWith(' ') ? this.space + wanted.trimStart() : this.space + wanted;
    this.space = joined.length > LONGEST_SPACE_RUN ? (joined.includes(' ') ? ' ' : '\u00a0') : joined;
  }

  private waitFor(marks: readonly Mark[]): void {
    const common = this.commonWith(marks);
    this.shared = this.space === '' && this.breaks === 0 ? common : Math.min(this.shared, common);
  }

  private commonWith(marks: readonly Mark[]): number {
    let count = 0;
    while (count < this.opened.length && this.opened[count] === marks[count]) count += 1;
    return count;
  }

  private closeTo(count: number): void {
    while (this.opened.length > count) {
      const mark = this.opened.pop();
      if (mark !== undefined) this.tokens.push({ type: 'close', mark });
    }
  }

  /** Brings marks and waiting space up to what comes next. */
  private settle(marks: readonly Mark[]): void {
    const waiting = this.space !== '' || this.breaks > 0;
    const common = this.commonWith(marks);
    this.closeTo(waiting ? Math.min(this.shared, common) : common);
    if (this.tokens.length === 0) this.space = this.space.replace(/^ +$|^ +/, '');
    if (this.tokens.length > 0 && this.breaks > 0) this.tokens.push({ type: 'break' });
    else if (this.space !== '') this.pushSpace();
    this.space = '';
    this.breaks = 0;
    for (const mark of marks.slice(this.opened.length)) {
      this.opened.push(mark);
      this.tokens.push({ type: 'open', mark });
    }
  }

  private pushSpace(): void {
    const last = this.tokens.at(-1);
    if (last?.type === 'text') last.text += this.space;
    else this.tokens.push({ type: 'text', text: this.space });
  }
}

const isSpace = (part: string): boolean => /^\s/u.test(part);
