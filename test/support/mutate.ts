/** Texts as accidents and ill will leave them: stretches missing, doubled, moved, swapped for what readers fear. */
import type { Random } from './random.ts';

/** What readers of structured text have fallen over before. */
const FEARED = [
  '',
  '\u0000',
  '\ufeff',
  '\ud83d',
  '\u2028',
  '\u202e',
  '\r',
  '\r\n\r\n',
  '\t',
  '"',
  "'",
  '`',
  '```',
  '\\',
  '---\n',
  '+++\n',
  '<',
  '</',
  '<!--',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&b;',
  '&#0;',
  '&#x110000;',
  '{',
  '}',
  '[',
  ']',
  '![](',
  '[a]: ',
  '[^1]: ',
  '\n\n    ',
  '> ',
  '- ',
  '| a | b |\n|---|',
  '{{< a >}}',
  '{% raw %}',
  'a: &a [*a, *a]\n',
  '<<: *a\n',
  '!!js/function "x"\n',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'NaN',
  '-1',
  '1e999',
  '99999999999999999999',
  '0000-00-00T00:00:00Z',
  '9999-12-31T23:59:59+23:59',
  '2026-02-30',
  'Mars/Olympus',
  'PT99999999H',
  'RRULE:FREQ=SECONDLY\n',
  'BEGIN:VEVENT\n',
  'END:VEVENT\n',
  'END:VCALENDAR\n',
  'DTSTART;TZID=x:20260101T000000\n',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '../../../etc/passwd',
] as const;

/** What stands in a reader's way when there is much of it. */
const REPEATED = [
  '[',
  '{"a":',
  '<a>',
  '> ',
  '- ',
  '*',
  '_',
  '`',
  '(',
  '![',
  '\n',
  ' ',
  '\u00a0',
  '&amp;',
  '|',
  '#',
];

const stretch = (text: string, random: Random): readonly [number, number] => {
  const from = random.int(text.length + 1);
  return [from, Math.min(text.length, from + 1 + random.int(random.chance(0.2) ? 400 : 12))];
};

const flipped = (text: string, random: Random): string => {
  const at = random.int(text.length);
  const code = text.charCodeAt(at) ^ (1 << random.int(8));
  return text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
};

const WAYS: readonly ((text: string, random: Random) => string)[] = [
  flipped,
  (text, random) => {
    const [from, to] = stretch(text, random);
    return text.slice(0, from) + text.slice(to);
  },
  (text, random) => {
    const [from, to] = stretch(text, random);
    return text.slice(0, to) + text.slice(from, to) + text.slice(to);
  },
  (text, random) => {
    const [from, to] = stretch(text, random);
    const without = text.slice(0, from) + text.slice(to);
    const at = random.int(without.length + 1);
    return without.slice(0, at) + text.slice(from, to) + without.slice(at);
  },
  (text, random) => {
    const [from, to] = stretch(text, random);
    return text.slice(0, from) + random.pick(FEARED) + text.slice(random.chance(0.5) ? to : from);
  },
  (text, random) => {
    const at = random.int(text.length + 1);
    const times = random.chance(0.05) ? 5000 : 1 + random.int(60);
    return text.slice(0, at) + random.pick(REPEATED).repeat(times) + text.slice(at);
  },
  (text, random) => {
    const lines = text.split('\n');
    const [line] = lines.splice(random.int(lines.length), 1);
    lines.splice(random.int(lines.length + 1), 0, line ?? '');
    return lines.join('\n');
  },
  // Values only: the structure stays whole, so that what lies behind the parser is reached.
  (text, random) => {
    const values = [...text.matchAll(/"[^"\n]*"|(?<=>)[^<\n]+|(?<=[:,])[^:,\n"<]+/g)];
    if (values.length === 0) return flipped(text, random);
    const { index, 0: value } = random.pick(values);
    const quote = value.startsWith('"') ? '"' : '';
    const put = random.chance(0.5)
      ? JSON.stringify(random.pick(FEARED)).slice(1, -1)
      : '9'.repeat(random.int(30));
    return `${text.slice(0, index)}${quote}${put}${quote}${text.slice(index + value.length)}`;
  },
  (text, random) => text.slice(0, random.int(text.length)),
];

/** The text with up to `most` things done to it; what has become empty gets something feared. */
export const mutated = (text: string, random: Random, most = 5): string => {
  let result = text;
  for (let left = 1 + random.int(most); left > 0; left -= 1)
    result = result === '' ? random.pick(FEARED) : random.pick(WAYS)(result, random);
  return result;
};
