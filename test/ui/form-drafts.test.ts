import { describe, expect, it } from 'vitest';
import { EMPTY_SESSION } from '../../src/app/create-session.ts';
import { eventDraftOf, newEventDraft, readEventDraft } from '../../src/ui/event-draft.ts';
import { readSessionDraft, type SessionDraft, sessionDraftOf } from '../../src/ui/session-draft.ts';
import { typedAddress } from '../../src/ui/typed-address.ts';
import { changedEntries } from '../../src/ui/use-form-draft.ts';
import { makeEvent, makeSession } from '../support/records.ts';

const event = makeEvent({ timeZone: 'Asia/Seoul' });
const empty = sessionDraftOf(EMPTY_SESSION, event, '2026-08-05');

describe('typedAddress', () => {
  it.each([
    ['', ''],
    ['  ', ''],
    ['example.org', 'https://example.org/'],
    ['example.org/a?b#c', 'https://example.org/a?b#c'],
    ['http://example.org', 'http://example.org/'],
    ['https://예시.한국/가', 'https://xn--vv4b11d.xn--3e0b707e/%EA%B0%80'],
    ['no address', null],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['me@example.org', null],
    ['slides', null],
  ])('%j', (text, address) => expect(typedAddress(text)).toBe(address));
});

describe('a session’s form', () => {
  it('saves what it was given', () => {
    const session = makeSession(event, {
      title: 'A talk',
      speakers: [{ name: 'Ada', affiliation: 'Engines', role: '', url: 'https://example.org/' }],
      startsAt: '2026-08-05T14:30:00.000Z',
      endsAt: '2026-08-05T15:30:00.000Z',
      links: { page: { url: 'https://example.org/talk' }, slides: 'pending', recording: null },
    });
    const { fields } = readSessionDraft(sessionDraftOf(session, event, '2000-01-01'), event.timeZone);
    expect(session).toMatchObject(fields ?? { failed: true });
  });

  it('saves a session without anything', () => {
    expect(readSessionDraft(empty, event.timeZone).fields).toMatchObject({ title: '', startsAt: null });
  });

  it.each<[string, Partial<SessionDraft>, object]>([
    ['a time', { end: '10:00' }, { times: 'start-missing' }],
    ['a link', { links: { ...empty.links, slides: { url: 'x', pending: false } } }, { links: ['slides'] }],
    ['a speaker', { speakers: [{ name: 'A', affiliation: '', role: '', url: 'x' }] }, { speakers: [0] }],
  ])('says what is wrong with %s', (_, changes, problems) => {
    expect(readSessionDraft({ ...empty, ...changes }, event.timeZone)).toEqual({ fields: null, problems });
  });

  it('a link still to come needs no address', () => {
    const links = { ...empty.links, slides: { url: 'anything', pending: true } };
    expect(readSessionDraft({ ...empty, links }, event.timeZone).fields?.links.slides).toBe('pending');
  });
});

describe('an event’s form', () => {
  it('saves what it was given', () => {
    const { fields } = readEventDraft(eventDraftOf(event));
    expect(event).toMatchObject(fields ?? { failed: true });
  });

  it('says what is wrong', () => {
    const draft = {
      ...newEventDraft('Mars/Base', 'ko'),
      startsOn: '2026-08-06',
      endsOn: '2026-08-05',
      url: 'x',
    };
    expect(readEventDraft(draft)).toEqual({
      fields: null,
      problems: { name: true, dates: true, timeZone: true, url: true },
    });
  });

  it('needs no more than a name', () => {
    expect(readEventDraft({ ...newEventDraft('UTC', 'ko'), name: ' X ' }).fields).toMatchObject({
      name: 'X',
      startsOn: null,
    });
  });
});

it('changedEntries tells what differs', () => {
  expect(changedEntries({ a: [1], b: 2, c: null }, { a: [1], b: 3, c: null })).toEqual({ b: 3 });
});
