/** Writes the inline content of a block as Markdown. */
import { asReference, firstCharacter, lastCharacter, takesEffect } from './characters.ts';
import { planDelimiters } from './delimiters.ts';
import { escapeText, type Rivals } from './escape-text.ts';
import type { Inline } from './inline.ts';
import {
  alternative,
  codeSpan,
  destination,
  isAutolink,
  titlePart,
  type WritePlace,
} from './inline-pieces.ts';
import { putMarksInLinks } from './marks-in-links.ts';

/** Which delimiters are in the block more than once, so that two could pair up; those that never could do not count. */
const rivalsIn = (tokens: readonly Inline[]): Rivals => {
  const counts = { backtick: 0, star: 0, underscore: 0, tilde: 0 };
  for (const token of tokens) {
    if (token.type === 'text') {
      if (!/[`*_~]/.test(token.text)) continue;
      counts.backtick += token.text.match(/`+/g)?.length ?? 0;
      counts.star += token.text.match(/(?<!\s)\*+|\*+(?!\s)/g)?.length ?? 0;
      counts.underscore += token.text.match(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu)?.length ?? 0;
      counts.tilde += token.text.match(/(?<!\s)~+|~+(?!\s)/g)?.length ?? 0;
    } else if (token.type === 'code') counts.backtick += 2;
    else if (token.type === 'open') {
      if (token.mark.type === 'del') counts.tilde += 2;
      else if (token.mark.type !== 'link') {
        counts.star += 2;
        counts.underscore += 2;
      }
    }
  }
  return {
    backtick: counts.backtick > 1,
    star: counts.star > 1,
    underscore: counts.underscore > 1,
    tilde: counts.tilde > 1,
  };
};

/** The first character that a token will write, as far as its neighbour must know. */
const headOf = (token: Inline | undefined): string => {
  if (token === undefined) return '';
  switch (token.type) {
    case 'text':
      return firstCharacter(token.text);
    case 'code':
      return '`';
    case 'image':
      return '!';
    case 'break':
      return ' ';
    case 'raw':
      return firstCharacter(token.text);
    default:
      if (token.mark.type === 'link') return token.type === 'open' ? '[' : ']';
      return token.mark.type === 'del' ? '~' : '*';
  }
};

/** Writes tokens one after the other; `pieces` is the line so far. */
class InlineWriter {
  private readonly pieces: string[] = [];
  private linkDepth = 0;
  /** The next text begins with a letter that would keep the mark before it from closing. */
  private referenceNext = false;
  private readonly rivals: Rivals;

  private readonly tokens: readonly Inline[];
  private readonly delimiters: readonly string[];

  constructor(
    inlines: readonly Inline[],
    private readonly place: WritePlace,
  ) {
    ({ tokens: this.tokens, delimiters: this.delimiters } = planDelimiters(putMarksInLinks(inlines)));
    this.rivals = rivalsIn(this.tokens);
  }

  write(): string {
    for (let index = 0; index < this.tokens.length; index += 1) index += this.writeToken(index);
    return this.pieces.join('');
  }

  /** @returns how many tokens more were written with this one */
  private writeToken(index: number): number {
    const token = this.tokens[index];
    switch (token?.type) {
      case 'text':
        this.writeText(token.text, index);
        break;
      case 'code':
        this.pieces.push(codeSpan(token.text, this.place));
        break;
      case 'raw':
        this.pieces.push(token.text);
        break;
      case 'break':
        this.pieces.push(this.lineBreak());
        break;
      case 'image':
        this.pieces.push(
          `![${alternative(token.alt, this.place)}](${destination(token.url, this.place)}${titlePart(token.title, this.place)})`,
        );
        break;
      case 'open':
        if (token.mark.type === 'link') return this.openLink(token.mark.url, index);
        this.openMark(index);
        break;
      case 'close':
        if (token.mark.type === 'link') {
          this.linkDepth -= 1;
          this.pieces.push(
            `](${destination(token.mark.url, this.place)}${titlePart(token.mark.title, this.place)})`,
          );
        } else this.closeMark(index);
        break;
    }
    return 0;
  }

  private lineBreak(): string {
    if (this.place.block === 'paragraph') return '  \n';
    return this.place.rawHtml ? '<br>' : ' ';
  }

  private get last(): string {
    return lastCharacter(this.pieces.at(-1) ?? '');
  }

  private writeText(text: string, index: number): void {
    const lead = this.referenceNext ? firstCharacter(text) : '';
    this.referenceNext = false;
    const rest = text.slice(lead.length);
    const escaped = escapeText(rest, {
      before: lead === '' ? this.last : ';',
      after: headOf(this.tokens[index + 1]),
      // Headings and cells begin with marks of their own.
      atLineStart:
        this.place.block === 'paragraph' && lead === '' && (this.pieces.length === 0 || this.last === '\n'),
      inLink: this.linkDepth > 0,
      inCell: this.place.block === 'cell',
      rivals: this.rivals,
    });
    this.pieces.push((lead === '' ? '' : asReference(lead)) + escaped);
  }

  private openLink(url: string, index: number): number {
    const [text, close] = [this.tokens[index + 1], this.tokens[index + 2]];
    const plain = text?.type === 'text' && close?.type === 'close' && close.mark.type === 'link';
    if (
      plain &&
      close.mark.type === 'link' &&
      close.mark.title === '' &&
      isAutolink(text.text, url, this.place)
    ) {
      this.pieces.push(`<${text.text}>`);
      return 2;
    }
    this.linkDepth += 1;
    this.pieces.push('[');
    return 0;
  }

  private openMark(index: number): void {
    const delimiter = this.delimiters[index] ?? '';
    const continues = this.tokens[index - 1]?.type === 'open' && this.last === delimiter[0];
    const outside = this.last;
    const loses = !continues && !takesEffect(this.insideAfter(index, delimiter), outside);
    if (loses && this.tokens[index - 1]?.type === 'text') {
      const piece = this.pieces.pop() ?? '';
      this.pieces.push(piece.slice(0, piece.length - outside.length) + asReference(outside));
    }
    this.pieces.push(delimiter);
  }

  /** What stands after the run of delimiters that begins here. */
  private insideAfter(index: number, delimiter: string): string {
    let at = index + 1;
    while (this.tokens[at]?.type === 'open' && this.delimiters[at]?.[0] === delimiter[0]) at += 1;
    const token = this.tokens[at];
    const head = headOf(token);
    // That of text may be escaped.
    return token?.type === 'text' && /[*_`~[\]<&\\]/.test(head) ? '\\' : head;
  }

  private closeMark(index: number): void {
    const delimiter = this.delimiters[index] ?? '';
    this.pieces.push(delimiter);
    const next = this.tokens[index + 1];
    if (next?.type !== 'text') return;
    let at = index;
    let piece = this.pieces.length - 1;
    while (this.tokens[at]?.type === 'close' && this.delimiters[at]?.[0] === delimiter[0]) {
      at -= 1;
      piece -= 1;
    }
    this.referenceNext = !takesEffect(lastCharacter(this.pieces[piece] ?? ''), headOf(next));
  }
}

/** The inline content of a block as one string: of several lines where it has line breaks and its block takes them. */
export const writeInlines = (tokens: readonly Inline[], place: WritePlace): string => {
  const text = new InlineWriter(tokens, place).write();
  if (place.block !== 'heading') return text;
  // A closing run of # is no part of a heading, and braces at its end are read as attributes.
  return text.replace(/(^|\s)(#+)$/, '$1\\$2').replace(/\{(?=[^{}]*\}$)/, '\\{');
};
