/** What the worker captures for a command, a menu item or the omnibox; each ends with a confirmation the person sees. */
import { clipLink } from '../app/clip-link.ts';
import { clipSelection } from '../app/clip-selection.ts';
import { fillPending } from '../app/fill-pending.ts';
import { keepImages } from '../app/keep-images.ts';
import { keepNotes, type NewNote, textNote } from '../app/keep-note.ts';
import type { Ports } from '../app/ports.ts';
import { readSituation, type Situation } from '../app/read-situation.ts';
import { linkFieldsOf, selectionFieldsOf, sourceOf } from '../capture/clip-mapping.ts';
import { talkPageOf } from '../capture/media-links.ts';
import { readFrame, readImage } from '../capture/page.ts';
import type { PageClip } from '../capture/page-clip.ts';
import { readImages } from '../capture/read-images.ts';
import { noticeOf, readTab } from '../capture/read-tab.ts';
import { cleanText, escapeInline } from '../markdown/plain-text.ts';
import { safeAddress } from '../model/address.ts';
import { PageNotReadable } from '../model/errors.ts';
import { translate } from '../platform/i18n.ts';
import type { MenuClick } from '../platform/menus.ts';
import { takeScreenshot } from '../platform/screenshot.ts';
import type { ActiveTab } from '../platform/tabs.ts';

/** What was done, in a sentence. `short` is true when something is missing that the person should know of. */
export interface Confirmation {
  readonly text: string;
  readonly short: boolean;
}

const placeName = ({ event, session }: Situation): string =>
  session?.title || (event === null ? translate('inbox') : translate('overview'));

const done = (situation: Situation, short?: string): Confirmation =>
  short === undefined
    ? { text: translate('keptIn', placeName(situation)), short: false }
    : { text: `${translate('keptIn', placeName(situation))} ${short}`, short: true };

const noticeIn = (clip: PageClip): string | undefined => {
  const notice = noticeOf(clip);
  return notice && translate(notice);
};

/** Clips what is selected in the page of the tab, else the page. */
export const clipPage = async (ports: Ports, tab: ActiveTab): Promise<Confirmation> => {
  const [situation, clip] = await Promise.all([readSituation(ports), readTab(tab)]);
  const selection = selectionFieldsOf(clip);
  if (selection !== null) return clipSelected(ports, tab, situation, clip, selection);
  if (clip.canonicalUrl === '') throw new PageNotReadable('');
  const { outcome } = await clipLink(ports, situation.place, linkFieldsOf(clip));
  const filled = await fillPending(ports, situation.place.eventId, talkPageOf(clip, tab.id)).catch(
    () => null,
  );
  if (filled !== null) return done(situation, translate('pendingFilled', filled.session.title));
  if (outcome === 'exists') return { text: translate('clippedAlready', placeName(situation)), short: false };
  if (clip.mediaSeconds !== null) await keepFrame(ports, tab, situation, clip);
  return done(situation, noticeIn(clip));
};

/** Keeps what the page's video shows at this second; nothing where its host does not give it out. */
const keepFrame = async (
  ports: Ports,
  tab: ActiveTab,
  situation: Situation,
  clip: PageClip,
): Promise<void> => {
  const frame = await readFrame(tab.id).catch(() => null);
  if (frame === null) return;
  await keepImages(ports, situation.place, [
    { ...frame, alternativeText: clip.title, sourceUrl: '', source: sourceOf(clip) },
  ]);
};

/** Clips a link of the page, without opening it. */
export const clipLinkOfPage = async (
  ports: Ports,
  tab: ActiveTab,
  click: MenuClick<string>,
): Promise<Confirmation> => {
  const [situation, clip] = await Promise.all([readSituation(ports), readTab(tab)]);
  const title = click.linkText || click.selectionText || click.linkUrl;
  const { outcome } = await clipLink(ports, situation.place, {
    kind: 'link',
    url: click.linkUrl,
    title: title.trim(),
    linkKind: 'article',
    markdown: '',
    source: sourceOf(clip),
  });
  return outcome === 'exists'
    ? { text: translate('clippedAlready', placeName(situation)), short: false }
    : done(situation);
};

/** Clips what is selected; plain text where the page cannot be read. */
export const clipSelectionOfPage = async (
  ports: Ports,
  tab: ActiveTab,
  click: MenuClick<string>,
): Promise<Confirmation> => {
  const [situation, clip] = await Promise.all([readSituation(ports), readTab(tab)]);
  const note = selectionFieldsOf(clip) ?? {
    kind: 'selection' as const,
    markdown: escapeInline(cleanText(click.selectionText)),
    source: sourceOf(clip),
  };
  return clipSelected(ports, tab, situation, clip, note);
};

const clipSelected = async (
  ports: Ports,
  tab: ActiveTab,
  situation: Situation,
  clip: PageClip,
  note: NewNote,
): Promise<Confirmation> => {
  const pictures = clip.selection?.images ?? [];
  const images = await readImages(tab.id, pictures);
  const { storedImages } = await clipSelection(ports, situation.place, { note, images, remark: '' });
  const missing = pictures.length - storedImages;
  return done(situation, missing > 0 ? translate('imagesStayRemote', String(missing)) : noticeIn(clip));
};

/** Keeps an image of the page: its bytes where they can be read, else its address. */
export const clipImage = async (
  ports: Ports,
  tab: ActiveTab,
  click: MenuClick<string>,
): Promise<Confirmation> => {
  const [situation, clip] = await Promise.all([readSituation(ports), readTab(tab)]);
  const source = sourceOf(clip);
  const image = await readImage(tab.id, click.imageUrl).catch(() => null);
  if (image !== null) {
    const { notes } = await keepImages(ports, situation.place, [
      { ...image, alternativeText: image.alt, sourceUrl: click.imageUrl, source },
    ]);
    if (notes.length > 0) return done(situation);
  }
  const address = safeAddress(click.imageUrl);
  if (address === null) throw new PageNotReadable(click.imageUrl);
  await keepNotes(ports, situation.place, [{ kind: 'image', markdown: `![](<${address}>)`, source }]);
  return done(situation, translate('imageStaysRemote'));
};

/** Keeps a picture of the visible part of the tab. */
export const clipScreenshot = async (ports: Ports, tab: ActiveTab): Promise<Confirmation> => {
  const blob = await takeScreenshot(tab.windowId);
  const [situation, clip] = await Promise.all([readSituation(ports), readTab(tab)]);
  const { failed } = await keepImages(ports, situation.place, [
    { blob, name: '', alternativeText: clip.title, sourceUrl: '', source: sourceOf(clip) },
  ]);
  if (failed[0] !== undefined) throw failed[0].error;
  return done(situation);
};

/** Keeps a line typed behind the omnibox keyword. */
export const keepLine = async (ports: Ports, text: string): Promise<Confirmation> => {
  const situation = await readSituation(ports);
  if (text.trim() === '') return { text: translate('emptyNote'), short: true };
  await keepNotes(ports, situation.place, [textNote(text.trim())]);
  return done(situation);
};
