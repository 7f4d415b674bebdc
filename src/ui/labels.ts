/** Names of the model's words in the interface's language. */
import { plainTextOf } from '../app/plain-text-of.ts';
import type { RecapLanguage } from '../model/event.ts';
import type { LinkKind, Note } from '../model/note.ts';
import type { SessionKind, SessionLinkKind } from '../model/session.ts';
import { type MessageKey, t } from './strings.ts';

const LINK_KINDS: Readonly<Record<LinkKind, MessageKey>> = {
  article: 'linkArticle',
  'talk-page': 'linkTalkPage',
  slides: 'linkSlides',
  recording: 'linkRecording',
  code: 'linkCode',
};

const SESSION_KINDS: Readonly<Record<SessionKind, MessageKey>> = {
  talk: 'kindTalk',
  keynote: 'kindKeynote',
  'lightning-talk': 'kindLightningTalk',
  panel: 'kindPanel',
  workshop: 'kindWorkshop',
  'office-hours': 'kindOfficeHours',
  hallway: 'kindHallway',
};

const SESSION_LINKS: Readonly<Record<SessionLinkKind, MessageKey>> = {
  page: 'linkTalkPage',
  slides: 'linkSlides',
  recording: 'linkRecording',
};

export const linkKindLabel = (kind: LinkKind): string => t(LINK_KINDS[kind]);
export const sessionKindLabel = (kind: SessionKind): string => t(SESSION_KINDS[kind]);
export const sessionLinkLabel = (kind: SessionLinkKind): string => t(SESSION_LINKS[kind]);

/** A language by its own name: `Deutsch`. */
export const recapLanguageLabel = (language: RecapLanguage): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;

/** A session's title, or its kind where it has none. */
export const sessionName = (
  session: { readonly title: string; readonly kind: SessionKind } | null,
): string => (session === null ? t('overview') : session.title.trim() || sessionKindLabel(session.kind));

const SUMMARISED = 500;

/** One line that tells which note this is. */
export const noteSummary = (note: Note): string => {
  // Enough for one line; the patterns below would take long over a megabyte of brackets.
  const text = plainTextOf(note.markdown.slice(0, SUMMARISED));
  if (note.kind === 'link') return note.title || note.url;
  return text || t(note.kind === 'image' ? 'imageWithoutText' : 'emptyNote');
};
