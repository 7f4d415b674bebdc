/** What a link leads to, guessed from its address: recordings, slides, code and talk pages of known sites. */
import type { LinkKind } from '../model/note.ts';

interface Rule {
  readonly kind: LinkKind;
  readonly host: RegExp;
  /** Of the path and query; every one when left out. */
  readonly path?: RegExp;
}

const RULES: readonly Rule[] = [
  { kind: 'recording', host: /(?:^|\.)youtube\.com$/, path: /^\/(?:watch|live|shorts|playlist)/ },
  { kind: 'recording', host: /^youtu\.be$/, path: /^\/[\w-]{6,}/ },
  { kind: 'recording', host: /(?:^|\.)vimeo\.com$/, path: /^\/(?:\d+|.*\/\d+)/ },
  {
    kind: 'recording',
    host: /(?:^|\.)(?:media\.ccc\.de|infoq\.com|twitch\.tv|dailymotion\.com|bilibili\.com|nicovideo\.jp|tv\.naver\.com|loom\.com|video\.fosdem\.org|pyvideo\.org|peertube\.\w+|ted\.com)$/,
    path: /^\/.+/,
  },
  {
    kind: 'slides',
    host: /(?:^|\.)(?:speakerdeck\.com|slideshare\.net|slides\.com|docswell\.com|slideslive\.com|noti\.st|speaker-?deck\.\w+|sli\.dev)$/,
    path: /^\/.+/,
  },
  { kind: 'slides', host: /^docs\.google\.com$/, path: /^\/presentation\// },
  {
    kind: 'slides',
    host: /(?:^|\.)(?:figma\.com|canva\.com|pitch\.com)$/,
    path: /^\/(?:deck|slides|design|public|v)\//,
  },
  { kind: 'slides', host: /./, path: /\.(?:pptx?|key|odp)$|\/slides?(?:\/|\.pdf|\.html?|$)/i },
  { kind: 'code', host: /^(?:gist\.)?github\.com$/, path: /^\/[^/]+\/[^/]+/ },
  {
    kind: 'code',
    host: /(?:^|\.)(?:gitlab\.com|bitbucket\.org|codeberg\.org|sr\.ht|gitee\.com|sourcehut\.org)$/,
    path: /^\/[^/]+\/[^/]+/,
  },
  {
    kind: 'code',
    host: /^(?:pkg\.go\.dev|www\.npmjs\.com|npmjs\.com|pypi\.org|crates\.io|docs\.rs|rubygems\.org|packagist\.org|hex\.pm|pub\.dev|go\.dev\/play|play\.golang\.org|codesandbox\.io|stackblitz\.com|codepen\.io|jsfiddle\.net|replit\.com)$/,
    path: /^\/.+/,
  },
  {
    kind: 'talk-page',
    host: /^(?:pretalx\.com|cfp\.[\w.-]+|pretalx\.[\w.-]+)$/,
    path: /\/(?:talk|speaker|schedule)\//,
  },
  {
    kind: 'talk-page',
    host: /(?:^|\.)(?:sched\.com|sessionize\.com|lu\.ma|connpass\.com|papercall\.io|fosdem\.org|devfest\.\w+|festa\.io)$/,
    path: /^\/.+/,
  },
  {
    kind: 'talk-page',
    host: /./,
    path: /\/(?:talks?|sessions?|schedule|timetable|program(?:me)?|speakers?|proposals?)\/[^/]+/i,
  },
];

/** The kind of link; an article when nothing tells otherwise. */
export const linkKindOf = (address: string): LinkKind => {
  if (!URL.canParse(address)) return 'article';
  const { hostname, pathname, search } = new URL(address);
  const place = pathname + search;
  return (
    RULES.find(({ host, path }) => host.test(hostname) && (path?.test(place) ?? true))?.kind ?? 'article'
  );
};

/** How a video host writes the second in its address. */
const TIMES: readonly (readonly [RegExp, (url: URL, seconds: number) => void])[] = [
  [
    /(?:^|\.)(?:youtube\.com|youtu\.be|twitch\.tv)$/,
    (url, seconds) => url.searchParams.set('t', `${seconds}s`),
  ],
  [
    /(?:^|\.)(?:bilibili\.com|dailymotion\.com)$/,
    (url, seconds) => url.searchParams.set(url.hostname.includes('bili') ? 't' : 'start', `${seconds}`),
  ],
  [
    /(?:^|\.)vimeo\.com$/,
    (url, seconds) => {
      url.hash = `t=${seconds}s`;
    },
  ],
  [
    /(?:^|\.)media\.ccc\.de$/,
    (url, seconds) => {
      url.hash = `t=${seconds}`;
    },
  ],
];

/** The address of the page with its video at this second, as its host writes it; unchanged where it has no such form. */
export const addressAtSecond = (address: string, seconds: number | null): string => {
  if (seconds === null || !(seconds >= 1) || !URL.canParse(address)) return address;
  const url = new URL(address);
  const write = TIMES.find(([host]) => host.test(url.hostname))?.[1];
  if (write !== undefined && linkKindOf(address) === 'recording') write(url, Math.floor(seconds));
  return url.href;
};
