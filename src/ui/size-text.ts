/** Bytes in words: `340 kB`, `1.2 MB`. */
import { uiLanguage } from './strings.ts';

/** In the interface's language. */
export const sizeText = (bytes: number): string => {
  const [unit, scale] = bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
  const style = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(uiLanguage(), style).format(bytes / scale);
};
