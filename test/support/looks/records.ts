/** What stands in the store for the pictures: a day with every kind of note, and the hard cases of layout. */
import { imageAddress } from '../../../src/model/image.ts';
import { NO_SESSION_LINKS } from '../../../src/model/session.ts';
import { makePng } from '../png.ts';
import { makeEvent, makeImage, makeNote, makeSession, makeSource, type NoteFields } from '../records.ts';
import type { Seed } from '../stored.ts';

/** The clock of every picture: in the middle of the second session. */
export const NOW = '2026-05-12T08:34:00.000Z';
/** In the break after it. */
export const BETWEEN = '2026-05-12T09:05:00.000Z';
export const ZONE = 'Europe/Berlin';

const at = (time: string): string => `2026-05-12T${time}:00.000Z`;
const speaker = (name: string, affiliation = '') => ({ name, affiliation, role: '', url: '' });

const harbour = (fields: Parameters<typeof makeEvent>[0] = {}) =>
  makeEvent({
    name: 'Harbour Go Conf 2026',
    startsOn: '2026-05-12',
    endsOn: '2026-05-13',
    timeZone: ZONE,
    venue: 'Pier 4, Hamburg',
    tags: ['go', 'conference'],
    description: 'Notes from a day about calm services and small tools.',
    ...fields,
  });

export const eventOnly = (): Seed => ({ event: harbour() });

/** The day that most pictures show. */
export const runningDay = (): Seed => {
  const event = harbour();
  const keynote = makeSession(event, {
    kind: 'keynote',
    title: 'Boring is a feature',
    speakers: [speaker('Ada Park', 'Lighthouse Systems')],
    room: 'Hall 1',
    startsAt: at('07:00'),
    endsAt: at('07:45'),
  });
  const talk = makeSession(event, {
    title: 'Small queues, calm services',
    speakers: [speaker('Milan Horváth', 'Quay Labs'), speaker('한지우', '파도랩')],
    room: 'Hall 2',
    track: 'Operations',
    startsAt: at('08:10'),
    endsAt: at('08:55'),
    links: { ...NO_SESSION_LINKS, slides: 'pending' },
  });
  const next = makeSession(event, {
    title: 'Tests that tell you why',
    speakers: [speaker('Jiwoo Han', 'Wavelab')],
    room: 'Hall 1',
    startsAt: at('09:15'),
    endsAt: at('09:55'),
  });
  const hours = makeSession(event, {
    kind: 'office-hours',
    title: 'Ask the maintainers',
    room: 'Deck',
    startsAt: at('12:00'),
    endsAt: at('13:00'),
  });
  const png = makePng(640, 360, 3);
  const image = makeImage(event, { width: 640, height: 360, bytes: png.length, name: 'slide.png' });
  const note = (session: typeof talk | null, fields: NoteFields) => makeNote(event, session, fields);
  return {
    event,
    sessions: [keynote, talk, next, hours],
    images: [image],
    bytes: { [image.hash]: png.toString('base64') },
    notes: [
      note(null, { markdown: 'Two halls by the water, **300 people**, and coffee that never ran out.' }),
      note(keynote, { markdown: '- Choose the tool that the night shift can read.' }),
      note(keynote, { markdown: '- Delete a dependency every month.' }),
      note(keynote, { kind: 'quote', markdown: 'Nobody was ever paged by code that is not there.' }),
      note(talk, { markdown: '- A queue hides a slow service until it is too late.' }),
      note(talk, {
        markdown: '- Limit what waits, and say *no* early:\n\n```go\nlimiter := NewLimiter(64)\n```',
      }),
      note(talk, { kind: 'image', markdown: `![Latency with a bound](${imageAddress(image.id)})` }),
      note(talk, {
        kind: 'link',
        url: 'https://example.org/small-queues',
        title: 'small-queues: the limiter from the talk',
        linkKind: 'code',
        markdown: 'One file, no dependencies.',
        source: makeSource({ url: 'https://example.org/', title: 'small-queues', site: 'example.org' }),
      }),
      note(talk, {
        kind: 'question',
        markdown: 'What if the callers retry at once?',
        answer: 'Add jitter, and let the client see the limit.',
      }),
      note(talk, { kind: 'question', markdown: 'Does it work across regions?' }),
      note(talk, { kind: 'takeaway', markdown: 'Put a bound on every queue we own this week.' }),
    ],
  };
};

/** Two hundred notes in the session that runs. */
export const manyNotes = (): Seed => {
  const seed = runningDay();
  const talk = seed.sessions?.[1];
  if (talk === undefined) throw new Error('the day has no talk');
  const more = Array.from({ length: 200 }, (_, index) =>
    makeNote(seed.event, talk, {
      kind: index % 9 === 4 ? 'quote' : 'text',
      markdown:
        index % 9 === 4
          ? `Line ${index + 1}, as it was said.`
          : `- Line ${index + 1}: what was said, in a few words.`,
    }),
  );
  return { ...seed, notes: [...(seed.notes ?? []), ...more] };
};

/** Korean and German at their longest. */
export const longTitles = (): Seed => {
  const event = harbour({
    name: '대한민국 고퍼콘 2026 봄 정기 콘퍼런스 및 오픈소스 기여자 모임',
    venue: '서울특별시 강남구 테헤란로 521 파르나스타워 그랜드볼룸',
  });
  const german = makeSession(event, {
    title:
      'Rechtsschutzversicherungsgesellschaften und ihre Softwarequalitätssicherungsmaßnahmen: ein Erfahrungsbericht aus der Donaudampfschifffahrt',
    speakers: [
      speaker(
        'Karl-Theodor Freiherr von Hohenlohe-Öhringen',
        'Bundesamt für Sicherheit in der Informationstechnik',
      ),
      speaker('Wilhelmine Überschär', 'Norddeutsche Schifffahrtsgesellschaft'),
    ],
    room: 'Großer Konferenzsaal im Obergeschoss',
    track: 'Qualitätssicherung',
    startsAt: at('08:10'),
    endsAt: at('08:55'),
  });
  const korean = makeSession(event, {
    title: '대규모 트래픽 환경에서 고루틴 누수를 조기에 발견하고 자동으로 복구하는 시스템을 만든 이야기',
    speakers: [speaker('김아무개', '주식회사 아주긴이름의회사 플랫폼개발본부')],
    room: '컨벤션홀 2층 201호',
    startsAt: at('09:15'),
    endsAt: at('09:55'),
  });
  return {
    event,
    sessions: [german, korean],
    notes: [
      makeNote(event, german, {
        markdown: '- Die Geschwindigkeitsbegrenzungsüberwachungsanlage misst selbst.',
      }),
      makeNote(event, german, { markdown: '고루틴이 새는지 확인하려면 `runtime.NumGoroutine()` 을 본다.' }),
      makeNote(event, german, {
        kind: 'link',
        url: 'https://example.org/softwarequalitaetssicherungsmassnahmen/in-der-donaudampfschifffahrt.html',
        title: 'Softwarequalitätssicherungsmaßnahmen in der Donaudampfschifffahrtsgesellschaft',
        linkKind: 'article',
      }),
      makeNote(event, korean, { markdown: '복구는 자동으로, 알림은 사람에게.' }),
    ],
  };
};

/** Hebrew and Arabic, read from the right, in an interface that is read from the left. */
export const rightToLeft = (): Seed => {
  const event = harbour({ name: 'כנס הנמל 2026', venue: 'רציף 4, חיפה' });
  const talk = makeSession(event, {
    title: 'תורים קטנים, שירותים רגועים (Go 1.26)',
    speakers: [speaker('נועה לוי', 'מגדלור')],
    room: 'אולם 2',
    startsAt: at('08:10'),
    endsAt: at('08:55'),
  });
  const next = makeSession(event, {
    title: 'اختبارات تخبرك بالسبب',
    speakers: [speaker('سلمى حداد', 'موج')],
    startsAt: at('09:15'),
    endsAt: at('09:55'),
  });
  return {
    event,
    sessions: [talk, next],
    notes: [
      makeNote(event, talk, { markdown: '- תור מסתיר שירות איטי עד שמאוחר מדי.' }),
      makeNote(event, talk, { kind: 'quote', markdown: 'لم يوقظ أحدًا كودٌ غير موجود.' }),
      makeNote(event, talk, {
        kind: 'question',
        markdown: 'מה אם כולם מנסים שוב?',
        answer: 'להוסיף jitter.',
      }),
      makeNote(event, talk, { markdown: 'An English line among them.' }),
    ],
  };
};
