/** Hugo's shortcodes in a body: shown, never run. */
import { codeRanges } from '../../markdown/code-ranges.ts';
import type { EscapedBody } from './site-profile.ts';

/**
 * Shortcode calls are run wherever they stand, also in code; written as a comment (`{{</* x *\/>}}`) they are printed
 * (gohugo.io, "Shortcodes", Escaping). Calls that are comments already stay. An opening without an end stops Hugo's
 * build and has no such form: in text it gets a backslash, which does not show; in code a space, which does.
 */
export const escapeShortcodes = (body: string): EscapedBody => {
  if (!/\{\{[<%]/.test(body)) return { body, altered: false };
  const openings = /\{\{[<%]/g;
  const unended = new Set<string>();
  let altered = false;
  let code: readonly (readonly [number, number])[] | null = null;
  let result = '';
  let position = 0;
  for (let found = openings.exec(body); found !== null; found = openings.exec(body)) {
    const [opening] = found;
    const start = found.index;
    const closing = opening === '{{<' ? '>}}' : '%}}';
    const end = unended.has(closing) ? -1 : body.indexOf(closing, start + 3);
    result += body.slice(position, start);
    if (end >= 0) {
      const inner = body.slice(start + 3, end);
      const comment = inner.startsWith('/*') && inner.endsWith('*/') && inner.length >= 4;
      result += comment ? opening + inner + closing : `${opening}/*${inner}*/${closing}`;
      position = end + 3;
    } else {
      unended.add(closing);
      code ??= codeRanges(body);
      const inCode = code.some(([from, to]) => from <= start && start < to);
      altered ||= inCode;
      result += `${inCode ? '{ {' : '{\\{'}${opening.slice(2)}`;
      position = start + 3;
    }
    openings.lastIndex = position;
  }
  return { body: result + body.slice(position), altered };
};
