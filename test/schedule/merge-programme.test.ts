import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/model/session.ts';
import { type MergeInput, planMerge, type ScheduleChange } from '../../src/schedule/merge-programme.ts';
import type { Programme } from '../../src/schedule/programme.ts';
import { sessionFieldsOf } from '../../src/schedule/session-fields.ts';
import { readText } from './fixture.ts';

const HEAD = 'guid,id,title,start,duration,room,speakers';
const ROWS = [
  'g1,1,Alpha,2026-05-01T09:00Z,30,A,Ann Ash',
  'g2,2,Beta,2026-05-01T10:00Z,30,A,Ben Bay',
  'g3,3,Gamma,2026-05-01T11:00Z,30,B,Cat Cod',
];
const programmeOf = (rows: readonly string[], head = HEAD, feed = 'conf'): Programme => ({
  ...readText([head, ...rows].join('\n')),
  feed,
});

const sessionsOf = (programme: Programme): Session[] =>
  programme.sessions.map((session, at) => ({
    id: `s${at + 1}`,
    createdAt: '',
    updatedAt: '',
    revision: 1,
    deletedAt: null,
    eventId: 'e',
    order: `a${at}`,
    leftOut: false,
    ...sessionFieldsOf(session, programme, session.abstract.text),
  }));

const plan = (
  sessions: readonly Session[],
  programme: Programme,
  more: Partial<MergeInput> = {},
): readonly ScheduleChange[] =>
  planMerge({
    sessions,
    programme,
    notedSessionIds: new Set(),
    abstractOf: ({ abstract }) => abstract.text,
    ...more,
  });

const summary = (changes: readonly ScheduleChange[]): readonly string[] =>
  changes.map((change) => {
    if (change.kind === 'new') return `new ${change.incoming.title}`;
    if (change.kind === 'changed') return `${change.session.id} ${change.fields.join('+')}`;
    if (change.kind === 'cancelled')
      return `${change.session.id} ${change.reason}${change.mustStay ? ' stays' : ''}`;
    return `${change.session.id} same`;
  });

const first = programmeOf(ROWS);
const sessions = sessionsOf(first);

describe('a second reading', () => {
  it('of the same programme changes nothing', () => {
    expect(summary(plan(sessions, first))).toEqual(['s1 same', 's2 same', 's3 same']);
  });

  it('in which talks changed places, numbers being those of the rows, moves each with its notes', () => {
    const head = 'id,title,start,duration,room';
    const before = programmeOf(['1,Alpha,2026-05-01T09:00Z,30,A', '2,Beta,2026-05-01T10:00Z,30,A'], head);
    const after = programmeOf(['1,Beta,2026-05-01T09:00Z,30,A', '2,Alpha,2026-05-01T10:00Z,30,A'], head);
    const changes = plan(sessionsOf(before), after, { notedSessionIds: new Set(['s1', 's2']) });
    expect(summary(changes)).toEqual(['s2 startsAt+endsAt', 's1 startsAt+endsAt']);
  });

  it('tells new, moved, renamed and cancelled', () => {
    const second = programmeOf([
      'g1,1,Alpha,2026-05-01T09:15Z,30,C,Ann Ash',
      'g2,2,Beta revised,2026-05-01T10:00Z,30,A,Ben Bay',
      'g4,4,Delta,2026-05-01T12:00Z,30,A,Dan Day',
    ]);
    const changes = plan(sessions, second);
    expect(summary(changes)).toEqual(['s1 room+startsAt+endsAt', 's2 title', 'new Delta', 's3 absent']);
    expect(changes[0]).toMatchObject({
      isMoved: true,
      isRenamed: false,
      patch: { room: 'C', startsAt: '2026-05-01T09:15:00.000Z', endsAt: '2026-05-01T09:45:00.000Z' },
    });
    expect(changes[1]).toMatchObject({ isMoved: false, isRenamed: true, patch: { title: 'Beta revised' } });
  });

  it('never proposes to drop a session with notes, nor its abstract, nor its links', () => {
    const noted: Session[] = sessions.map((session) => ({
      ...session,
      abstract: 'Written by hand.',
      links: { page: { url: 'https://mine.example/' }, slides: 'pending', recording: null },
    }));
    const head = `${HEAD},abstract,url,slides,recording`;
    const second = programmeOf(
      [
        'g1,1,Alpha,2026-05-01T09:00Z,30,A,Ann Ash,Other,https://o.example/,https://o.example/s,https://o.example/r',
        'x,9,Else,2026-05-01T15:00Z,30,A,Eve',
      ],
      head,
    );
    const changes = plan(noted, second, { notedSessionIds: new Set(['s1', 's2', 's3']) });
    expect(summary(changes)).toEqual(['s1 links', 'new Else', 's2 absent stays', 's3 absent stays']);
    expect(changes[0]).toMatchObject({
      patch: {
        links: {
          page: { url: 'https://mine.example/' },
          slides: { url: 'https://o.example/s' },
          recording: { url: 'https://o.example/r' },
        },
      },
    });
  });

  it('takes a new abstract where there are no notes, and none where the programme has none', () => {
    const described = sessions.map((session) => ({ ...session, abstract: 'Old.' }));
    expect(summary(plan(described, first))).toEqual(['s1 same', 's2 same', 's3 same']);
    const second = programmeOf(
      ROWS.map((row) => `${row},New.`),
      `${HEAD},abstract`,
    );
    expect(summary(plan(described, second))).toEqual(['s1 abstract', 's2 abstract', 's3 abstract']);
  });

  it('keeps what it knows of a speaker, kind and track where the programme is silent', () => {
    const known: Session[] = sessions.map((session) => ({
      ...session,
      kind: 'panel',
      track: 'Main',
      speakers: session.speakers.map((speaker) => ({ ...speaker, affiliation: 'ACME' })),
    }));
    expect(summary(plan(known, first))).toEqual(['s1 same', 's2 same', 's3 same']);
  });

  it('tells a session that the programme calls cancelled', () => {
    const second = programmeOf(ROWS.map((row) => row.replace('Beta', 'CANCELLED: Beta')));
    expect(summary(plan(sessions, second))).toEqual(['s1 same', 's2 stated', 's3 same']);
    expect(summary(plan([], second))).toEqual(['new Alpha', 'new Gamma']);
  });

  it('tells what is new since the last reading from what was left aside', () => {
    const second = programmeOf([...ROWS, 'g4,4,Delta,2026-05-01T12:00Z,30,A,Dan']);
    const offeredKeys = new Set(first.sessions.flatMap(({ keys }) => keys));
    const fresh = plan(sessions.slice(0, 1), second, { offeredKeys }).flatMap((change) =>
      change.kind === 'new' ? [[change.incoming.title, change.isLatest]] : [],
    );
    expect(fresh).toEqual([
      ['Beta', false],
      ['Gamma', false],
      ['Delta', true],
    ]);
  });
});

describe('sessions are known again', () => {
  it('when ids are new at every build, by title and start', () => {
    const uids = (build: string): Programme =>
      programmeOf(
        ROWS.map((row, at) => row.replace(/^g\d,\d/, `${build}-${at}`)),
        HEAD.replace('guid,id', 'uid'),
      );
    const old = sessionsOf(uids('one'));
    const changes = plan(old, uids('two'));
    expect(changes.map(({ kind }) => kind)).toEqual(['changed', 'changed', 'changed']);
    expect(summary(changes)).toEqual(['s1 ', 's2 ', 's3 ']);
    expect(changes[0]).toMatchObject({ patch: { scheduleKey: 'conf#uid:two-0' } });
  });

  it('moved, without any id, by a title that stands once', () => {
    const head = HEAD.replace('guid,id,', '');
    const bare = (rows: readonly string[]): Programme =>
      programmeOf(
        rows.map((row) => row.slice(5)),
        head,
      );
    const old = sessionsOf(bare(ROWS));
    const moved = bare(ROWS.map((row) => row.replace('T09:00Z', 'T15:00Z')));
    expect(summary(plan(old, moved))).toEqual(['s2 same', 's3 same', 's1 startsAt+endsAt']);
  });

  it('renamed, without any id, by place, time and speaker', () => {
    const head = HEAD.replace('guid,id,', '');
    const bare = (rows: readonly string[]): Programme =>
      programmeOf(
        rows.map((row) => row.slice(5)),
        head,
      );
    const old = sessionsOf(bare(ROWS));
    expect(summary(plan(old, bare(ROWS.map((row) => row.replace('Beta', 'Better')))))).toEqual([
      's1 same',
      's2 title',
      's3 same',
    ]);
  });

  it('but not by a number alone', () => {
    const head = HEAD.replace('guid,', '');
    const numbered = (rows: readonly string[]): Programme =>
      programmeOf(
        rows.map((row) => row.slice(3)),
        head,
      );
    const old = sessionsOf(numbered(ROWS));
    const other = numbered(['g1,1,Something else,2026-06-01T09:00Z,30,Z,Zoe Zed']);
    expect(summary(plan(old, other))).toEqual(['new Something else', 's1 absent', 's2 absent', 's3 absent']);
  });

  it('when two share a title: by key, and else neither is guessed', () => {
    const twice = ['g1,1,Intro,2026-05-01T09:00Z,30,A,Ann', 'g2,2,Intro,2026-05-01T10:00Z,30,A,Ben'];
    const old = sessionsOf(programmeOf(twice));
    const second = programmeOf([
      'g2,2,Intro,2026-05-01T10:30Z,30,A,Ben',
      'g1,1,Intro,2026-05-01T09:00Z,30,A,Ann',
    ]);
    expect(summary(plan(old, second))).toEqual(['s1 same', 's2 startsAt+endsAt']);
  });
});

describe('several feeds of one event', () => {
  it('do not miss what another feed brought', () => {
    const workshops = programmeOf(['w1,1,Knots,2026-05-01T09:00Z,90,W,Will'], HEAD, 'workshops');
    expect(summary(plan(sessions, workshops))).toEqual(['new Knots']);
    const both = [...sessions, ...sessionsOf(workshops).map((session) => ({ ...session, id: 'w1' }))];
    expect(summary(plan(both, first))).toEqual(['s1 same', 's2 same', 's3 same']);
    expect(summary(plan(both, programmeOf([], `${HEAD}`, 'workshops')))).toEqual(['w1 absent']);
  });

  it('know a session of each other, and leave it the key it came with', () => {
    const other = programmeOf(
      ROWS.map((row) => row.replace(/^g\d,\d/, 'u')),
      HEAD.replace('guid,id', 'uid'),
      'calendar',
    );
    expect(summary(plan(sessions, other))).toEqual(['s1 same', 's2 same', 's3 same']);
  });

  it('a feed that changed its name is known by its sessions', () => {
    const renamed = programmeOf(ROWS.slice(0, 2), HEAD, 'conf-online');
    expect(summary(plan(sessions, renamed))).toEqual(['s1 same', 's2 same', 's3 absent']);
  });

  it('sessions made by hand are never missing, but are known by title', () => {
    const byHand = sessions.map((session) => ({ ...session, scheduleKey: null }));
    expect(summary(plan(byHand, programmeOf(ROWS.slice(1))))).toEqual(['s2 ', 's3 ']);
  });
});
