/** Plain text on its way into Markdown: cleaned, escaped as little as needed, and addresses made safe for links. */
import { safeAddress } from '../model/address.ts';

/** Control characters (tab and line feed apart), noncharacters, lone surrogates, the byte-order mark. */
const UNWANTED = /[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufeff]--[\n\t]]/gv;

/** Text with line feeds as its only line ends and without control characters; U+0085, U+2028 and U+2029 end lines. */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(UNWANTED, '');

/** The text on one line, without control characters, with single spaces and none at the ends. */
export const cleanLine = (text: string): string =>
  cleanText(text)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
const isSpace = (character: string): boolean => character === '' || /\s/.test(character);

/** Whether this character, where it stands, would be read as Markdown or HTML. */
const isActive = (text: string, index: number, tildes: number): boolean => {
  const before = text.charAt(index - 1);
  const after = text.charAt(index + 1);
  switch (text.charAt(index)) {
    case '\\':
      return after === '' || /[!-/:-@[-`{-~]/.test(after);
    case '`':
    case '[':
      return true;
    case '*':
      return !(isSpace(before) && isSpace(after));
    case '_':
      return !(isSpace(before) && isSpace(after)) && !(isWord(before) && isWord(after));
    case '~':
      return tildes > 1;
    case '<':
      return /[a-z/!?]/i.test(after);
    case '&':
      return /^&(#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i.test(text.slice(index, index + 40));
    case '{':
      // Attributes behind a heading: `{#id .class}` (goldmark, Zola, Docusaurus).
      return /^\{[^{}]*\}$/.test(text.slice(index));
    case '#':
      return after === '' && isSpace(before.replace('#', ''));
    default:
      return false;
  }
};

/**
 * Plain text as inline Markdown that shows as written; escaped only where a character would act. It is put on one
 * line. For a place inside a line (a heading's text, behind a label), not for the start of a paragraph.
 */
export const escapeInline = (text: string): string => {
  const line = cleanLine(text);
  if (!/[\\`[*_~<&#{]/.test(line)) return line;
  const tildes = line.split('~').length - 1;
  return Array.from({ length: line.length }, (_, index) => {
    const character = line.charAt(index);
    return isActive(line, index, tildes) ? `\\${character}` : character;
  }).join('');
};

/**
 * An address as it stands between the parentheses of a link (CommonMark 0.31, section 6.3), as near to the given
 * text as can be.
 *
 * @returns `null` when it is not http, https or mailto
 */
const linkDestination = (address: string): string | null => {
  if (safeAddress(address) === null) return null;
  const destination = encodeActive(address.trim());
  return /[()]/.test(destination) ? `<${destination}>` : destination;
};

/** Percent-encodes what cannot stand in a destination; a character that looks like an entity's start is spelled out. */
const encodeActive = (address: string): string =>
  address
    .toWellFormed()
    .replace(/[\s<>\\`\p{Cc}\p{Cf}]/gu, (character) => encodeURIComponent(character))
    .replace(/&(?=#?[a-z\d]+;)/gi, '&amp;');

/**
 * A link with plain text as its label; `<address>` when there is no text. An address that is no web address is left
 * out and the text remains.
 */
export const formatLink = (text: string, address: string): string => {
  const destination = linkDestination(address);
  if (destination === null) return escapeInline(text);
  const label = escapeInline(text).replace(/(?<!\\)((?:\\\\)*)\]/g, '$1\\]');
  if (label === '') return `<${encodeActive(address.trim()).replace(/&amp;/g, '&')}>`;
  return `[${label}](${destination})`;
};
