/**
 * Draws every picture of the documentation and of the stores from the real surfaces, with the sample event in them:
 * `npm start -- --pictures`. Those of the guides land in `docs/images/`, those of the stores in `docs/images/store/`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { scheduleXml, TALKS } from '../support/coast-programme.ts';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { type Site, serveSite } from '../support/site.ts';
import { until } from '../support/until.ts';
import { wordsIn } from '../support/words.ts';
import { daytimeZone } from './daytime.ts';
import { animate, drawStage } from './stage.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = join(ROOT, 'docs', 'images');
const LANGUAGES = ['en', 'ko', 'ja'] as const;
type Language = (typeof LANGUAGES)[number];

/** What a store shows its pictures with. */
const CLAIMS: Readonly<Record<Language, { panel: string; popup: string; recap: string }>> = {
  en: {
    panel: 'The panel knows which talk is running. Type, press Enter, kept.',
    popup: 'Clip what you read into the talk that runs. One key.',
    recap: 'At the end of the day, the post is written.',
  },
  ko: {
    panel: '지금 진행 중인 발표를 패널이 압니다. 적고 Enter, 바로 저장.',
    popup: '읽고 있는 내용을 진행 중인 발표에 담으세요. 키 하나로.',
    recap: '하루가 끝나면 후기가 완성되어 있습니다.',
  },
  ja: {
    panel: '進行中の発表はパネルが知っています。書いて Enter、すぐ保存。',
    popup: '読んでいる内容を、進行中の発表へ。キーひとつで。',
    recap: '一日の終わりには、参加記ができあがっています。',
  },
};

const PAGE_OF: Readonly<Record<Language, string>> = {
  en: 'talk.html',
  ko: 'korean.html',
  ja: 'japanese.html',
};
const JAPANESE =
  '<!doctype html><html lang="ja"><meta charset="utf-8"><link rel="icon" href="data:,"><title>小さなキュー、穏やかなサービス：発表のまとめ</title><meta property="og:site_name" content="港の開発ブログ"><meta name="author" content="瀬尾ミナ"><article><h1>小さなキュー、穏やかなサービス：発表のまとめ</h1><p id="lead">負荷のかかったサービスに必要なのは、もっと長いキューではなく<strong>上限</strong>です。</p></article>';
const REMARK: Readonly<Record<Language, string>> = {
  en: 'The sentence to remember.',
  ko: '기억해 둘 한 문장.',
  ja: '覚えておきたい一文。',
};

const shoot = (page: Page): Promise<Buffer> => page.screenshot({ animations: 'disabled', caret: 'hide' });
const write = (name: string, png: Buffer): void => {
  writeFileSync(join(OUT, name), png);
  console.log(`pictures: docs/images/${name} (${Math.round(png.length / 1024)} KB)`);
};
const keep = async (page: Page, name: string): Promise<void> => write(`${name}.png`, await shoot(page));

/** Letters as far as people read on; a toast is gone, fonts are there. */
const settled = async (page: Page): Promise<void> => {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.locator('.toast').first().waitFor({ state: 'detached' });
};

interface Surfaces {
  readonly panel: Page;
  readonly recap: Page;
  readonly front: Page;
}

/** From now on the sample is an event like any other: without the word of it in its name and its notice. */
const makeItsOwn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const open = indexedDB.open('lanyard');
    await new Promise((resolve) => {
      open.onsuccess = resolve;
    });
    const transaction = open.result.transaction(['events', 'settings'], 'readwrite');
    const events = transaction.objectStore('events');
    const all = events.getAll();
    all.onsuccess = () => {
      for (const event of all.result)
        events.put({ ...event, name: event.name.replace(/\s*[(（].*$/, ' 2026'), url: '' });
    };
    const settings = transaction.objectStore('settings');
    const known = settings.get('settings');
    known.onsuccess = () => settings.put({ ...known.result, sampleEventId: null }, 'settings');
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    open.result.close();
  });

/** The first screen, and the sample event behind it. */
const openSample = async (lanyard: Lanyard, site: Site, language: Language): Promise<Surfaces> => {
  const words = wordsIn(language);
  const recap = await lanyard.openRecap('#welcome');
  await recap.bringToFront();
  await recap.getByRole('button', { name: words('sampleLoad') }).waitFor();
  await recap.getByText('Alt+Shift+K').waitFor();
  if (language === 'en') await keep(recap, 'welcome');
  const arriving = lanyard.context.waitForEvent('page', {
    predicate: (page) => page.url().endsWith('/sidepanel.html'),
  });
  await recap.getByRole('button', { name: words('sampleLoad') }).click();
  const panel = await arriving;
  await panel.locator('[data-note] img').waitFor();
  await makeItsOwn(recap);
  await Promise.all([panel.reload(), recap.reload()]);
  await panel.locator('[data-note] img').waitFor();
  const front = await lanyard.openPage(site.url(PAGE_OF[language]));
  await settled(panel);
  return { panel, recap, front };
};

const drawPopup = async (lanyard: Lanyard, front: Page, language: Language): Promise<Buffer> => {
  await front.evaluate(() => {
    const lead = document.querySelector('#lead');
    if (lead !== null) getSelection()?.selectAllChildren(lead);
  });
  const popup = await lanyard.openPopup(front);
  await popup.locator('.page-selection').waitFor();
  await popup
    .getByRole('textbox', { name: wordsIn(language)('noteField'), exact: true })
    .fill(REMARK[language]);
  await popup.locator('.recent, .last-captures, ol, ul').first().waitFor();
  const png = await shoot(popup);
  await popup.getByRole('textbox', { name: wordsIn(language)('noteField'), exact: true }).fill('');
  await popup.close();
  return png;
};

/** The recap page with all its room: the panel beside it is closed. */
const drawRecap = async (recap: Page): Promise<Buffer> => {
  await recap.bringToFront();
  await recap.setViewportSize({ width: 1280, height: 800 });
  await recap.locator('.prose h3').first().waitFor();
  await recap.mouse.move(640, 799);
  await settled(recap);
  return shoot(recap);
};

/** What happens in half a minute, as an animated picture: lines in the panel, and the post they become. */
const drawThirtySeconds = async (canvas: Page, { panel, recap }: Surfaces): Promise<Buffer> => {
  const composer = panel.getByRole('textbox', { name: /^Note for/ });
  await recap.bringToFront();
  const frames: { png: Buffer; seconds: number }[] = [];
  const frame = async (caption: string, seconds: number): Promise<void> => {
    const post = recap
      .locator('.prose')
      .getByRole('heading', { name: 'Small queues, calm services' })
      .first();
    await post.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await settled(panel);
    const pictures = [
      { png: await shoot(panel), share: 0.34 },
      { png: await shoot(recap), share: 0.62 },
    ];
    const png = await drawStage(canvas, { width: 840, height: 540, caption, lang: 'en', pictures });
    frames.push({ png, seconds });
  };
  await frame('The panel knows which talk is running', 2.5);
  await composer.fill('- Measure first, then limit');
  await frame('Type a line…', 1.5);
  await composer.press('Enter');
  await recap.locator('.prose').getByText('Measure first, then limit').waitFor();
  await composer.fill('Q: Who sets the limit?');
  await frame('…Enter, and it is on disk, and in the post', 2);
  await composer.press('Enter');
  await panel.getByRole('textbox', { name: 'Answer' }).fill('Whoever is paged.');
  await frame('Questions with their answers', 1.5);
  await panel.getByRole('textbox', { name: 'Answer' }).press('Enter');
  await recap.locator('.prose').getByText('Whoever is paged.').waitFor();
  await frame('At the end of the day the post is written', 3.5);
  return animate(frames);
};

/** Every picture of the guides; gives back that of the post. */
const drawGuides = async (
  lanyard: Lanyard,
  site: Site,
  { panel, recap, front }: Surfaces,
): Promise<Buffer> => {
  await panel.keyboard.press('Control+k');
  await panel.getByRole('dialog').waitFor();
  await panel.keyboard.type('queue');
  await panel.getByRole('option').first().waitFor();
  await keep(panel, 'find');
  await panel.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'New session', exact: true }).click();
  await panel.getByRole('dialog').waitFor();
  await keep(panel, 'new-session');
  await panel.keyboard.press('Escape');
  await panel.evaluate(() => window.close()).catch(() => undefined);

  const post = await drawRecap(recap);
  write('recap.png', post);
  await recap.getByRole('button', { name: 'Export', exact: true }).click();
  await recap.getByRole('menuitem', { name: /Download bundle/ }).waitFor();
  await keep(recap, 'export');
  await recap.keyboard.press('Escape');
  await recap.getByRole('button', { name: 'Backup', exact: true }).click();
  await recap.getByRole('dialog').waitFor();
  await keep(recap, 'backup');
  await recap.keyboard.press('Escape');
  await recap.keyboard.press('?');
  await recap.getByRole('dialog').waitFor();
  await keep(recap, 'keyboard');
  await recap.keyboard.press('Escape');

  await recap.locator('.event-name').click();
  await recap.getByRole('menuitem', { name: 'Import a post' }).click();
  await recap
    .getByRole('dialog')
    .locator('input[type=file]')
    .first()
    .setInputFiles(join(ROOT, 'test', 'demo', 'river-conf.md'));
  await recap.getByRole('button', { name: 'Import', exact: true }).waitFor();
  await keep(recap, 'import');
  await recap.keyboard.press('Escape');

  await front.goto(site.url('visit.html'));
  const popup = await lanyard.openPopup(front);
  await popup.getByRole('button', { name: 'Read it' }).waitFor();
  await keep(popup, 'programme-offer');
  await popup.getByRole('button', { name: 'Read it' }).click();
  const programme = await until('the programme', 15_000, () =>
    lanyard.context.pages().find((page) => page.url().includes('#programme/page-')),
  );
  await programme.setViewportSize({ width: 1280, height: 800 });
  await programme.locator('.programme-row').first().waitFor();
  await programme.locator('.programme-star').nth(1).click();
  await keep(programme, 'programme');
  return post;
};

const drawPost = async ({ panel, recap }: Surfaces): Promise<Buffer> => {
  await panel.evaluate(() => window.close()).catch(() => undefined);
  return drawRecap(recap);
};

const draw = async (language: Language, site: Site): Promise<void> => {
  const lanyard = await launchLanyard({ language, colorScheme: 'light', timeZone: daytimeZone() });
  try {
    const surfaces = await openSample(lanyard, site, language);
    const canvas = await lanyard.context.newPage();
    await surfaces.front.bringToFront();
    const panel = await shoot(surfaces.panel);
    const popup = await drawPopup(lanyard, surfaces.front, language);
    if (language === 'en') {
      write('panel.png', panel);
      write('popup.png', popup);
      write('thirty-seconds.png', await drawThirtySeconds(canvas, surfaces));
    }
    const recap = await (language === 'en' ? drawGuides(lanyard, site, surfaces) : drawPost(surfaces));
    const size = { width: 1280, height: 800, lang: language };
    const stages = {
      panel: [
        { png: panel, share: 0.28 },
        { png: recap, share: 0.64 },
      ],
      popup: [{ png: popup, share: 0.5 }],
      recap: [{ png: recap, share: 0.86 }],
    } as const;
    for (const [name, pictures] of Object.entries(stages)) {
      const caption = CLAIMS[language][name as keyof typeof stages];
      write(`store/${language}-${name}.png`, await drawStage(canvas, { ...size, caption, pictures }));
    }
    if (lanyard.errors.length > 0) throw new Error(`errors in the surfaces:\n${lanyard.errors.join('\n')}`);
  } finally {
    await lanyard.close();
  }
};

mkdirSync(join(OUT, 'store'), { recursive: true });
const site = await serveSite({
  '/japanese.html': JAPANESE,
  '/visit.html':
    '<!doctype html><link rel="icon" href="data:,"><title>Coast Conf</title><a href="/coast/schedule.xml">Programme</a><h1>Coast Conf</h1>',
  '/coast/schedule.xml': scheduleXml(TALKS, Date.parse('2026-09-12T09:00:00Z')),
});
try {
  const only = LANGUAGES.filter((language) => process.argv.includes(language));
  for (const language of only.length > 0 ? only : LANGUAGES) await draw(language, site);
} finally {
  await site.close();
}
