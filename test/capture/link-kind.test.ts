import { describe, expect, it } from 'vitest';
import { addressAtSecond, linkKindOf } from '../../src/capture/link-kind.ts';

describe('linkKindOf', () => {
  it.each([
    ['https://www.youtube.com/watch?v=abc', 'recording'],
    ['https://youtu.be/abcdefg', 'recording'],
    ['https://vimeo.com/12345', 'recording'],
    ['https://media.ccc.de/v/38c3-x', 'recording'],
    ['https://speakerdeck.com/someone/a-talk', 'slides'],
    ['https://docs.google.com/presentation/d/x/edit', 'slides'],
    ['https://e.org/talks/slides.pdf', 'slides'],
    ['https://github.com/owner/name', 'code'],
    ['https://github.com/owner', 'article'],
    ['https://pkg.go.dev/net/http', 'code'],
    ['https://pretalx.com/conf-2026/talk/ABC123/', 'talk-page'],
    ['https://conf.example/sessions/a-talk', 'talk-page'],
    ['https://blog.example/2026/a-post', 'article'],
    ['https://www.youtube.com/live/abcdefg', 'recording'],
    ['https://www.youtube.com/@channel', 'article'],
    ['https://www.twitch.tv/videos/1', 'recording'],
    ['https://www.bilibili.com/video/BV1', 'recording'],
    ['https://www.slideshare.net/slideshow/a/1', 'slides'],
    ['https://slides.com/someone/a', 'slides'],
    ['https://www.docswell.com/s/a/1', 'slides'],
    ['https://noti.st/someone/abc', 'slides'],
    ['https://e.org/files/keynote.pptx', 'slides'],
    ['https://gist.github.com/owner/0a1b', 'code'],
    ['https://gitlab.com/group/name', 'code'],
    ['https://codeberg.org/owner/name', 'code'],
    ['https://crates.io/crates/serde', 'code'],
    ['https://cfp.example.org/conf/talk/ABC/', 'talk-page'],
    ['https://sessionize.com/mina/', 'talk-page'],
    ['https://conf2026.sched.com/event/1abc/x', 'talk-page'],
    ['https://fosdem.org/2026/schedule/event/x/', 'talk-page'],
    ['chrome://settings', 'article'],
    ['nothing', 'article'],
  ])('%s: %s', (address, kind) => {
    expect(linkKindOf(address)).toBe(kind);
  });
});

describe('addressAtSecond', () => {
  it.each([
    ['https://www.youtube.com/watch?v=abc&t=5s', 754.6, 'https://www.youtube.com/watch?v=abc&t=754s'],
    ['https://youtu.be/abcdefg', 61, 'https://youtu.be/abcdefg?t=61s'],
    ['https://vimeo.com/12345', 90, 'https://vimeo.com/12345#t=90s'],
    ['https://media.ccc.de/v/38c3-x', 90, 'https://media.ccc.de/v/38c3-x#t=90'],
    ['https://www.youtube.com/watch?v=abc', 0.4, 'https://www.youtube.com/watch?v=abc'],
    ['https://www.youtube.com/watch?v=abc', null, 'https://www.youtube.com/watch?v=abc'],
    ['https://blog.example/with-video', 90, 'https://blog.example/with-video'],
  ])('%s at %s', (address, seconds, expected) => {
    expect(addressAtSecond(address, seconds)).toBe(expected);
  });
});
