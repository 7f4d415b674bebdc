/** Changes what the person set by hand in the front matter, and how the recap is written. */
import { NotFound } from '../model/errors.ts';
import type { FrontMatterChoices, RecapOptions } from '../model/event.ts';
import type { Id } from '../model/ids.ts';
import type { Ports } from './ports.ts';

/** Other choices stay as they are. @throws NotFound */
export const editFrontMatter = async (
  { store }: Ports,
  id: Id,
  choices: Partial<FrontMatterChoices>,
): Promise<void> => {
  const event = await store.getEvent(id);
  if (event === null) throw new NotFound('events', id);
  const frontMatter = { ...event.frontMatter, ...choices };
  await store.write({
    label: 'event-edited',
    puts: [{ type: 'events', base: event.revision, record: { ...event, frontMatter } }],
  });
};

/** Other options stay as they are. @throws NotFound */
export const editRecapOptions = async (
  { store }: Ports,
  id: Id,
  options: Partial<RecapOptions>,
): Promise<void> => {
  const event = await store.getEvent(id);
  if (event === null) throw new NotFound('events', id);
  const recapOptions = { ...event.recapOptions, ...options };
  await store.write({
    label: 'event-edited',
    puts: [{ type: 'events', base: event.revision, record: { ...event, recapOptions } }],
  });
};
