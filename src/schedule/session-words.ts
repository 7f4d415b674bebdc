/** The words in titles and types that say what a session is: its kind, a break, cancelled. */
import type { SessionKind } from '../model/session.ts';

const KINDS: readonly (readonly [RegExp, SessionKind])[] = [
  [/keynote|기조\s*(?:연설|강연)|基調講演/i, 'keynote'],
  [/lightning|lightening|blitz(?:talk|vortrag)|라이트닝|ライトニング|\bLT\b/i, 'lightning-talk'],
  [/\bpanel\b|podium|table ronde|mesa redonda|패널|パネル|panel discussion/i, 'panel'],
  [
    /workshop|tutorial|hands.?on|training|sprint|atelier|taller|워크[숍샵]|ワークショップ|핸즈온|ハンズオン/i,
    'workshop',
  ],
  [/office.?hours?|ask me anything|\bAMA\b|오피스\s*아워|オフィスアワー/i, 'office-hours'],
  [/hallway|meet.?ups?\b|networking|apéro|社交|네트워킹|ネットワーキング|懇親会/i, 'hallway'],
];

/** Types that name how long or which track, and speak of nothing else. */
const TITLE_KIND =
  /^\W*(keynote|lightning talks?|panel(?: discussion)?|workshop|tutorial)\b\s*(?:[:\-–—|(]|$)/i;

/** A track that is a kind and no subject: `Networking` may be about networks. */
const TRACK_KIND = /^(?:keynotes?|lightning talks?|panels?|workshops?|tutorials?|trainings?)$/i;

/** The kind by the type, by what the title begins with, by a track of that name, else a talk. */
export const kindOf = (type: string, title: string, track = ''): SessionKind => {
  const said = [type, TITLE_KIND.exec(title)?.[1], TRACK_KIND.exec(track.trim())?.[0]].join(' ');
  return KINDS.find(([pattern]) => pattern.test(said))?.[1] ?? 'talk';
};

const BREAK_TITLE =
  /^\W*(?:(?:morning|afternoon|coffee|tea|lunch|dinner|break|breakfast|snack|evening|short|the|and|&|\+|\/|,|-|with|sponsors?|time|welcome)\s*)*\b(?:coffee|tea|lunch|dinner|breakfast|break|breaks|snack|snacks|snack time|registration|check-?in|badge pick-?up|doors? open(?:s|ing)?)\b(?:\s*(?:break|time|time!|and|&|\+|\/|,|-|coffee|tea|breakfast|lunch|snacks?|welcome|networking|opens?|open|desk|begins|in the .*))*\W*$/i;
/** No break has a longer title. */
const MAX_BREAK_LENGTH = 60;
const BREAK_WORDS =
  /^\W*(?:kaffee(?:pause)?|mittag(?:s(?:pause|essen))?|pause|pause café|pause déjeuner|déjeuner|petit.?déjeuner|frühstück|abendessen|abendbrot|buffet|goûter|almuerzo|comida|descanso|pausa(?: caffè| pranzo| café)?|café|pranzo|colazione|intervallo|休憩|昼休み|ランチ|受付|점심(?:\s*(?:식사|시간))?|휴식(?:\s*시간)?|쉬는\s*시간|등록|접수|午餐|茶歇|休息)\W*$/i;
/** A track of its own for what is none. */
const BREAK_TRACK = /^(?:breaks?|pausen?|pauses|lunch|coffee|catering|meals?|休憩|휴식)$/i;
const BREAK_TYPE = /\b(?:break|lunch|coffee|pause|meal|catering)\b|휴식|休憩/i;

/** True for lunch, coffee, registration: a slot with nothing to write up. */
export const isBreakByWords = (title: string, type: string, track = ''): boolean =>
  BREAK_TYPE.test(type) ||
  BREAK_TRACK.test(track.trim()) ||
  // `Main conference: morning tea`
  [title, title.replace(/^[^:]{1,30}: /, '')].some(
    (text) => text.length <= MAX_BREAK_LENGTH && (BREAK_TITLE.test(text) || BREAK_WORDS.test(text)),
  );

const CANCELLED =
  /^[\s([{*!~-]*(?:cancell?ed|abgesagt|entfällt|fällt aus|annul(?:é|ée|ed)?|cancelad[oa]|annullat[oa]|取消|中止|キャンセル|취소(?:됨|되었습니다)?)(?=$|[\s\])}:!*~,-])/i;

/** True for a title that begins with the word for cancelled, in brackets or not. */
export const isCancelledByTitle = (title: string): boolean => CANCELLED.test(title);

/** The title without that word. */
export const withoutCancelled = (title: string): string => {
  const rest = title.replace(CANCELLED, '').replace(/^[\s\])}:!*~,–—-]+/, '');
  return rest === '' ? title : rest;
};
