/**
 * A programme of 1,400 sessions in 90 rooms: read, as a ratio to the bare XML parser on the same text; searched,
 * filtered and compared with a second reading. Node with the polyfill of `Temporal`; browsers have it built in.
 */
import 'temporal-polyfill/global';
import { SaxesParser } from 'saxes';
import type { Session } from '../../src/model/session.ts';
import { planMerge } from '../../src/schedule/merge-programme.ts';
import { readProgramme } from '../../src/schedule/read-programme.ts';
import { createProgrammeSearch, NO_FILTER, overlapsOf } from '../../src/schedule/search-programme.ts';
import { sessionFieldsOf } from '../../src/schedule/session-fields.ts';
import { programmeXml } from '../support/large-programme.ts';

const ROUNDS = 9;

/** The median of the rounds, the first being left out as warm-up. */
const medianMs = (work: () => void): number => {
  const times = Array.from({ length: ROUNDS + 1 }, () => {
    const startMs = performance.now();
    work();
    return performance.now() - startMs;
  }).slice(1);
  return times.sort((left, right) => left - right)[Math.floor(ROUNDS / 2)] ?? 0;
};

const print = (measure: string, value: number, unit: string, more: Record<string, number> = {}): void =>
  console.log(JSON.stringify({ measure, value, unit, ...more }));

const text = programmeXml();
const bareMs = medianMs(() => {
  const parser = new SaxesParser({});
  parser.on('text', () => {});
  parser.write(text).close();
});
const options = { machineTimeZone: 'UTC' };
const firstMs = performance.now();
const programme = readProgramme(text, options);
const coldMs = performance.now() - firstMs;
const readMs = medianMs(() => readProgramme(text, options));

const startMs = performance.now();
const search = createProgrammeSearch(programme);
const prepareMs = performance.now() - startMs;
const findMs = medianMs(() => search.find({ ...NO_FILTER, text: 'kettle 17 number', languages: ['en'] }));
const overlapMs = medianMs(() => overlapsOf(programme.sessions.slice(0, 60)));

const sessions: Session[] = programme.sessions.map((session, at) => ({
  id: `s${at}`,
  createdAt: '',
  updatedAt: '',
  revision: 1,
  deletedAt: null,
  eventId: 'e',
  order: '',
  leftOut: false,
  ...sessionFieldsOf(session, programme, session.abstract.text),
}));
const merge = () =>
  planMerge({ sessions, programme, notedSessionIds: new Set(), abstractOf: ({ abstract }) => abstract.text });
const mergeMs = medianMs(() => merge());
if (merge().some(({ kind }) => kind !== 'unchanged'))
  throw new Error('a second reading of the same is not the same');

print('1,400 sessions: bare parser', bareMs, 'ms', { characters: text.length });
print('1,400 sessions: read, first time', coldMs, 'ms', { sessions: programme.sessions.length });
print('1,400 sessions: read', readMs, 'ms');
print('1,400 sessions: read / bare parser', readMs / bareMs, '×');
print('1,400 sessions: search prepared', prepareMs, 'ms');
print('1,400 sessions: one search', findMs, 'ms');
print('60 starred: overlaps', overlapMs, 'ms');
print('1,400 sessions: second reading compared', mergeMs, 'ms');
