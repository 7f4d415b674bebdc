/** Makes an event of what a conference's page states about it. */
import type { ConferenceEvent, RecapLanguage } from '../model/event.ts';
import type { EventFacts } from '../schedule/json-ld.ts';
import { createEvent, emptyEvent } from './create-event.ts';
import type { Ports } from './ports.ts';

const MAX_NAME_LENGTH = 200;

/** Facts that belong to an event that the store does not have yet; `null` for others, and without a date. */
export const newEventFacts = async (
  { store }: Pick<Ports, 'store'>,
  facts: EventFacts | null,
): Promise<EventFacts | null> => {
  if (facts === null || facts.startsOn === null) return null;
  const name = facts.name.toLowerCase();
  const events = await store.listEvents();
  const isKnown = events.some(
    (event) => event.name.toLowerCase() === name || (event.url !== '' && event.url === facts.url),
  );
  return isKnown ? null : facts;
};

export const createPageEvent = (
  ports: Ports,
  facts: EventFacts,
  language: RecapLanguage,
): Promise<ConferenceEvent> => {
  const name = facts.name.slice(0, MAX_NAME_LENGTH);
  const timeZone = facts.timeZoneProposals[0] ?? ports.machineTimeZone();
  const { startsOn, endsOn, venue, url } = facts;
  return createEvent(ports, { ...emptyEvent(name, language, timeZone), startsOn, endsOn, venue, url });
};
