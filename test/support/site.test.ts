import { afterAll, describe, expect, it } from 'vitest';
import { makePng } from './png.ts';
import { serveSite } from './site.ts';

describe('the test site', async () => {
  const site = await serveSite({ '/own.html': '<p>own</p>' });
  afterAll(() => site.close());

  it('serves pages with its own addresses in them', async () => {
    const text = await (await fetch(site.url('talk.html'))).text();
    expect(text).toContain(`<link rel="canonical" href="${site.origin}/talk.html">`);
    expect(text).not.toContain('{{');
  });

  it('serves pictures of the size asked for, the same bytes each time', async () => {
    const response = await fetch(site.url('images/8x5-2.png'));
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-type')).toBe('image/png');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([8, 5]);
    expect(bytes.equals(makePng(8, 5, 2))).toBe(true);
    expect(bytes.equals(makePng(8, 5, 3))).toBe(false);
  });

  it('serves what the test brought, and 404 for the rest', async () => {
    expect(await (await fetch(site.url('own.html'))).text()).toBe('<p>own</p>');
    expect((await fetch(site.url('none.html'))).status).toBe(404);
  });
});
