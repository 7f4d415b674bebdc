import { describe, expect, it } from 'vitest';
import { noteSummary, sessionName } from '../../src/ui/labels.ts';
import { makeEvent, makeNote } from '../support/records.ts';

const summary = (markdown: string): string => noteSummary(makeNote(makeEvent(), null, { markdown }));

describe('the line that tells which note this is', () => {
  it.each([
    ['Why sixty-four?', 'Why sixty-four?'],
    ['snake_case and e-mail - both', 'snake_case and e-mail - both'],
    ['**bold**, *em*, _em_, `code`, ~~gone~~', 'bold, em, em, code, gone'],
    ['- first\n- second', 'first second'],
    ['## Heading\n\n> a quote', 'Heading a quote'],
    ['# of things', 'of things'],
    ['C# and #tags', 'C# and #tags'],
    ['![The limiter](image:x) below', 'The limiter below'],
    ['  ', 'emptyNote'],
    ['질문 — 한도는_어떻게?', '질문 — 한도는_어떻게?'],
  ])('%j reads %j', (markdown, expected) => {
    expect(summary(markdown)).toBe(expected);
  });

  it('takes no longer over a megabyte of brackets than over a line', () => {
    const startMs = performance.now();
    expect(summary('![['.repeat(350_000)).length).toBeLessThanOrEqual(500);
    expect(performance.now() - startMs).toBeLessThan(200);
  });

  it('names an image without a description, and a link without a title', () => {
    const event = makeEvent();
    expect(noteSummary(makeNote(event, null, { kind: 'image', markdown: '![](image:x)' }))).toBe(
      'imageWithoutText',
    );
    const link = makeNote(event, null, { kind: 'link', url: 'https://example.org/', title: '' });
    expect(noteSummary(link)).toBe('https://example.org/');
  });
});

describe('the name of a session', () => {
  it('is its title, else its kind, and the overview without one', () => {
    expect(sessionName({ title: ' A talk ', kind: 'talk' })).toBe('A talk');
    expect(sessionName({ title: '  ', kind: 'workshop' })).toBe('kindWorkshop');
    expect(sessionName(null)).toBe('overview');
  });
});
