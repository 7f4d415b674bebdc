/** What known talk sites show and do not state: the repository, the channel, the speakers. */

/** Fields that are better than the page's own metadata; those left out are not. */
export interface SiteFacts {
  readonly title?: string;
  readonly author?: string;
}

const textOf = (page: Document, selector: string): string =>
  (page.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();

const namesOf = (page: Document, selector: string): string =>
  [
    ...new Set(
      [...page.querySelectorAll(selector)].map((element) =>
        (element.textContent ?? '').replace(/\s+/g, ' ').trim(),
      ),
    ),
  ]
    .filter((name) => name !== '' && name.length < 100)
    .slice(0, 12)
    .join(', ');

interface Site {
  readonly host: RegExp;
  readonly read: (page: Document) => SiteFacts;
}

const SITES: readonly Site[] = [
  {
    host: /(?:^|\.)youtube\.com$/,
    read: (page) => ({
      title:
        textOf(page, 'ytd-watch-metadata h1, h1.title') ||
        page.title.replace(/^\(\d+\)\s*/, '').replace(/ - YouTube$/, ''),
      author:
        textOf(page, 'ytd-channel-name a, #owner #channel-name a') ||
        (page.querySelector('[itemprop="author"] [itemprop="name"]')?.getAttribute('content') ?? ''),
    }),
  },
  {
    // The page's title is "owner/name: description"; on files and issues it says what they are.
    host: /^github\.com$/,
    read: (page) => {
      const [owner, name, ...rest] = page.location.pathname.split('/').filter((part) => part !== '');
      return owner !== undefined && name !== undefined && rest.length === 0
        ? { title: `${owner}/${name}`, author: owner }
        : {};
    },
  },
  {
    host: /(?:^|\.)(?:gitlab\.com|codeberg\.org|bitbucket\.org)$/,
    read: (page) => {
      const [owner, name, ...rest] = page.location.pathname.split('/').filter((part) => part !== '');
      return owner !== undefined && name !== undefined && rest.length === 0
        ? { title: `${owner}/${name}` }
        : {};
    },
  },
  {
    host: /(?:^|\.)pretalx\.|^pretalx\.com$|^cfp\./,
    read: (page) => ({
      author: namesOf(
        page,
        '.speaker-name, .pretalx-session-speaker, .talk-speakers a, a[href*="/speaker/"] .speaker-name, h3 a[href*="/speaker/"], .schedule-header a[href*="/speaker/"]',
      ),
    }),
  },
  {
    host: /(?:^|\.)sched\.com$/,
    read: (page) => ({
      author: namesOf(
        page,
        '.sched-person h2 a, .sched-event-details-role-speaker h2 a, .sched-person-session h2',
      ),
    }),
  },
  {
    host: /(?:^|\.)sessionize\.com$/,
    read: (page) => ({
      author: namesOf(
        page,
        '.c-s-speaker-info__name, .sz-speaker__name, .sz-session__speakers li, .c-s-session__speakers a',
      ),
    }),
  },
  {
    host: /(?:^|\.)speakerdeck\.com$/,
    read: (page) => ({
      author: textOf(page, '.container a[href^="/"] .deck-author, .deck-byline a, [data-test="deck-author"]'),
    }),
  },
];

/** What the site of the page shows. */
export const readSite = (page: Document): SiteFacts =>
  SITES.find(({ host }) => host.test(page.location.hostname))?.read(page) ?? {};
