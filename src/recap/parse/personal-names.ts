/** Whether a few words can be a person's name. Titles are full of capitals: what cannot be told apart is no name. */

const PARTICLES = new Set(
  "de da do dos das del della di du la le van von der den ter ten zu bin ben ibn al el af av y e san st. d' o'".split(
    ' ',
  ),
);

/** Words that stand in titles and in no name. */
const TITLE_WORDS = new Set(
  (
    'the a an and or of for in on at to with from without how why what when where who is are was be do does your our my ' +
    'you we it its this that not no new part one two three day days introduction intro keynote talk talks session sessions ' +
    'workshop panel lightning opening closing remarks welcome notes overview summary conclusion lessons learned guide ' +
    'future state past present building build using scaling introducing understanding making writing testing deep dive ' +
    'practice patterns design system systems software engineering engineers developer developers development data code ' +
    'cloud native open source web app apps application applications service services mesh platform security performance ' +
    'kubernetes docker java javascript python ruby rust golang go linux api apis ai ml llm machine learning framework ' +
    'language programming production better faster best worst things everything beyond under over into les des une un ' +
    'pour avec dans sur et est comment pourquoi der die das und mit für wie warum ein eine el los las para con como por qué ' +
    'memory safety garbage collection event sourcing unit tests test driven edge computing serverless functions live demo ' +
    'apache spring boot react native vue angular next node deno bun azure google aws amazon microsoft github gitlab kafka postgres ' +
    'postgresql mysql redis terraform ansible grafana prometheus openai copilot chatgpt gemini gpt wasm webassembly graphql typescript ' +
    'django rails laravel symfony flutter kotlin swift android ios opentelemetry ebpf online intelligence deep engineering friends'
  ).split(' '),
);

const LATIN_WORD = /^["“«(]?(?:\p{Lu}[\p{L}\p{M}'’-]*\.?|(?:\p{Lu}\.)+|d['’]\p{Lu}[\p{L}-]*)["”»)]?$/u;
const INITIALS = /^(?:\p{Lu}\.)+$/u;
const KOREAN_SURNAMES =
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용';
const KOREAN = new RegExp(
  `^(?:[${KOREAN_SURNAMES}][가-힣]{2}|(?:남궁|황보|제갈|사공|선우|서문|독고)[가-힣]{1,2})$`,
);
const SHORT_KOREAN = new RegExp(`^[${KOREAN_SURNAMES}][가-힣]$`);
const HONORIFIC = /\s*(?:님|씨|선생님|교수님|대표님|さん|氏|様|先生)$/;
const HAN_NAME =
  /^[\p{Script=Han}々]{2,4}$|^[\p{Script=Han}々]{1,3}[ 　][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]{1,5}$/u;
const KANA_NAME = /^[\p{Script=Katakana}ー・= ]{3,14}$/u;

export const HANDLE = /^@[\p{L}\p{N}_.\-₋]{2,40}$/u;

/** Without an honorific, or the mark before a profile's name. */
export const bareName = (text: string): string =>
  text
    .trim()
    .replace(/^\+(?=\p{L})/u, '')
    .replace(HONORIFIC, '')
    .trim();

/** One word of any script: an honorific behind it says that it is a name. */
const HONOURED = /^[\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー・\d_-]{2,14}$/u;

/** Words of one or two syllables that sentences open with, or that stand for what a talk is. */
const NO_HAN_NAME =
  /^(?:首先|其次|然后|然後|最后|最後|今天|明天|昨天|今日|明日|昨日|另外|总之|總之|大家|我们|我們|他们|感谢|感謝|感想|基調講演|招待講演|講演|発表|登壇|資料|参加|主持人|开场|開場|闪电演讲)$/u;

/** A Korean name of a family known by its first syllable. */
export const isKoreanName = (text: string): boolean => KOREAN.test(bareName(text));

/**
 * A name of two words and more, one in an East Asian script, or a handle.
 *
 * @param single one Latin word will do as well: something else says that it is a name
 */
export const isName = (text: string, single = false): boolean => {
  const name = bareName(text);
  if (name === '' || name.length > 60 || NO_HAN_NAME.test(name)) return false;
  if (HANDLE.test(name) || KOREAN.test(name) || HAN_NAME.test(name)) return true;
  if (/(?:さん|氏|님)$/.test(text.trim()) && HONOURED.test(name)) return true;
  if (KANA_NAME.test(name) || SHORT_KOREAN.test(name)) return single;
  const words = name.split(/\s+/);
  if (words.length > 6 || words.length < (single ? 1 : 2)) return false;
  let capitals = 0;
  for (const word of words) {
    if (PARTICLES.has(word.toLowerCase()) && word === word.toLowerCase()) continue;
    if (!LATIN_WORD.test(word) || TITLE_WORDS.has(word.toLowerCase().replace(/[^\p{L}]/gu, ''))) return false;
    if (word.endsWith('.') && !INITIALS.test(word) && word.length > 4) return false;
    capitals += 1;
  }
  return capitals >= (single ? 1 : 2);
};

const ROLE =
  /(?<![\p{L}])(?:engineer\w*|developer\w*|architect\w*|director|manager|lead|head of|founder|co-?founder|ceo|cto|coo|cio|vp|president|professor|researcher|scientist|consultant|advocate|evangelist|maintainer|committer|member|chair|author|student|designer|analyst|freelance\w*|d[ée]velopp\w+|ing[ée]nieur\w*|entwickler\w*|berater\w*|devrel|sre)(?![\p{L}])|엔지니어|개발자|리드|대표|팀장|매니저|교수|エンジニア|開発者|代表|教授|工程师|开发者|架构师/iu;

/** What a person does, rather than where. */
export const isRole = (text: string): boolean => ROLE.test(text);
