/** Addresses as people type them. */
import { safeAddress } from '../model/address.ts';

const HOST = /^[^\s/:@]+\.[^\s/:@.]{2,}(?:[:/?#]|$)/;

/** The address, its `https://` added where it was left out; empty for nothing; `null` when it is no web address. */
export const typedAddress = (text: string): string | null => {
  const typed = text.trim();
  if (typed === '') return '';
  if (HOST.test(typed)) return safeAddress(`https://${typed}`);
  return /^https?:/i.test(typed) ? safeAddress(typed) : null;
};
