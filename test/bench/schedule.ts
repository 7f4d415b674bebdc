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

const SESSIONS = 1400;
const ROOMS = 90;
const DAYS = 4;
const ROUNDS = 9;

const pad = (value: number): string => String(value).padStart(2, '0');
const paragraph = 'We brew, pour and measure; what we learnt fits in a **cup**, and so does this abstract. ';

const eventXml = (at: number, day: number, room: number): string => {
  const clock = `${pad(9 + (Math.floor(at / ROOMS / DAYS) % 12))}:${pad((at % 4) * 15)}`;
  return `<event guid="00000000-0000-5000-8000-${String(at).padStart(12, '0')}" id="${at + 1}" code="C${at}">
<date>2026-12-${27 + day}T${clock}:00+01:00</date><start>${clock}</start><duration>00:40</duration>
<room>Room ${room}</room><title>Session ${at} on kettle ${at % 37}</title><subtitle/><track>Track ${at % 7}</track>
<type>Talk</type><language>${at % 3 === 0 ? 'de' : 'en'}</language><abstract>${paragraph}</abstract>
<description>${paragraph.repeat(12)}</description><url>https://kettle.example/talk/${at}/</url>
<persons><person id="${at % 600}">Speaker Number${at % 600}</person></persons>
<links><link href="https://kettle.example/s/${at}">Slides</link></links></event>`;
};

const programmeXml = (): string => {
  const days = Array.from({ length: DAYS }, (_, day) => {
    const rooms = Array.from({ length: ROOMS }, (_, room) => {
      const events = Array.from({ length: SESSIONS }, (_, at) => at)
        .filter((at) => at % ROOMS === room && Math.floor(at / ROOMS) % DAYS === day)
        .map((at) => eventXml(at, day, room));
      return `<room name="Room ${room}">${events.join('')}</room>`;
    });
    return `<day index="${day + 1}" date="2026-12-${27 + day}" start="2026-12-${27 + day}T06:00:00+01:00" end="2026-12-${28 + day}T06:00:00+01:00">${rooms.join('')}</day>`;
  });
  return `<?xml version="1.0"?><schedule><conference><acronym>bench</acronym><title>Bench</title><time_zone_name>Europe/Berlin</time_zone_name></conference>${days.join('')}</schedule>`;
};

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
