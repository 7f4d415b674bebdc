/** An event as its form has it, and what of it can be saved. */
import { type EventFields, emptyEvent } from '../app/create-event.ts';
import type { ConferenceEvent, RecapLanguage } from '../model/event.ts';
import { isPlainDate, parseTimeZone, type TimeZone } from '../model/time.ts';
import { typedAddress } from './typed-address.ts';

export interface EventDraft {
  readonly name: string;
  /** `YYYY-MM-DD` or empty. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly timeZone: string;
  readonly venue: string;
  readonly url: string;
  readonly tags: readonly string[];
  readonly description: string;
  readonly language: RecapLanguage;
}

export interface EventProblems {
  readonly name?: true;
  readonly dates?: true;
  readonly timeZone?: true;
  readonly url?: true;
}

export const newEventDraft = (timeZone: TimeZone, language: RecapLanguage): EventDraft => ({
  name: '',
  startsOn: '',
  endsOn: '',
  timeZone,
  venue: '',
  url: '',
  tags: [],
  description: '',
  language,
});

export const eventDraftOf = (event: ConferenceEvent): EventDraft => ({
  name: event.name,
  startsOn: event.startsOn ?? '',
  endsOn: event.endsOn ?? '',
  timeZone: event.timeZone,
  venue: event.venue,
  url: event.url,
  tags: event.tags,
  description: event.description,
  language: event.language,
});

type Read =
  | {
      readonly fields: Omit<EventFields, 'slug' | 'frontMatter' | 'recapOptions'>;
      readonly problems: null;
    }
  | { readonly fields: null; readonly problems: EventProblems };

/** The fields to save, or what is wrong with them. */
export const readEventDraft = (draft: EventDraft): Read => {
  const name = draft.name.trim();
  const startsOn = isPlainDate(draft.startsOn) ? draft.startsOn : null;
  const endsOn = isPlainDate(draft.endsOn) ? draft.endsOn : null;
  const timeZone = parseTimeZone(draft.timeZone);
  const url = typedAddress(draft.url);
  const wrongDates = startsOn !== null && endsOn !== null && endsOn < startsOn;
  if (name === '' || wrongDates || timeZone === null || url === null) {
    const problems: EventProblems = {
      ...(name === '' ? { name: true } : {}),
      ...(wrongDates ? { dates: true } : {}),
      ...(timeZone === null ? { timeZone: true } : {}),
      ...(url === null ? { url: true } : {}),
    };
    return { fields: null, problems };
  }
  const { venue, tags, description, language } = draft;
  const fields = { name, startsOn, endsOn, timeZone, venue: venue.trim(), url, tags, language };
  return { problems: null, fields: { ...fields, description: description.trim() } };
};

/** All fields of a new event. */
export const newEventFields = (fields: NonNullable<Read['fields']>): EventFields => ({
  ...emptyEvent(fields.name, fields.language, fields.timeZone),
  ...fields,
});
