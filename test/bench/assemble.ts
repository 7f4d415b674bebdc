/** Measures the assembler: 10,000 notes in 200 sessions with 500 images, a half and a tenth of that. */
import '../support/temporal.ts';
import { assembleRecap } from '../../src/recap/assemble/assemble-recap.ts';
import { checkRecap } from '../../src/recap/checks/check-recap.ts';
import { median, printFigure } from '../support/figures.ts';
import { makeEvent, makeImage, makeNote, makeSession } from '../support/records.ts';

const WHOLE = { notes: 10_000, sessions: 200, images: 500 };
const RUNS = 7;

const makeDay = (share: number) => {
  const event = makeEvent({ name: 'Bench Conf', tags: ['bench'] });
  const sessions = Array.from({ length: WHOLE.sessions * share }, (_, index) =>
    makeSession(event, {
      title: `Session ${index}`,
      speakers: [{ name: `Speaker ${index}`, affiliation: 'Org', role: 'Engineer', url: '' }],
    }),
  );
  const images = Array.from({ length: WHOLE.images * share }, () => makeImage(event));
  const notes = Array.from({ length: WHOLE.notes * share }, (_, index) => {
    const session = sessions[index % sessions.length] ?? null;
    const image = index % 20 === 0 ? images[index / 20] : undefined;
    if (image)
      return makeNote(event, session, { kind: 'image', markdown: `![Slide ${index}](image:${image.id})` });
    if (index % 10 === 1) return makeNote(event, session, { kind: 'text', markdown: `## Part ${index}` });
    if (index % 10 === 2) {
      return makeNote(event, session, {
        kind: 'question',
        markdown: `Why ${index}?`,
        answer: 'Because of **that**.',
      });
    }
    if (index % 10 === 3) {
      return makeNote(event, session, {
        kind: 'link',
        url: `https://e.org/${index}`,
        title: `Link ${index}`,
      });
    }
    if (index % 50 === 4) {
      return makeNote(event, session, {
        kind: 'text',
        markdown: '```go\nfunc main() {\n\t// # no heading\n}\n```',
      });
    }
    return makeNote(event, session, {
      kind: 'text',
      markdown: `- Point ${index} with \`code\` and 한국어 words`,
    });
  });
  return { event, sessions, notes, images };
};

const perNote: number[] = [];
for (const share of [0.1, 0.5, 1]) {
  const day = makeDay(share);
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const start = performance.now();
    const recap = assembleRecap(day);
    const ms = performance.now() - start;
    checkRecap(day, recap);
    if (run > 0) times.push(ms);
    if (recap.images.length !== day.images.length) throw new Error('images are missing');
  }
  const ms = median(times);
  perNote.push(ms / day.notes.length);
  printFigure({
    measure: `assembled: ${day.notes.length} notes, ${day.images.length} images`,
    value: ms,
    unit: 'ms',
  });
}
const [first = Number.NaN, , last = Number.NaN] = perNote;
printFigure({ measure: 'per note, ten times as many', value: last / first, unit: '×', budget: 1.5 });
