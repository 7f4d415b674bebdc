/** What writing one page of the post needs, and the blocks that every part of it is made of. */

import type { TakenLabels } from '../../markdown/definitions.ts';
import { escapeInline } from '../../markdown/plain-text.ts';
import type { Id } from '../../model/ids.ts';
import type { Note } from '../../model/note.ts';
import type { Session } from '../../model/session.ts';
import type { RecapInput, RecapProblem } from '../recap.ts';
import type { RecapWords } from '../templates/languages/recap-words.ts';
import type { RecapTemplate } from '../templates/recap-template.ts';
import type { BodyBlock } from './body-blocks.ts';
import type { ImageFiles } from './image-files.ts';
import { readyNotes } from './ready-notes.ts';
import type { References } from './references.ts';
import type { SelectedRecords } from './select-records.ts';
import { writeNote } from './write-note.ts';

export interface Writing {
  readonly input: RecapInput;
  readonly records: SelectedRecords;
  readonly images: ImageFiles;
  readonly references: References;
  readonly labels: TakenLabels;
  readonly problems: RecapProblem[];
  readonly template: RecapTemplate;
  readonly words: RecapWords;
  /** Sessions that a section has written. */
  readonly written: Set<Session>;
  /** Takeaways have a section of their own. */
  readonly takeawaysApart: boolean;
  readonly summaryMarker: string | null;
  /** A text as the site needs it, for a block that is written verbatim. */
  readonly escape: (text: string) => string;
  /** How the page of a session is linked. */
  readonly linkOf: (session: Session) => string;
}

/** A heading of the outline. @param markdown when the text alone would not do */
export const heading = (
  level: number,
  text: string,
  sessionId: Id | null,
  markdown = escapeInline(text),
): BodyBlock => ({
  text: `${'#'.repeat(Math.min(6, level))} ${markdown}`,
  opensWith: 'heading',
  endsWith: 'heading',
  outline: { level: Math.min(6, level), text, sessionId },
});

export const paragraph = (text: string): BodyBlock => ({
  text,
  opensWith: 'paragraph',
  endsWith: 'paragraph',
});

/** One line of a list. */
export const listItem = (text: string): BodyBlock => ({ text: `- ${text}`, opensWith: '-', endsWith: '-' });

/** Notes under a heading of this level. */
export const writeNotes = (
  notes: readonly Note[],
  level: number,
  sessionId: Id | null,
  writing: Writing,
): BodyBlock[] => {
  const { input, references, words } = writing;
  const makeReady = readyNotes(notes, {
    level,
    eventId: input.event.id,
    sessionId,
    spacers: input.event.recapOptions.spacers,
    images: writing.images,
    labels: writing.labels,
    problems: writing.problems,
  });
  return notes.flatMap((note) => {
    if (note.kind === 'link') {
      const remark = sessionId === null ? () => makeReady(note, note.markdown) : undefined;
      references.add(note.title, note.url, remark);
      // A link of the event itself stands among the references, and only there.
      if (sessionId === null && note.url !== '') return [];
    } else if (note.source !== null) {
      references.add(note.source.title || note.source.site, note.source.url);
    }
    const block = writeNote(note, makeReady, words);
    if (block === null) return [];
    const where = { eventId: input.event.id, noteId: note.id, ...(sessionId && { sessionId }) };
    return [{ ...block, where }];
  });
};
