/** A programme of 1,400 sessions in 90 rooms over four days, as frab would write it; for benches. */

const SESSIONS = 1400;
const ROOMS = 90;
const DAYS = 4;

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

/** The whole file. */
export const programmeXml = (): string => {
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
