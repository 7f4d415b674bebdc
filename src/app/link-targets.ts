/** What a link being written may lead to: the clips of the event and the pages its quotes came from. */
import { formatLink } from '../markdown/plain-text.ts';
import { addressKey } from '../model/address.ts';
import type { Id } from '../model/ids.ts';
import type { Note } from '../model/note.ts';
import { fold } from './fold-text.ts';
import type { Store } from './ports.ts';

export interface LinkTarget {
  readonly title: string;
  readonly url: string;
  readonly folded: string;
}

const targetOf = (title: string, url: string): LinkTarget => ({
  title: title || url,
  url,
  folded: fold(`${title} ${url}`),
});

const linksOf = (note: Note): LinkTarget[] => [
  ...(note.kind === 'link' ? [targetOf(note.title, note.url)] : []),
  ...(note.source !== null && note.source.url !== '' ? [targetOf(note.source.title, note.source.url)] : []),
];

/** Each address once, the latest clip first. @param eventId `null`: there is no event, nothing is offered */
export const readLinkTargets = async (store: Store, eventId: Id | null): Promise<readonly LinkTarget[]> => {
  if (eventId === null) return [];
  const notes = await store.listEventNotes(eventId);
  notes.sort((left, right) => (left.capturedAt < right.capturedAt ? 1 : -1));
  const byAddress = new Map<string, LinkTarget>();
  for (const target of notes.flatMap(linksOf)) {
    const key = addressKey(target.url);
    if (!byAddress.has(key)) byAddress.set(key, target);
  }
  return [...byAddress.values()];
};

/** Those that hold every word of the query; those whose title begins with it come first. */
export const matchTargets = (
  targets: readonly LinkTarget[],
  query: string,
  limit: number,
): readonly LinkTarget[] => {
  const wanted = fold(query).trim();
  const terms = wanted.split(/\s+/).filter(Boolean);
  const found = targets.filter(({ folded }) => terms.every((term) => folded.includes(term)));
  const first = found.filter(({ folded }) => folded.startsWith(wanted));
  return [...first, ...found.filter(({ folded }) => !folded.startsWith(wanted))].slice(0, limit);
};

/** The link as Markdown; words alone where the address may not be linked to. */
export const linkMarkdown = ({ title, url }: LinkTarget): string => formatLink(title, url);
