import { describe, expect, it } from 'vitest';
import { assembleRecap } from '../../src/recap/assemble/assemble-recap.ts';
import { checkRecap } from '../../src/recap/checks/check-recap.ts';
import type { RecapInput } from '../../src/recap/recap.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';

const EVENT = makeEvent({ description: 'd' });
const SPEAKERS = [{ name: 'A', affiliation: '', role: '', url: '' }];
const TALK = makeSession(EVENT, { speakers: SPEAKERS });
const NOTE = makeNote(EVENT, TALK, { markdown: 'x' });

const check = (input: Partial<RecapInput>) => {
  const whole = { event: EVENT, sessions: [TALK], notes: [NOTE], images: [], ...input };
  return checkRecap(whole, assembleRecap(whole));
};

describe('checkRecap', () => {
  it('has nothing to say of a whole recap', () => {
    expect(check({})).toEqual([]);
  });

  it('tells an empty one', () => {
    expect(check({ sessions: [], notes: [] })).toEqual([
      { code: 'recap-empty', severity: 'warning', where: { eventId: EVENT.id } },
    ]);
  });

  it('tells what the event lacks', () => {
    const event = { ...EVENT, name: '', description: ' ' };
    expect(check({ event }).map(({ code }) => code)).toEqual(['event-unnamed', 'description-missing']);
  });

  it('tells what a session lacks, with its place', () => {
    const links = { page: null, slides: 'pending', recording: 'pending' } as const;
    const session = makeSession(EVENT, { title: ' ', links });
    const where = { eventId: EVENT.id, sessionId: session.id };
    expect(check({ sessions: [session], notes: [] })).toEqual([
      { code: 'session-untitled', severity: 'warning', where },
      { code: 'speaker-missing', severity: 'warning', where },
      { code: 'notes-missing', severity: 'warning', where },
      { code: 'link-pending', link: 'slides', severity: 'hint', where },
      { code: 'link-pending', link: 'recording', severity: 'hint', where },
    ]);
  });

  it('wants no speakers of office hours and of the hallway', () => {
    const sessions = [makeSession(EVENT, { kind: 'hallway' }), makeSession(EVENT, { kind: 'office-hours' })];
    expect(check({ sessions, notes: [] }).map(({ code }) => code)).toEqual([
      'notes-missing',
      'notes-missing',
    ]);
  });

  it('tells of images without text, remote ones and missing ones, never in code', () => {
    const markdown =
      '![](https://e.org/a.png)\n\n`![](x)`\n\n![ok](image:0190aaaa-0000-7000-8000-000000000001)';
    const note = makeNote(EVENT, TALK, { markdown });
    const where = { eventId: EVENT.id, sessionId: TALK.id, noteId: note.id };
    const address = 'https://e.org/a.png';
    expect(check({ notes: [note] })).toEqual([
      { code: 'image-missing', severity: 'error', imageId: '0190aaaa-0000-7000-8000-000000000001', where },
      { code: 'alt-missing', severity: 'warning', address, where },
      { code: 'image-remote', severity: 'warning', address, where },
    ]);
  });

  it('tells open questions', () => {
    const notes = [
      makeNote(EVENT, TALK, { kind: 'question', markdown: 'q' }),
      makeNote(EVENT, TALK, { kind: 'question', markdown: 'q', answer: 'a' }),
    ];
    expect(check({ notes })).toMatchObject([{ code: 'answer-missing', where: { noteId: notes[0]?.id } }]);
  });

  it('tells of dates in the future', () => {
    const nowMs = Date.parse('2024-05-01T00:00:00Z');
    expect(check({ nowMs }).map(({ code, severity }) => [code, severity])).toEqual([
      ['date-in-future', 'warning'],
      ['date-in-future', 'warning'],
    ]);
  });

  it('passes over sessions that are left out', () => {
    const out = makeSession(EVENT, { title: '', leftOut: true });
    expect(check({ sessions: [TALK, out] })).toEqual([]);
  });
});
