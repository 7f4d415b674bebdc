/** A small conference of seven talks in three rooms, as a published programme. */

export interface Talk {
  readonly id: number;
  readonly title: string;
  readonly room: string;
  /** Minutes from the conference's beginning. */
  readonly at: number;
  readonly minutes: number;
  readonly speaker: string;
  readonly abstract?: string;
}

export const ROOMS = ['Lighthouse', 'Harbour', 'Pier'];

/** An hour after the beginning, two talks run in two rooms. */
export const TALKS: readonly Talk[] = [
  { id: 1, title: 'Tides of change', room: 'Lighthouse', at: 0, minutes: 30, speaker: 'Ada Wave' },
  {
    id: 2,
    title: 'Knots that hold',
    room: 'Lighthouse',
    at: 40,
    minutes: 60,
    speaker: 'Bo Rope',
    abstract: '&lt;p&gt;Why &lt;b&gt;knots&lt;/b&gt; hold.&lt;script&gt;alert(1)&lt;/script&gt;&lt;/p&gt;',
  },
  { id: 3, title: 'Gulls at scale', room: 'Harbour', at: 45, minutes: 60, speaker: 'Cy Gull' },
  { id: 4, title: 'Charts for nobody', room: 'Pier', at: 45, minutes: 60, speaker: 'Dee Map' },
  { id: 5, title: 'Night watch', room: 'Lighthouse', at: 150, minutes: 30, speaker: 'Eli Lamp' },
  { id: 6, title: 'Harbour lights', room: 'Harbour', at: 200, minutes: 30, speaker: 'Fay Lamp' },
  { id: 7, title: 'Anchors away', room: 'Pier', at: 240, minutes: 30, speaker: 'Gus Iron' },
];

export const MINUTE_MS = 60_000;
const iso = (ms: number): string => new Date(ms).toISOString().replace('.000Z', '+00:00');
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The programme as frab would write it. */
export const scheduleXml = (talks: readonly Talk[], beganMs: number): string => {
  const date = new Date(beganMs).toISOString().slice(0, 10);
  const rooms = ROOMS.map((room) => {
    const events = talks
      .filter((talk) => talk.room === room)
      .map(
        ({ id, title, at, minutes, speaker, abstract = '' }) => `
      <event guid="00000000-0000-4000-8000-00000000000${id}" id="${id}">
        <date>${iso(beganMs + at * MINUTE_MS)}</date><start>${iso(beganMs + at * MINUTE_MS).slice(11, 16)}</start>
        <duration>${clock(minutes)}</duration><title>${title}</title><abstract>${abstract}</abstract>
        <persons><person id="${id}">${speaker}</person></persons>
      </event>`,
      );
    return `<room name="${room}">${events.join('')}</room>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<schedule><conference><title>Coast Conf</title><acronym>coast</acronym><start>${date}</start><end>${date}</end>
<days>1</days><time_zone_name>UTC</time_zone_name></conference>
<day index="1" date="${date}" start="${iso(beganMs)}" end="${iso(beganMs + 10 * 60 * MINUTE_MS)}">${rooms.join('')}</day></schedule>`;
};
