/** Markdown as plain words, for one line that tells which note it is: no parser, only what the eye would skip. */

/** The words of a text on one line: links and images by their words, marks gone, hyphens inside words kept. */
export const plainTextOf = (markdown: string): string =>
  markdown
    .replace(/!?\[([^\][]*)\]\((?:<[^>]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)[^)]*\)/g, '$1')
    .replace(/^[^\S\r\n]*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?/gm, '')
    .replace(/^[^\S\r\n]*(?:#{1,6}|>)\s*/gm, '')
    .replace(/^[^\S\r\n]*\|[\s:|-]+$/gm, '')
    .replace(/^[^\S\r\n]*\|.*\|[ \t]*$/gm, (row) =>
      row
        .trim()
        .slice(1, -1)
        .replaceAll(/(?<!\\)\|/g, '·'),
    )
    .replace(/^[^\S\r\n]*(?:```.*|~~~.*|[-*_]{3,})\s*$/gm, '')
    .replace(/(\*\*|__|~~|`+)/g, '')
    .replace(/(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
