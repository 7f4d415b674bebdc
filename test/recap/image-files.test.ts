/** Names of image files: each file has one of its own, also beside those that an earlier export gave. */
import { describe, expect, it } from 'vitest';
import { imageAddress } from '../../src/model/image.ts';
import { createImageFiles } from '../../src/recap/assemble/image-files.ts';
import { makeEvent, makeImage } from '../support/records.ts';

const FILES = { folder: '', post: 'index.md', imageFolder: '', imagePrefix: './', link: '' };
const event = makeEvent();
const images = ['a', 'b', 'c', 'd'].map((name) => makeImage(event, { name: `${name}.png` }));
const namesOf = (
  names: 'numbered' | 'named',
  kept: readonly (string | null)[],
  alt: (index: number) => string = () => '',
): readonly (string | null | undefined)[] => {
  const known = images.flatMap(({ id }, index): [string, string][] => {
    const name = kept[index];
    return name == null ? [] : [[id, name]];
  });
  const files = createImageFiles(images, names, FILES, Object.fromEntries(known));
  return images.map(({ id }, index) => files.addressOf(imageAddress(id), alt(index)));
};

describe('image files', () => {
  it.each([
    ['none kept', [], ['./1.png', './2.png', './3.png', './4.png']],
    ['the last kept as 2', [null, null, null, '2.png'], ['./1.png', './3.png', './4.png', './2.png']],
    ['the first kept as 3', ['3.png'], ['./3.png', './2.png', './4.png', './5.png']],
    ['one kept under a name', ['bridge.png'], ['./bridge.png', './2.png', './3.png', './4.png']],
    ['one that was of another type', ['1.jpg'], ['./2.png', './3.png', './4.png', './5.png']],
  ])('by number, %s', (_name, kept, names) => {
    expect(namesOf('numbered', kept)).toEqual(names);
  });

  it.each([
    ['all alike', [], () => 'Boat', ['./boat.png', './boat-2.png', './boat-3.png', './boat-4.png']],
    [
      'one kept',
      [null, null, 'boat.png'],
      () => 'Boat',
      ['./boat-2.png', './boat-3.png', './boat.png', './boat-4.png'],
    ],
    ['without words, by their file', [], () => '', ['./a.png', './b.png', './c.png', './d.png']],
    [
      'in any letter case',
      ['BOAT.png'],
      () => 'boat',
      ['./BOAT.png', './boat-2.png', './boat-3.png', './boat-4.png'],
    ],
  ])('by name, %s', (_name, kept, alt, names) => {
    expect(namesOf('named', kept, alt)).toEqual(names);
  });

  it('one picture is one file, wherever it is shown; a missing one is told once', () => {
    const [image] = images;
    const twin = makeImage(event, { hash: image?.hash ?? '' });
    const files = createImageFiles([...images, twin], 'numbered', FILES);
    const gone = makeImage(event).id;
    expect(files.addressOf(imageAddress(image?.id ?? ''), '')).toBe('./1.png');
    expect(files.addressOf(imageAddress(twin.id), '')).toBe('./1.png');
    expect(files.addressOf(imageAddress(gone), '')).toBeNull();
    expect(files.addressOf('https://a.example/x.png', '')).toBeUndefined();
    expect([files.takeMissing(), files.takeMissing()]).toEqual([[gone], []]);
    expect(files.list()).toHaveLength(1);
  });
});
