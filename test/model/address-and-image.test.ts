import { describe, expect, it } from 'vitest';
import { addressKey, safeAddress } from '../../src/model/address.ts';
import { imageAddress, imageIdOf, imageTypeOf } from '../../src/model/image.ts';
import { makePng } from '../support/png.ts';

describe('addresses', () => {
  it.each([
    ['https://example.org', undefined, 'https://example.org/'],
    ['  HTTP://Example.org:80/a b  ', undefined, 'http://example.org/a%20b'],
    ['mailto:mina@example.org', undefined, 'mailto:mina@example.org'],
    ['../b', 'https://example.org/a/c', 'https://example.org/b'],
    ['https://example.org/x', '', 'https://example.org/x'],
    ['../b', '', null],
    ['javascript:alert(1)', undefined, null],
    ['java\nscript:alert(1)', undefined, null],
    ['data:text/html,x', undefined, null],
    ['file:///etc/passwd', undefined, null],
    ['', undefined, null],
  ])('%j at %j may be kept as %j', (text, base, expected) => {
    expect(safeAddress(text, base)).toBe(expected);
  });

  it.each([
    ['https://Example.org/talk/', 'https://example.org/talk', true],
    ['https://example.org:443/', 'https://example.org', true],
    ['https://example.org/?a', 'https://example.org/', false],
    ['https://example.org/#a', 'https://example.org/', false],
    ['http://example.org/', 'https://example.org/', false],
    ['no address', 'no address', true],
  ])('%s and %s lead to one page: %j', (left, right, expected) => {
    expect(addressKey(left) === addressKey(right)).toBe(expected);
  });
});

describe('images', () => {
  const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

  it.each([
    ['a PNG', makePng(1, 1), 'image/png'],
    ['a JPEG', bytes('\xff\xd8\xff\xe0'), 'image/jpeg'],
    ['a GIF', bytes('GIF89a......'), 'image/gif'],
    ['a WebP', bytes('RIFF....WEBPVP8 '), 'image/webp'],
    ['an AVIF', bytes('\0\0\0 ftypavif....'), 'image/avif'],
    ['a sound', bytes('RIFF....WAVEfmt '), null],
    ['a video', bytes('\0\0\0 ftypisom....'), null],
    ['an SVG', bytes('<svg xmlns="http'), null],
    ['a web page', bytes('<!doctype html>'), null],
    ['nothing', bytes(''), null],
    ['the beginning of a PNG', makePng(1, 1).subarray(0, 7), null],
  ])('%s is told by its first bytes', (_name, head, type) => {
    expect(imageTypeOf(head)).toBe(type);
  });

  it('are named in Markdown by their id', () => {
    const id = '01234567-89ab-7000-8000-000000000000';
    expect(imageIdOf(imageAddress(id))).toBe(id);
    for (const address of ['image:', 'image:../x', `image:${id}x`, `https://image:${id}`])
      expect(imageIdOf(address)).toBe(null);
  });
});
