/** Changes what the person set by hand in the front matter, and how the recap is written. */
import type { FrontMatterChoices, RecapOptions } from '../model/event.ts';
import type { Id } from '../model/ids.ts';
import { changeEvent } from './edit-event.ts';
import type { Ports } from './ports.ts';

/** Other choices stay as they are. @throws NotFound */
export const editFrontMatter = (ports: Ports, id: Id, choices: Partial<FrontMatterChoices>): Promise<void> =>
  changeEvent(ports, id, ({ frontMatter }) => ({ frontMatter: { ...frontMatter, ...choices } }));

/** Other options stay as they are. @throws NotFound */
export const editRecapOptions = (ports: Ports, id: Id, options: Partial<RecapOptions>): Promise<void> =>
  changeEvent(ports, id, ({ recapOptions }) => ({ recapOptions: { ...recapOptions, ...options } }));
