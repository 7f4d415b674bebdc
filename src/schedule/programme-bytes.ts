/** The text of a programme's file: its encoding by mark, by declaration, by what its bytes can be. */

import { legacyTextOf } from './legacy-encoding.ts';

const DECLARED = /^<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w-]{1,40})["']/;
const HEAD_LENGTH = 300;

const decoderOf = (label: string): TextDecoder | null => {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
};

const marked = (bytes: Uint8Array): string | null => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark: two ASCII characters stand with a zero each.
  const [, , third, fourth] = bytes;
  if (first && second === 0 && third && fourth === 0) return 'utf-16le';
  return first === 0 && second && third === 0 && fourth ? 'utf-16be' : null;
};

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Calendars are folded by octets, so a fold may stand inside a character (RFC 5545 section 3.1). */
const withoutFolds = (bytes: Uint8Array): Uint8Array => {
  const unfolded = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const next = bytes[at + 1];
    if (bytes[at] === LINE_FEED && (next === 0x20 || next === 0x09)) {
      while (length > 0 && unfolded[length - 1] === CARRIAGE_RETURN) length -= 1;
      at += 1;
    } else {
      unfolded[length] = bytes[at] ?? 0;
      length += 1;
    }
  }
  return unfolded.subarray(0, length);
};

/**
 * Decodes a file. UTF-8 with a damaged character here and there stays UTF-8; a file whose every accent is damaged is in
 * an encoding from before Unicode.
 *
 * @param stated the encoding that its server states, or empty; servers state what they please, so UTF-8 wins
 */
export const programmeTextOf = (bytes: Uint8Array, stated = ''): string => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_LENGTH));
  const label = marked(bytes) ?? DECLARED.exec(head)?.[1] ?? 'utf-8';
  if (!/^utf-?8$/i.test(label)) {
    const declared = decoderOf(label);
    if (declared !== null) return declared.decode(bytes);
  }
  const text = new TextDecoder().decode(bytes);
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  if (damaged === 0) return text;
  if (/^\ufeff?BEGIN:VCALENDAR/i.test(text)) {
    const unfolded = new TextDecoder().decode(withoutFolds(bytes));
    if (!unfolded.includes('\ufffd')) return unfolded;
  }
  const whole = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  if (damaged <= whole) return text;
  const byServer = stated === '' || /^utf-?8$/i.test(stated) ? null : decoderOf(stated);
  return byServer?.decode(bytes) ?? legacyTextOf(bytes);
};
