/** What encoding from before Unicode the bytes of a table are in: spreadsheets still save in their country's own. */

const decoded = (bytes: Uint8Array, label: string): string | null => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const count = (text: string | null, pattern: RegExp): number => text?.match(pattern)?.length ?? 0;

/** The share of the bytes beyond ASCII that stand beside another such: accents of Latin letters stand alone. */
const shareInRuns = (bytes: Uint8Array): number => {
  let high = 0;
  let inRuns = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    high += 1;
    if ((bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80) inRuns += 1;
  }
  return high === 0 ? 0 : inRuns / high;
};

const MIXED_WORD = /[A-Za-z][\u0410-\u044f]|[\u0410-\u044f][A-Za-z]/;
const MOSTLY = 0.6;

/**
 * The text of bytes that are no UTF-8. Korean and Japanese are told by the syllables that come out of a decoding
 * without a fault, Cyrillic by its unbroken runs; what remains is Windows-1252.
 */
export const legacyTextOf = (bytes: Uint8Array): string => {
  // Korean is written in syllables; Japanese between its characters in kana, whose second byte may be of ASCII.
  const candidates = [
    { label: 'euc-kr', own: /[\uac00-\ud7a3]/g, share: 0.3, runs: MOSTLY },
    { label: 'shift_jis', own: /[\u3041-\u30fe]/g, share: 0.1, runs: 0 },
    { label: 'euc-jp', own: /[\u3041-\u30fe]/g, share: 0.1, runs: MOSTLY },
  ] as const;
  const inRuns = shareInRuns(bytes);
  const [best] = candidates
    .flatMap(({ label, own, share, runs }) => {
      const text = decoded(bytes, label);
      const letters = count(text, own);
      const isLikely = letters > 0 && inRuns >= runs && letters >= count(text, /[\u0080-\uffff]/g) * share;
      return text !== null && isLikely ? [{ text, letters }] : [];
    })
    .sort((left, right) => right.letters - left.letters);
  if (best !== undefined) return best.text;
  const cyrillic = new TextDecoder('windows-1251').decode(bytes);
  const letters = count(cyrillic, /[\u0410-\u044f]/g);
  // A word is in one alphabet: what mixes them is Latin with accents.
  if (letters > count(cyrillic, /[\u0080-\uffff]/g) * 0.8 && !MIXED_WORD.test(cyrillic)) return cyrillic;
  return new TextDecoder('windows-1252').decode(bytes);
};
