import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../src/model/errors.ts';
import { codesOf, fixtureText, readFixture, readText } from './fixture.ts';

const refusalOf = (text: string): { readonly field: string; readonly reason: string } => {
  try {
    readText(text);
  } catch (error) {
    if (error instanceof InvalidInput) {
      return { field: String(error.details.field), reason: String(error.details.reason) };
    }
    throw error;
  }
  throw new Error('it was read');
};

const xml = fixtureText('pretalx.xml');
const json = fixtureText('c3voc.json');
const ics = fixtureText('hidden-speakers.ics');

describe('bad input is refused with its place', () => {
  it.each([
    ['an empty file', '  \n', 'file', /empty/],
    ['truncated XML', xml.slice(0, 2000), /^line \d+, column \d+$/, /xml/],
    ['XML that closes wrongly', xml.replace('</room>', '</rooom>'), /^line \d+, column \d+$/, /xml/],
    ['truncated JSON', json.slice(0, 700), /^line \d+, column \d+$/, /cut off|unexpected/],
    ['JSON with a stray comma', '{"sessions": [1,]}', 'line 1, column 17', /unexpected \]/],
    ['a truncated calendar', ics.slice(0, 600), /^line \d+$/, /does not end: the file is cut off/],
    ['a calendar that ends twice', `${ics}END:VCALENDAR\n`, /^line \d+$/, /did not begin/],
    ['CSV with an open quote', 'title,start\n"A,2026-01-01T10:00\nB,2026-01-01T11:00\n', 'row 2', /csv/],
    ['a web page', '<!DOCTYPE html>\n<html><body>404</body></html>', 'line 1', /web page/],
    ['a web page after a comment', '<!-- cached -->\n<html lang="en"></html>', 'line 1', /web page/],
    ['other XML', '<rss version="2.0"><channel/></rss>', 'line 1', /<rss>, not a schedule/],
    ['a schedule without days', '<schedule><conference/></schedule>', 'line 1', /no day/],
    ['other JSON', '{"a": {"b": [1, 2]}}', '', /nothing in it is a session/],
    ['plain prose', 'Dear all,\nthe schedule will follow.', 'line 1', /no schedule format/],
    [
      'a list of conferences',
      '[{"name":"X","url":"https://x.example","startDate":"2026-01-01","endDate":"2026-01-02"}]',
      '[0]',
      /list of conferences/,
    ],
    [
      'a JSON schema',
      '{"$schema":"http://json-schema.org/draft-06/schema#","properties":{}}',
      '$schema',
      /schema/,
    ],
  ])('%s', (_, text, field, reason) => {
    const refusal = refusalOf(text);
    expect(refusal.field).toEqual(typeof field === 'string' ? field : expect.stringMatching(field));
    expect(refusal.reason).toMatch(reason);
  });

  it('entity expansion bombs, before anything is expanded', () => {
    const entities = Array.from(
      { length: 20 },
      (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`,
    ).join('');
    const refusal = refusalOf(
      `<?xml version="1.0"?><!DOCTYPE schedule [<!ENTITY e0 "lol">${entities}]><schedule>&e20;</schedule>`,
    );
    expect(refusal.reason).toMatch(/entities are declared/);
  });

  it('external entities', () => {
    expect(
      refusalOf(
        '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><schedule><title>&x;</title></schedule>',
      ).reason,
    ).toMatch(/entities are declared/);
  });

  it('a file of 50 MB, before anything is parsed', () => {
    expect(refusalOf(`<schedule>${' '.repeat(50_000_000)}</schedule>`).reason).toMatch(/longer than/);
  });

  it('nesting without end', () => {
    expect(refusalOf(`<schedule>${'<a>'.repeat(100_000)}`).reason).toMatch(/too deep/);
    expect(refusalOf('['.repeat(100_000)).reason).toMatch(/too deep/);
  });

  it('too many sessions', { timeout: 60_000 }, () => {
    const rows = Array.from({ length: 20_001 }, (_, at) => `T${at},2026-01-01T10:00:00Z`).join('\n');
    expect(refusalOf(`title,start\n${rows}`)).toEqual({
      field: 'row 20002',
      reason: 'more than 20000 sessions',
    });
  });

  it('two rooms of one name in one JSON object: one would be lost', () => {
    const refusal = refusalOf(json.replace('"Meitner": []', '"Curie": []'));
    expect(refusal).toEqual({
      field: 'line 51, column 13',
      reason: 'json: key "Curie" stands twice in one object',
    });
  });

  it('an attribute that stands twice', () => {
    expect(refusalOf(xml.replace("id='11'", "id='11' id='12'")).field).toMatch(/^line 17, column/);
  });

  it('days and starts in year 0', () => {
    expect(refusalOf(xml.replace("date='2026-10-24'", "date='0000-10-24'"))).toEqual({
      field: 'line 15',
      reason: 'date out of range: 0000-10-24',
    });
    expect(refusalOf('title,start\nA,0000-01-01T10:00:00Z')).toMatchObject({
      field: 'row 2',
      reason: /out of range/,
    });
  });

  it('a schema that the file declares and breaks', () => {
    const broken = json.replace('"version": "1",', '"version": "1", "rooms": [],');
    expect(refusalOf(broken).field).toBe('schedule.rooms');
  });

  it('a zone that is none', () => {
    expect(() => readFixture('table.csv', { timeZone: 'Mars/Olympus' })).toThrow(InvalidInput);
  });
});

describe('damage that leaves the rest readable is told', () => {
  it('one start in year 0 among good ones', () => {
    const programme = readText('title,start,duration\nA,0000-01-01T10:00:00Z,30\nB,2026-01-01T10:00:00Z,30');
    expect(programme.sessions.map(({ startsAt }) => startsAt)).toEqual(['2026-01-01T10:00:00.000Z', null]);
    expect(programme.problems).toMatchObject([{ code: 'date-out-of-range', place: 'row 2' }]);
  });

  it('a plain value that stands twice', () => {
    const programme = readText(json.replace('"id": 1,', '"id": 1, "id": 9,'));
    expect(programme.problems).toMatchObject([{ code: 'duplicate-key', details: { key: 'id' } }]);
    expect(programme.sessions).toHaveLength(3);
  });

  it('script in titles stays text', () => {
    const programme = readText(
      xml.replace('<title>Lunch</title>', '<title>&lt;script&gt;alert(1)&lt;/script&gt;\u202eX</title>'),
    );
    expect(programme.sessions[1]?.title).toBe('<script>alert(1)</script>X');
  });

  it('times and durations that are none', () => {
    const programme = readText(
      xml
        .replace('<date>2026-10-24T12:00:00+01:00</date>', '<date>noon</date>')
        .replace('<duration>01:00', '<duration>long'),
    );
    expect(codesOf(programme.problems)).toMatchObject({ 'bad-time': 1, 'bad-duration': 1, 'no-end': 1 });
    expect(programme.problems[0]).toMatchObject({ place: 'line 60', details: { text: 'noon' } });
    expect(programme.sessions).toHaveLength(4);
  });

  it('control characters and entities of HTML in XML', () => {
    const programme = readText(xml.replace('<title>Lunch', '<title>Lunch&nbsp;\u000bnow'));
    expect(programme.sessions.some(({ title }) => title === 'Lunch now')).toBe(true);
  });

  it('a zone the machine does not know', () => {
    const programme = readText(xml.replace('Europe/Lisbon', 'Europe/Atlantis'));
    expect(programme.timeZoneSource).toBe('assumed');
    expect(codesOf(programme.problems)).toMatchObject({ 'unknown-zone': 1 });
  });

  it('a zone that its own offsets contradict', () => {
    const programme = readText(xml.replace('Europe/Lisbon', 'UTC'));
    expect(programme.sessions[0]?.startsAt).toBe('2026-10-24T08:30:00.000Z');
    expect(codesOf(programme.assumptions)).toMatchObject({ 'zone-contradicts-offsets': 1 });
  });

  it('names like properties of every object', () => {
    const hostile = JSON.stringify({
      sessions: [{ title: 'A', startsAt: '2026-01-01T10:00:00Z', speakers: ['constructor'] }],
      rooms: [],
      speakers: [],
    });
    expect(readText(hostile).sessions[0]?.speakers).toEqual([]);
    expect(readText('title,start,toString,__proto__\nA,2026-01-01T10:00:00Z,x,y').sessions).toHaveLength(1);
    expect(refusalOf('<schedule>&toString;</schedule>').reason).toMatch(/xml/);
  });
});

describe('a file cut off or damaged anywhere', () => {
  const names = [
    'pretalx.xml',
    'c3voc.json',
    'sessionize-all.json',
    'hidden-speakers.ics',
    'table.csv',
    'json-ld.json',
  ];

  /** Read or refused: anything else thrown is a fault of ours. */
  const outcomeOf = (text: string): 'read' | 'refused' => {
    try {
      readText(text);
      return 'read';
    } catch (error) {
      if (error instanceof InvalidInput) return 'refused';
      throw error;
    }
  };

  it.each(names)('%s', { timeout: 60_000 }, (name) => {
    const text = fixtureText(name);
    const step = Math.ceil(text.length / 20);
    for (let at = 1; at < text.length; at += step) {
      const outcome = outcomeOf(text.slice(0, at));
      // A table can end after any row; every other format says where it ends.
      if (name !== 'table.csv') expect([at, outcome]).toEqual([at, 'refused']);
      for (const damage of ['', '<', '"', '\n', '9'.repeat(30)]) {
        outcomeOf(text.slice(0, at) + damage + text.slice(at + 3));
      }
    }
  });
});

it('thousands of sessions that cannot be told apart are read in time, each with a key of its own', () => {
  const one = { title: '', room: 'Hall', start: '2026-08-05T10:00:00+09:00', speakers: [] };
  const { sessions } = readText(JSON.stringify(Array.from({ length: 3000 }, () => one)));
  expect(sessions).toHaveLength(3000);
  expect(new Set(sessions.map(({ key }) => key)).size).toBe(3000);
});
