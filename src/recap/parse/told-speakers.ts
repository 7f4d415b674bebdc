/** Who speaks according to the running text: `Ada Quist talked about …`, `향로님의 발표`, `○○さんのセッション`. */
import type { RootBlock } from '../../markdown/root-blocks.ts';
import type { Speaker } from '../../model/session.ts';
import { type InlineText, inlineTextOf } from './inline-text.ts';
import { bareName, HANDLE, isName } from './personal-names.ts';
import { isOwnAddress, isPersonAddress } from './talk-address.ts';

/** Paragraphs below a heading that are looked at. */
const NEAR = 4;
/** Of a paragraph, in UTF-16 units: its first sentences. The patterns take the square of it at worst. */
const FIRST_SENTENCES = 2000;

const WORD = "\\p{Lu}[\\p{L}\\p{M}'’-]*\\p{L}";
const NAME = `${WORD}(?: (?:(?:de|da|van|von|der|den|di|del|la|le) )*(?:${WORD}|\\p{Lu}\\.)){0,3}`;
const NAMES = `${NAME}(?:\\s*,\\s*${NAME})*(?:,?\\s+(?:and|et|und|y|e|&)\\s+${NAME}|\\s*(?:和|与|及|、)\\s*${NAME})?`;
const SPEAKS = [
  'presented|presents|talked|talks|spoke|speaks|(?:gave|gives)(?=[^.!?\n]{1,80}(?:talk|keynote|presentation|session|demo))|shared|shares|showed|shows|explained|explains|walked|delivered|demonstrated|told|discussed',
  "(?:(?:nous|a|ont|m'ont|ont) )*(?:pr[ée]sent(?:e|ent|[ée])|partag(?:e|ent|[ée])|parl(?:e|ent|[ée])|expliqu(?:e|ent|[ée])|montr(?:e|ent|[ée])|racont(?:e|ent|[ée]))",
  '(?:sprach|stellte|zeigte|erkl[äa]rte|erz[äa]hlte|pr[äa]sentierte|berichtete)n?|sprachen',
  'present[óo]|presentaron|habl[óo]|hablaron|explic[óo]|explicaron|cont[óo]|contaron|mostr[óo]|mostraron',
].join('|');
const OPENING = '(?:^|[.!?。！？]["”»]?\\s+)(?:In (?:this|his|her|their) (?:talk|session|keynote),? )?';

/** Names of the Latin script, as a list. */
const LATIN = [
  new RegExp(`${OPENING}(${NAMES})\\s+(?:${SPEAKS})(?![\\p{L}])`, 'u'),
  new RegExp(
    `(?:[Tt]alk|[Ss]ession|[Kk]eynote|[Pp]resentation|[Vv]ortrag|[Cc]onf[ée]rence|[Cc]harla) (?:was )?(?:given )?(?:by|von|de|par|por) (${NAMES})`,
    'u',
  ),
  new RegExp(`${OPENING}(${NAMES})['’]s? (?:talk|session|keynote|presentation)(?![\\p{L}])`, 'u'),
  new RegExp(`(?:^|[\\s，。的])(${NAMES})\\s*(?:分享|介绍|探讨|演讲|带来|讲解)`, 'u'),
];

const EAST_ASIAN = [
  /([가-힣]{2,4}) ?님의\s*(?:\S+\s+){0,2}?(?:발표|세션|강연|키노트)/u,
  /([가-힣]{2,4}) ?님(?:께서|이|의)\s.{0,20}(?:발표)/u,
  /(?:발표|세션|강연)[은는]\s+([가-힣]{2,4}) ?님(?:께서|이)/u,
  /([\p{Script=Han}\p{Script=Katakana}ー]{2,8}) ?さん(?:の(?:発表|セッション|講演|LT|トーク|登壇)|による|が(?:発表|登壇|講演))/u,
  /([\p{Script=Han}]{2,4}) ?(?:老师)?(?:的(?:演讲|分享)|分享了|带来了)/u,
];

/** `CEO 이형주님, CTO 이동욱님 순서로 … 키노트`: each with an honorific, in one sentence about a talk. */
const KOREAN_LIST =
  /^[^.!?\n]*?((?:\S+ ){0,3}[가-힣]{2,4}님(?:,|과|와)\s[^.!?\n]*?[가-힣]{2,4}님)[^.!?\n]*(?:키노트|발표|세션|강연)/u;

/** Words that a sentence opens with, before a name. */
const OPENERS =
  /^(?:then|first|firstly|second|next|after\w*|before|finally|last|lastly|later|today|yesterday|here|there|also|once|when|while|since|so|but|both|ensuite|puis|enfin|d'abord|apr[èe]s|aujourd'hui|dann|danach|zuerst|zuletzt|heute|luego|despu[ée]s|primero|entonces|hoy)\s/i;

const speakerOf = (name: string): Speaker => ({ name: bareName(name), affiliation: '', role: '', url: '' });

/** A list of two and more may be of first names; one alone is a name in full. */
const latinNames = (text: string): readonly string[] => {
  for (const pattern of LATIN) {
    const names = (pattern.exec(text)?.[1] ?? '')
      .split(/\s*(?:,|、|和|与|及|&|\s(?:and|et|und|y|e)\s)\s*/)
      .map((name) => name.replace(OPENERS, ''))
      .filter((name) => name !== '');
    if (
      names.length > 0 &&
      names.every((name) => isName(name, names.length > 1) && !OPENERS.test(`${name} `))
    )
      return names;
  }
  return [];
};

const namesIn = (text: string): readonly string[] => {
  const listed = KOREAN_LIST.exec(text)?.[1];
  if (listed !== undefined) return [...listed.matchAll(/([가-힣]{2,4})님/gu)].map(([, name = '']) => name);
  for (const pattern of EAST_ASIAN) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined) return [name];
  }
  return latinNames(text);
};

/** `Ada Quist (@ada)`, `Ada Quist @ada`: somebody who is introduced. */
const INTRODUCED = new RegExp(`(${NAME})(?:\\s*[(（]\\s*|,?\\s+)(@[\\p{L}\\p{N}_.-]{2,40})`, 'gu');
/** Of a paragraph, in UTF-16 units: where those who speak are introduced. */
const INTRODUCTION = 300;
/** Who is thanked need not have spoken. */
const THANKS = /\b(?:thank\w*|shout-?out|kudos|hosted|merci|danke|gracias)\b[^.!?]*$/i;

const introducedIn = ({ text }: InlineText): readonly Speaker[] =>
  Array.from(text.slice(0, INTRODUCTION).matchAll(INTRODUCED)).flatMap(
    ({ 1: name = '', 2: handle = '', index }) =>
      isName(name.replace(OPENERS, '')) && !THANKS.test(text.slice(0, index))
        ? { ...speakerOf(name.replace(OPENERS, '')), affiliation: handle }
        : [],
  );

/** The first whose name leads to where they are found. */
const linkedIn = ({ text, links }: InlineText): readonly Speaker[] =>
  links
    .flatMap(({ address, from, to }) => {
      const name = text.slice(from, to).replace(/\s+/g, ' ').trim();
      const named = HANDLE.test(name) || isName(name);
      return named && isOwnAddress(address, name) && !THANKS.test(text.slice(0, from))
        ? { ...speakerOf(name), url: address }
        : [];
    })
    .slice(0, 1);

/** Who speaks according to the first sentences below a heading. */
export const readToldSpeakers = (
  blocks: readonly RootBlock[],
  from: number,
  to: number,
): readonly Speaker[] => {
  const near = blocks.slice(from, Math.min(to, from + NEAR)).filter(({ type }) => type === 'paragraph');
  for (const { runs } of near) {
    const line = inlineTextOf(runs);
    const link = line.links.find(({ address }) => isPersonAddress(address));
    const linked = link === undefined ? '' : line.text.slice(link.from, link.to).replace(/[\s,]+$/, '');
    const introduced = introducedIn(line);
    if (introduced.length > 0) return introduced;
    const names = namesIn(line.text.slice(0, FIRST_SENTENCES));
    if (names.length > 0 && !names.includes(linked)) return names.map(speakerOf);
    if (link !== undefined && isName(linked)) return [{ ...speakerOf(linked), url: link.address }];
    if (names.length > 0) return names.map(speakerOf);
    const found = linkedIn(line);
    if (found.length > 0) return found;
  }
  return [];
};
