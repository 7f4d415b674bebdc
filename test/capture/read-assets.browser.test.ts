/** Pictures of a page and frames of its video, as a real browser gives them out; what known sites show. */
import { afterEach, describe, expect, it } from 'vitest';
import { readImage } from '../../src/capture/read-image.ts';
import { readFrame, readMediaSeconds } from '../../src/capture/read-media.ts';
import { readSite } from '../../src/capture/read-site.ts';

afterEach(() => document.body.replaceChildren());

const picture = async (): Promise<Blob> => {
  const canvas = new OffscreenCanvas(8, 6);
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.fillStyle = 'red';
    context.fillRect(0, 0, 8, 6);
  }
  return canvas.convertToBlob({ type: 'image/png' });
};
const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

describe('readImage', () => {
  it('gives the bytes that are fetched, with the alternative text of the picture shown', async () => {
    const blob = await picture();
    const url = URL.createObjectURL(blob);
    const shown = new Image();
    Object.assign(shown, { src: url, alt: 'A red box' });
    document.body.append(shown);
    const { image } = await readImage(document, url);
    expect(image).toMatchObject({ type: 'image/png', alt: 'A red box' });
    expect(bytesOf(image?.base64 ?? '')).toEqual(new Uint8Array(await blob.arrayBuffer()));
    URL.revokeObjectURL(url);
  });
  it('draws what is shown when it can no longer be fetched', async () => {
    const url = URL.createObjectURL(await picture());
    const shown = new Image();
    shown.src = url;
    await shown.decode();
    document.body.append(shown);
    URL.revokeObjectURL(url);
    const { image } = await readImage(document, url);
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytesOf(image?.base64 ?? ''))]));
    expect([bitmap.width, bitmap.height]).toEqual([8, 6]);
  });
  it.each(['https://page.invalid/a.png', 'data:text/html,x', '/no/such/picture.png', 'nothing'])(
    'gives nothing for %s',
    async (url) => {
      expect(await readImage(document, url)).toEqual({ image: null });
    },
  );
});

/** A video of one colour, recorded here, that has been played for a moment. */
const playedVideo = async (): Promise<HTMLVideoElement> => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [64, 48];
  const context = canvas.getContext('2d');
  const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: 'video/webm' });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  recorder.start();
  for (let step = 0; step < 20; step += 1) {
    if (context !== null) {
      context.fillStyle = step % 2 === 0 ? 'rgb(0, 0, 250)' : 'rgb(0, 0, 255)';
      context.fillRect(0, 0, 64, 48);
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  await new Promise((resolve) => {
    recorder.onstop = resolve;
    recorder.stop();
  });
  const video = document.createElement('video');
  video.muted = true;
  video.src = URL.createObjectURL(new Blob(parts, { type: 'video/webm' }));
  document.body.append(video);
  await video.play();
  await expect.poll(() => video.currentTime, { timeout: 10_000 }).toBeGreaterThan(0.1);
  video.pause();
  return video;
};

describe('readFrame', () => {
  it('gives what the video shows', async () => {
    await playedVideo();
    const { image } = await readFrame(document);
    expect(image?.type).toBe('image/jpeg');
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytesOf(image?.base64 ?? ''))]));
    expect([bitmap.width, bitmap.height]).toEqual([64, 48]);
    const context = new OffscreenCanvas(64, 48).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const [red = 255, , blue = 0] = context?.getImageData(32, 24, 1, 1).data ?? [];
    expect(blue - red).toBeGreaterThan(150);
    expect(readMediaSeconds(document)).toBe(0);
  });
  it('gives nothing where no video was played', async () => {
    document.body.append(document.createElement('video'), document.createElement('audio'));
    expect(await readFrame(document)).toEqual({ image: null });
    expect(readMediaSeconds(document)).toBeNull();
  });
});

describe('readSite', () => {
  /** A page that stands at this address. */
  const pageAt = (address: string, title: string, html: string): Document => {
    const page = document.implementation.createHTMLDocument(title);
    page.body.innerHTML = html;
    return new Proxy(page, {
      get: (target, name) => {
        if (name === 'location') return new URL(address);
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  };
  it.each([
    [
      'https://www.youtube.com/watch?v=abc',
      '(3) Small queues - YouTube',
      '<ytd-channel-name><a>Harbour Conf</a></ytd-channel-name>',
      { title: 'Small queues', author: 'Harbour Conf' },
    ],
    [
      'https://www.youtube.com/watch?v=abc',
      'x',
      '<ytd-watch-metadata><h1>Calm services</h1></ytd-watch-metadata><span itemprop="author"><link itemprop="name" content="Mina"></span>',
      { title: 'Calm services', author: 'Mina' },
    ],
    ['https://github.com/example/otter', 'GitHub - x', '', { title: 'example/otter', author: 'example' }],
    ['https://github.com/example/otter/issues/1', 'Issue', '', {}],
    ['https://gitlab.com/example/heron', 'x', '', { title: 'example/heron' }],
    [
      'https://pretalx.com/conf/talk/ABC/',
      'x',
      '<h3 class="schedule-header"><a href="/conf/speaker/X/">Mina Seo</a>, <a href="/conf/speaker/Y/">Joon Park</a></h3>',
      { author: 'Mina Seo, Joon Park' },
    ],
    [
      'https://conf2026.sched.com/event/1abc',
      'x',
      '<div class="sched-person-session"><h2>Mina Seo</h2></div>',
      { author: 'Mina Seo' },
    ],
    [
      'https://sessionize.com/mina/',
      'x',
      '<h1 class="c-s-speaker-info__name">Mina  Seo</h1>',
      { author: 'Mina Seo' },
    ],
    [
      'https://speakerdeck.com/mina/small-queues',
      'x',
      '<div class="deck-byline">by <a href="/mina">Mina Seo</a></div>',
      { author: 'Mina Seo' },
    ],
    ['https://blog.example/post', 'x', '<a class="speaker-name">No</a>', {}],
  ])('%s (%s)', (address, title, html, facts) => {
    expect(readSite(pageAt(address, title, html))).toEqual(facts);
  });
});
