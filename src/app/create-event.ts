/** Makes an event and takes it as the current one. */
import {
  type ConferenceEvent,
  DEFAULT_RECAP_OPTIONS,
  NO_FRONT_MATTER_CHOICES,
  type RecapLanguage,
  type Revisioned,
} from '../model/event.ts';
import { newRecord } from './new-record.ts';
import type { Ports } from './ports.ts';

/** What a person fills in; a name is enough. */
export type EventFields = Omit<ConferenceEvent, keyof Revisioned>;

/** The fields of an event of which only the name is known. */
export const emptyEvent = (name: string, language: RecapLanguage, timeZone: string): EventFields => ({
  name,
  slug: '',
  startsOn: null,
  endsOn: null,
  timeZone,
  venue: '',
  url: '',
  language,
  tags: [],
  description: '',
  frontMatter: NO_FRONT_MATTER_CHOICES,
  recapOptions: DEFAULT_RECAP_OPTIONS,
});

export const createEvent = async (ports: Ports, fields: EventFields): Promise<ConferenceEvent> => {
  const event: ConferenceEvent = { ...newRecord(ports), ...fields, name: fields.name.trim() };
  await ports.store.write({
    label: 'event-created',
    puts: [{ type: 'events', base: null, record: event }],
    settings: { currentEventId: event.id, heldSession: null },
  });
  return event;
};
