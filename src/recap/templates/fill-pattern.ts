/** Patterns with names in braces, filled in: what has no value goes with the punctuation around it. */

interface Part {
  /** What stands before the name and belongs to it. */
  readonly before: string;
  readonly name: string;
  /** What closes behind it: a bracket, a quote. */
  readonly after: string;
}

const CLOSING = /^[)\]}）」』】》"'”’*_~]+/;

const partsOf = (pattern: string): { readonly parts: readonly Part[]; readonly end: string } => {
  const pieces = pattern.split(/\{([a-z]+)\}/);
  const parts: Part[] = [];
  let before = pieces[0] ?? '';
  for (let index = 1; index < pieces.length; index += 2) {
    const text = pieces[index + 1] ?? '';
    const after = CLOSING.exec(text)?.[0] ?? '';
    parts.push({ before, name: pieces[index] ?? '', after });
    before = text.slice(after.length);
  }
  return { parts, end: before };
};

/** @param values ready to be written; empty when no name in the pattern has a value */
export const fillPattern = (pattern: string, values: Readonly<Record<string, string>>): string => {
  const { parts, end } = partsOf(pattern);
  let filled = '';
  for (const { before, name, after } of parts) {
    const value = Object.hasOwn(values, name) ? (values[name] ?? '') : '';
    if (value === '') continue;
    const first = filled === '' && parts[0]?.name !== name;
    filled += `${first ? before.replace(/^[\s,;:·|–—-]+/, '') : before}${value}${after}`;
  }
  return filled === '' ? '' : filled + end;
};
