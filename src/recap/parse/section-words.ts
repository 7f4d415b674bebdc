/** How recaps call their parts, in the languages that recaps were met in. */
import type { SessionKind } from '../../model/session.ts';

/** Matches one of the words; letters of the Latin script must stand alone. */
const anyOf = (latin: string, others: string): RegExp =>
  new RegExp(`(?<![\\p{Script=Latin}\\p{N}])(?:${latin})(?![\\p{Script=Latin}\\p{N}])|${others}`, 'iu');

/** A heading over sessions. */
const SESSIONS = anyOf(
  'sessions?|talks?|presentations?|conf[ée]rences|pr[ée]sentations|vortr[äa]ge|charlas?|ponencias?|sess[õo]es|palestras',
  '세션|발표|セッション|発表|講演|トーク|演讲|议题|分享',
);
/** A heading over what stays after the conference: links. */
const REFERENCES = anyOf(
  'references?|links?|resources?|further reading|read more|see also|r[ée]f[ée]rences|liens|ressources|quellen|verweise|weiterf[üu]hrend\\w*|enlaces|referencias',
  '참고|레퍼런스|링크|자료|参考|関連リンク|リンク|资料|链接|参考资料',
);
const OVERVIEW = anyOf(
  'overview|intro(?:duction)?|about|einleitung|[üu]berblick|resumen|introducci[óo]n',
  '개요|소개|들어가며|시작하며|概要|はじめに|概述|简介|前言|介绍',
);
const OFFICE_HOURS = anyOf('office hours?|sprechstunde', '오피스 ?아워|オフィスアワー');

/** Headings that are no session, wherever they stand. */
const NO_SESSION = anyOf(
  [
    'conclusions?|summary|wrap[- ]?up|closing thoughts|final thoughts|takeaways?|key takeaways|tl;?dr|lessons(?: learned)?',
    'intro(?:duction)?|overview|about|preface|background|agenda|schedule|timetable|the conference|the event|the venue|venue|location',
    'swag|food|lunch|dinner|party|social|networking|sponsors?|booths?|expo|travel|hotel|getting there|organi[sz]\\w+|community|authors?|autor(?:en|es|a)?|auteurs?|thanks|acknowledg\\w+|photos?|pictures?|videos?|slides|recordings?|feedback|next years?|see you|everything else|misc\\w*|other|others|ideas?|questions?|q&a|faq|notes|the good|the bad|highlights',
    'bilan|fazit|zusammenfassung|ausblick|anreise|merci|remerciements|ambiance|d[ée]jeuner|pause|conclusi[óo]n|conclusiones|agradecimientos|soir[ée]e|rahmenprogramm|abendveranstaltung|verpflegung',
    'references?|links?|resources?|liens|ressources|quellen|ce que|ce qui',
  ].join('|'),
  [
    '마치며|마무리|맺음|후기|총평|소감|느낀 ?점|결론|정리|소개|개요|들어가|시작하며|등록|찾아가|이벤트|부스|네트워킹|점심|참고|번외|굿즈|글쓴이|저자|감사|아쉬웠|좋았던|질문',
    'おわり|終わり|まとめ|感想|はじめに|概要|参考|関連|懇親会|ブース|スポンサー|アーカイブ|会場|ランチ|アンケート|著者|執筆|謝辞|ブログ|所感',
    '总结|结语|前言|简介|概述|花絮|展台|感想|参考|作者|致谢',
  ].join('|'),
);

/** Where sessions of one day or room stand; no session itself. */
const DAY = new RegExp(
  [
    '^(?:(?:the )?(?:first|second|third|fourth|last|opening|final) day|day (?:\\d+|one|two|three|four|five))\\b',
    '\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b',
    '\\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\\b|\\bjourn[ée]e$|\\bjour \\d',
    '\\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\\b|\\btag \\d|\\d\\. tag\\b|^erster tag|^zweiter tag',
    '\\b(?:lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo)\\b|\\bd[íi]a \\d',
    '^(?:(?:첫|둘|셋|넷)째 ?날|\\d+일차|day ?\\d)|[0-9一二三四]+日目|第[0-9一二三四]+天|day ?\\d',
  ].join('|'),
  'iu',
);
const ROOM = anyOf(
  'rooms?|halls?|tracks?|stages?|auditorium|devrooms?|theat(?:er|re)|salle|saal|raum|sala|amphi',
  '트랙|룸|会場|ルーム|トラック|ホール',
);

/** The opening of a conference: a session where speakers of it are named. */
const OPENING =
  /^(?:opening(?: (?:keynotes?|session|ceremony|remarks))?|ouverture|er[öo]ffnung|apertura|inauguraci[óo]n|오프닝(?: ?키노트)?|개회사?|オープニング|開会|开幕|开场)[!.…]*$/iu;
const SPONSORS = anyOf('sponsors?|sponsored talks?|sponsoren', '스폰서|후원사|スポンサー|赞助');

const KINDS: readonly (readonly [SessionKind, RegExp])[] = [
  ['lightning-talk', anyOf('lightning talks?|LTs?\\d*|quickies?|ignite', '라이트닝|ライトニング|闪电演讲')],
  ['keynote', anyOf('(?:\\w+ )?keynotes?', '키노트|기조 ?연설|基調講演|キーノート|主题演讲')],
  [
    'panel',
    anyOf(
      'panels?|panel discussion|fireside chat|BoFs?|birds of a feather|table ronde|podiumsdiskussion|mesa redonda',
      '패널|パネル|圆桌',
    ),
  ],
  [
    'workshop',
    anyOf(
      'workshops?|tutorials?|hands[- ]on(?: labs?)?|codelabs?|atelier|taller',
      '워크숍|워크샵|핸즈온|ワークショップ|ハンズオン',
    ),
  ],
  ['office-hours', OFFICE_HOURS],
];

/** `null` when nothing says what kind of session it is. */
export const kindIn = (heading: string): SessionKind | null =>
  KINDS.find(([, words]) => words.test(heading))?.[0] ?? null;

/** The author's own talk: a session, whatever else `talk` in a heading stands for. */
const OWN_TALK = new RegExp(
  `^(?:${[
    '(?:my|our) (?:own |first |lightning )*(?:talk|presentation|session|keynote|workshop)',
    '(?:mon|ma|notre) (?:propre |premi[èe]re? )?(?:talk|conf[ée]rence|conf|pr[ée]sentation|session|quickie|atelier)',
    '(?:mein|unser)e? (?:eigene[rs]? |erste[rs]? )?(?:talk|vortrag|session|workshop)',
    'mi (?:propia |primera )?(?:charla|ponencia|presentaci[óo]n)|mi (?:propio |primer )?taller',
    '(?:(?:내|나의|저의|제) ?(?:첫 ?)?|첫 ?(?:번째 ?)?)(?:발표|세션|강연)',
    '(?:自分|私|僕|わたし)の(?:発表|登壇|LT|トーク|セッション)|初(?:発表|登壇)',
    '我们?的(?:演讲|分享|议题)',
  ].join('|')})[!.…！。]*$`,
  'iu',
);

const isShort = (heading: string): boolean => [...heading].length <= 60;

/** Words of a heading up to which one that names no talk may stand anywhere in it. */
const FEW_WORDS = 3;

/** `Other talks`, `Thanks to all`, `My key takeaways`; a title may well hold such a word: `It’s about time`. */
const namesNoSession = (heading: string): boolean => {
  const matches = Array.from(heading.matchAll(new RegExp(NO_SESSION, 'giu')));
  const few = heading.split(/\s+/).length <= FEW_WORDS && [...heading].length <= 24;
  if (few || matches.length > 1) return matches.length > 0;
  return matches.some(({ index, 0: { length } }) => {
    const around = [heading.slice(0, index), heading.slice(index + length)];
    return around.some((words) => !/[\p{L}\p{N}]/u.test(words));
  });
};

export const isOwnTalk = (heading: string): boolean => OWN_TALK.test(heading);
export const isSessionsHeading = (heading: string): boolean =>
  isShort(heading) && SESSIONS.test(heading) && !isOwnTalk(heading);
export const isReferencesHeading = (heading: string): boolean => isShort(heading) && REFERENCES.test(heading);
export const isOverviewHeading = (heading: string): boolean => isShort(heading) && OVERVIEW.test(heading);
export const isOfficeHoursHeading = (heading: string): boolean =>
  isShort(heading) && OFFICE_HOURS.test(heading);
export const isOpening = (heading: string): boolean => OPENING.test(heading);
export const isSponsors = (heading: string): boolean => isShort(heading) && SPONSORS.test(heading);
export const isNoSession = namesNoSession;
export const isDay = (heading: string): boolean => isShort(heading) && DAY.test(heading);
export const isRoom = (heading: string): boolean => isShort(heading) && ROOM.test(heading);

const SPEAKER_LABELS =
  'speakers?|presenters?|presented by|talk by|given by|by|who|lecturers?|panell?ists?|hosts?|instructors?|' +
  'speaker\\(s\\)|speakerinnen|vortragende[rn]?|referent(?:in|en|innen)?|sprecher(?:in|innen)?|' +
  'orateurs?|oratrices?|intervenante?s?|conf[ée]renci(?:er|[èe]re)s?|pr[ée]sent[ée] par|par|von|' +
  'ponentes?|oradore?a?s?|palestrantes?|por|' +
  '스피커|발표자|연사|강연자|발표|진행|登壇者|発表者|講演者|スピーカー|登壇|講師|演讲者|讲者|演讲人|分享人|嘉宾|讲师';

/** `Speaker:` and its like at the start of a line, with or without emphasis around it; a picture of somebody who speaks. */
export const SPEAKER_LABEL = new RegExp(
  `^(?:[-*+] +)?(?:[\\p{Emoji_Presentation}\\p{Extended_Pictographic}\\ufe0f\\s]*(?:${SPEAKER_LABELS})\\s*[:：]|(?:[🎙🎤🗣👤👥🧑👩👨](?:\\ufe0f|\\p{Emoji_Modifier}|\\u200d\\p{Extended_Pictographic})*\\s*)+)\\s*`,
  'iu',
);
/** The label alone: those who speak stand below it. */
export const isSpeakerLabel = (words: string): boolean =>
  new RegExp(`^(?:${SPEAKER_LABELS})\\s*[:：]?$`, 'iu').test(words.trim());
/** `by` and its like before a name, without a colon. */
export const BY = /^(?:(?:talk|presented|given) )?(?:by|par|von|por) +/iu;

const TALK_COLUMN = new RegExp(
  `^(?:${[
    '(?:talk|session|presentation)s?(?: titles?| names?)?|titles?|topics?|subjects?|what',
    'vortr[aä]ge?|vortragstitel|titel|themen?|beitrag|titres?|conf[ée]rences?|sujets?|pr[ée]sentations?',
    't[ií]tulos?|charlas?|ponencias?|temas?|palestras?|sesi[óo]n(?:es)?',
    '(?:세션|발표|강연) ?(?:명|제목|주제|이름)?|제목|주제|タイトル|(?:セッション|発表|講演|トーク)(?:名|タイトル)?|演題|题目|议题|主题|演讲',
  ].join('|')})$`,
  'iu',
);

/** What stands over a column of titles, of those who speak. */
export const isTalkColumn = (words: string): boolean => TALK_COLUMN.test(words);
export const isSpeakerColumn = (words: string): boolean =>
  new RegExp(
    `^(?:${SPEAKER_LABELS}|speaker names?|names?|namen?|noms?|nombres?|발표자명|이름|名前|姓名)$`,
    'iu',
  ).test(words) && words !== '발표';
