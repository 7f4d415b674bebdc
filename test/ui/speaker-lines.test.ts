import { describe, expect, it } from 'vitest';
import { filledSpeakers, isSpeakerList, readSpeakerLines } from '../../src/ui/speaker-lines.ts';

const short = (text: string) =>
  readSpeakerLines(text).map(({ name, affiliation, role }) => [name, affiliation, role].filter(Boolean));

describe('readSpeakerLines', () => {
  it.each([
    ['Ada Lovelace', [['Ada Lovelace']]],
    ['Ada Lovelace, Analytical Engines', [['Ada Lovelace', 'Analytical Engines']]],
    ['Ada Lovelace, Analytical Engines, Founder', [['Ada Lovelace', 'Analytical Engines', 'Founder']]],
    ['김고퍼 (당근마켓)', [['김고퍼', '당근마켓']]],
    ['山田 太郎、株式会社リンク', [['山田 太郎', '株式会社リンク']]],
    [
      'Ada @ Engines\nBob — Cloud',
      [
        ['Ada', 'Engines'],
        ['Bob', 'Cloud'],
      ],
    ],
    ['- Ada, Engines\n- Bob\n\n', [['Ada', 'Engines'], ['Bob']]],
    ['**Speaker**: Ada, Engines', [['Ada', 'Engines']]],
    ['스피커: 김고퍼, 당근마켓', [['김고퍼', '당근마켓']]],
    [
      'Ada\tEngines\tCTO\r\nBob\tCloud',
      [
        ['Ada', 'Engines', 'CTO'],
        ['Bob', 'Cloud'],
      ],
    ],
    ['Jean-Luc Picard', [['Jean-Luc Picard']]],
    ['', []],
  ])('%j', (text, expected) => {
    expect(short(text)).toEqual(expected);
  });
});

describe('isSpeakerList', () => {
  it.each([
    ['Ada', false],
    ['Ada Lovelace', false],
    ['Ada, Engines', true],
    ['Ada\nBob', true],
  ])('%j: %s', (text, expected) => expect(isSpeakerList(text)).toBe(expected));
});

describe('filledSpeakers', () => {
  it('drops empty rows and spaces', () => {
    expect(
      filledSpeakers([
        { name: ' Ada ', affiliation: '', role: '', url: '' },
        { name: ' ', affiliation: '', role: '', url: '' },
      ]),
    ).toEqual([{ name: 'Ada', affiliation: '', role: '', url: '' }]);
  });
});
