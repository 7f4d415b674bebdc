import { describe, expect, it } from 'vitest';
import { cleanAddress } from '../../src/capture/clean-address.ts';

describe('cleanAddress', () => {
  it.each([
    ['https://e.org/a?utm_source=x&id=1&UTM_medium=y', 'https://e.org/a?id=1'],
    ['https://e.org/a?fbclid=x', 'https://e.org/a'],
    ['https://e.org/a?q=a%20b&q2=c+d', 'https://e.org/a?q=a%20b&q2=c+d'],
    ['https://www.youtube.com/watch?v=abc&si=xyz&t=10s', 'https://www.youtube.com/watch?v=abc&t=10s'],
    ['https://e.org/a?si=kept&s=kept', 'https://e.org/a?si=kept&s=kept'],
    ['https://github.com/a/b/blob/main/x.go#L10-L20', 'https://github.com/a/b/blob/main/x.go#L10-L20'],
    ['https://e.org/a#:~:text=some%20words', 'https://e.org/a#:~:text=some%20words'],
    ['https://e.org/a#xtor=RSS-1', 'https://e.org/a'],
    ['https://e.org/a?%E0%A4%A=1', 'https://e.org/a?%E0%A4%A=1'],
    ['https://www.google.com/search?q=go&ved=1&sxsrf=2', 'https://www.google.com/search?q=go'],
    ['https://www.linkedin.com/posts/x?trackingId=1&lipi=2', 'https://www.linkedin.com/posts/x'],
    ['https://www.amazon.co.jp/dp/1?pf_rd_p=1&th=1', 'https://www.amazon.co.jp/dp/1?th=1'],
    ['https://e.org/v?t=90&start=1&ref=main#t=1m', 'https://e.org/v?t=90&start=1&ref=main#t=1m'],
    ['https://e.org/a?mc_eid=1&elqTrackId=2&_hsmi=3&ncid=4', 'https://e.org/a'],
    ['no address', 'no address'],
  ])('%s', (address, clean) => {
    expect(cleanAddress(address)).toBe(clean);
  });
});
