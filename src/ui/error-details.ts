/** What of an error may be shown to somebody else: its kind, numbers, and where in our code it was; no words of the person. */
import { LanyardError } from '../model/errors.ts';

/** Details that are words of ours. */
const OWN_WORDS = new Set(['operation', 'reason', 'type']);

const placesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    // Chromium writes `at name (address)`, Firefox `name@address`.
    .flatMap((line) => /(?:\bat |@).*?([\w-]+\.js:\d+:\d+)/.exec(line)?.[1] ?? [])
    .slice(0, 8)
    .join(' < ');

const kindOf = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  if (!(error instanceof LanyardError)) return error.name;
  const told = Object.entries(error.details).filter(
    ([name, value]) => typeof value === 'number' || OWN_WORDS.has(name),
  );
  return [error.code, ...told.map(([name, value]) => `${name}=${value}`)].join(' ');
};

/** Lines to paste into a report. */
export const errorDetails = (error: unknown): string => {
  const lines: string[] = [];
  for (let each: unknown = error; each !== undefined && each !== null && lines.length < 8; ) {
    lines.push(kindOf(each));
    if (!(each instanceof Error)) break;
    const places = placesOf(each);
    if (places !== '') lines.push(`  ${places}`);
    each = each.cause;
  }
  return ['Lanyard', navigator.userAgent, ...lines].join('\n');
};
