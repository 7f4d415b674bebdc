/** The words a recap is written with; one file for each language. */
import type { SessionKind, SessionLinkKind } from '../../../model/session.ts';

/** Headings and labels, which a person may word otherwise. */
export const RECAP_WORDS = [
  'overview',
  'officeHours',
  'sessions',
  'references',
  'speaker',
  'speakers',
  'question',
  'answer',
  'takeaway',
  'date',
  'venue',
  'day',
  'summary',
  'takeaways',
  'bestTalks',
  'alsoSeen',
  'social',
  'place',
  'conclusion',
  'links',
  'liveBlog',
  'talks',
  'introduction',
] as const;
export type RecapWord = (typeof RECAP_WORDS)[number];

/** `day` holds `{number}`. */
export interface RecapWords extends Readonly<Record<RecapWord, string>> {
  /** What an untitled session is called. */
  readonly sessionKinds: Readonly<Record<SessionKind, string>>;
  readonly sessionLinks: Readonly<Record<SessionLinkKind, string>>;
}
