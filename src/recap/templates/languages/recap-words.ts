/** The words a recap is written with; one file for each language. */
import type { SessionKind, SessionLinkKind } from '../../../model/session.ts';

export interface RecapWords {
  readonly overview: string;
  readonly officeHours: string;
  readonly sessions: string;
  readonly references: string;
  readonly speaker: string;
  readonly speakers: string;
  readonly question: string;
  readonly answer: string;
  readonly takeaway: string;
  readonly date: string;
  readonly venue: string;
  /** What an untitled session is called. */
  readonly sessionKinds: Readonly<Record<SessionKind, string>>;
  readonly sessionLinks: Readonly<Record<SessionLinkKind, string>>;
}
