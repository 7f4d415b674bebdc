/** How a person shapes a recap otherwise than its template. Only what differs is kept. */

/**
 * Patterns hold names in braces; a name without a value goes with the punctuation around it:
 * `{name} ({affiliation}), {role}`.
 */
export interface RecapShape {
  /** Headings and labels by their name: `sessions`, `speaker`. */
  readonly words?: Readonly<Record<string, string>>;
  /** A session's heading: `{title}`, `{speakers}`, `{time}`, `{room}`. */
  readonly heading?: string;
  /** The line of speakers: `{label}`, `{speakers}`; empty for none. */
  readonly speakerLine?: string;
  /** One speaker: `{name}`, `{affiliation}`, `{role}`. */
  readonly speaker?: string;
  readonly betweenSpeakers?: string;
  /** Level of section headings. */
  readonly sectionLevel?: 1 | 2 | 3;
}
