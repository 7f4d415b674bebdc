/** Slides and recordings that were promised: a page of the talk, clipped later, fills them in. */
import { addressKey } from '../model/address.ts';
import type { Id } from '../model/ids.ts';
import type { Session } from '../model/session.ts';
import { titleEssence } from '../schedule/session-keys.ts';
import { againOnConflict } from './again-on-conflict.ts';
import type { Ports } from './ports.ts';

export const PENDING_KINDS = ['slides', 'recording'] as const;
export type PendingKind = (typeof PENDING_KINDS)[number];

/** A page as it was clipped. */
export interface TalkPage {
  readonly url: string;
  readonly title: string;
  /** What the page itself is. */
  readonly kind: string;
  /** What it leads to; asked only when something is pending that it may fill. */
  readonly mediaLinks: () => Promise<readonly { readonly url: string; readonly kind: PendingKind }[]>;
}

export interface Filled {
  readonly session: Session;
  readonly kinds: readonly PendingKind[];
}

/** What is still to come of a session. */
export const pendingOf = ({ links }: Session): readonly PendingKind[] =>
  PENDING_KINDS.filter((kind) => links[kind] === 'pending');

/** Shorter titles stand in too many pages' titles. */
const TELLING = 8;

/** The session that the page is of: by its address, else by its title, if only one has it. */
const sessionOf = (page: TalkPage, sessions: readonly Session[]): Session | null => {
  const key = addressKey(page.url);
  const byAddress = sessions.find(
    ({ links }) => links.page !== null && links.page !== 'pending' && addressKey(links.page.url) === key,
  );
  if (byAddress !== undefined) return byAddress;
  const title = titleEssence(page.title);
  const named = sessions.filter((session) => {
    const own = titleEssence(session.title);
    return own !== '' && (own === title || (own.length >= TELLING && title.includes(own)));
  });
  return named.length === 1 ? (named[0] ?? null) : null;
};

/** @returns what was filled in, or `null` when the page is of no session that waits for it */
export const fillPending = (
  { store }: Pick<Ports, 'store'>,
  eventId: Id | null,
  page: TalkPage,
): Promise<Filled | null> =>
  againOnConflict(async () => {
    if (eventId === null) return null;
    const waiting = (await store.listSessions(eventId)).filter((each) => pendingOf(each).length > 0);
    const session = waiting.length === 0 ? null : sessionOf(page, waiting);
    if (session === null) return null;
    const itself = PENDING_KINDS.find((kind) => kind === page.kind);
    const media = itself === undefined ? await page.mediaLinks() : [{ url: page.url, kind: itself }];
    const found = pendingOf(session).flatMap((kind) => media.find((link) => link.kind === kind) ?? []);
    if (found.length === 0) return null;
    const links = { ...session.links };
    for (const { kind, url } of found) links[kind] = { url };
    await store.write({
      label: 'session-edited',
      puts: [{ type: 'sessions', base: session.revision, record: { ...session, links } }],
    });
    return { session, kinds: found.map(({ kind }) => kind) };
  });
