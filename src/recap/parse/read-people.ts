/** A few words that name people, read as speakers: `Name, Org & Name, Org`, `A, B et C`, `Org Name`, `Name (Org)` … */
import { safeAddress } from '../../model/address.ts';
import type { SpeakerStyle } from '../../model/imported-post.ts';
import type { Speaker } from '../../model/session.ts';
import type { InlineText } from './inline-text.ts';
import { bareName, HANDLE, isKoreanName, isName, isRole } from './personal-names.ts';

export interface People {
  readonly speakers: readonly Speaker[];
  readonly style: Pick<SpeakerStyle, 'first' | 'betweenFields' | 'betweenSpeakers'>;
  /** Every one is a name in full; with `false`, something else has to say that these are speakers. */
  readonly certain: boolean;
}

const AND =
  /\s*(?:,?\s+(?:and|et|und|y|con|with|avec|och)\s+|\s+e\s+(?=\p{Lu})|\s*[&＆;；、／]\s*|\s+[/|+]\s+|\s+(?:그리고|와|과|と|和)\s+|(?<=[)）氏님]|さん)\s*(?:と|와|과)\s*)\s*/iu;
const FIELD = /\s*[,，]\s*|\s*[—–]\s*|\s+[-‐|/]\s+|\s+(?=@[\p{L}\p{N}_]{2})/u;
const AT = /^(.*?)\s+(?:at|from|of|chez|von|bei|de chez|@)\s+(\p{Lu}.*)$/u;
const PARENTHESIS = /^([^(（]+?)\s*[(（]([^()（）]+)[)）]$/u;
/** `A (Org, role), B (Org)` */
const EACH_IN_PARENTHESES =
  /^[^()（）,，]+[(（][^()（）]+[)）](?:\s*[,，]\s*[^()（）,，]+[(（][^()（）]+[)）])+$/u;
const SUFFIX = /^(?:Inc|Ltd|LLC|GmbH|AG|Corp|Co|S\.?A\.?S?|B\.?V|PhD|Ph\.D|Dr|Jr|Sr|K\.K)\.?$/i;
const MAX_LENGTH = 240;

interface Fields {
  readonly fields: readonly string[];
  readonly separator: string;
}

const fieldsOf = (text: string): Fields => {
  const inParentheses = PARENTHESIS.exec(text);
  if (inParentheses !== null) {
    return { fields: inParentheses.slice(1).flatMap((part) => part.split(/\s*[,，]\s*/)), separator: ' (' };
  }
  const at = AT.exec(text);
  if (at?.[1] !== undefined && at[2] !== undefined && isName(at[1])) {
    return { fields: [at[1], at[2]], separator: ` ${text.slice(at[1].length, -at[2].length).trim()} ` };
  }
  const parts = text.split(FIELD).filter((part) => part !== '');
  const fields: string[] = [];
  for (const part of parts) {
    const before = fields.at(-1);
    if (before !== undefined && SUFFIX.test(part)) fields[fields.length - 1] = `${before}, ${part}`;
    else fields.push(part);
  }
  const [first, second] = parts;
  const separator =
    first === undefined || second === undefined
      ? ', '
      : text.slice(first.length, text.indexOf(second, first.length));
  return { fields, separator };
};

/** `당근마켓 변규현`: what stands before a name of a known family. */
const splitBySpace = (field: string): readonly string[] => {
  const words = field.split(/\s+/);
  const last = words.at(-1) ?? '';
  const [first = ''] = words;
  if (words.length < 2 || words.length > 3 || !/[가-힣]/.test(field)) return [field];
  if (isKoreanName(last) && !isKoreanName(words.slice(0, -1).join(' ')))
    return [words.slice(0, -1).join(' '), last];
  return isKoreanName(first) ? [first, words.slice(1).join(' ')] : [field];
};

interface Person {
  readonly speaker: Omit<Speaker, 'url'>;
  readonly first: SpeakerStyle['first'];
  readonly certain: boolean;
}

const personOf = (given: readonly string[]): Person | null => {
  const fields = given.length === 1 ? splitBySpace(given[0] ?? '') : given;
  const certainAt = fields.findIndex((field) => isName(field));
  // An organisation comes first only where the name is told apart for certain: by its family name, or by a role behind.
  const second = fields[1] ?? '';
  const behind =
    certainAt === 1 && !isName(fields[0] ?? '') && (isKoreanName(second) || isRole(fields[2] ?? ''));
  const at = behind ? 1 : 0;
  const name = fields[at];
  if (name === undefined || !isName(name, true)) return null;
  const others = fields.filter((_, index) => index !== at);
  const roles = others.length === 1 ? [] : others.filter(isRole);
  const places = others.filter((field) => !roles.includes(field));
  return {
    speaker: { name: bareName(name), affiliation: places.join(', '), role: roles.join(', ') },
    first: at === 0 ? 'name' : 'affiliation',
    certain: isName(name),
  };
};

/** Groups between `and`s; a comma in all of them but the last parts names (`A, B and C`). */
const groupsOf = (text: string, several: boolean): readonly Fields[] => {
  if (EACH_IN_PARENTHESES.test(text)) return text.split(/(?<=[)）])\s*[,，]\s*/u).map(fieldsOf);
  const groups = text
    .split(AND)
    .filter((group) => group !== '')
    .map(fieldsOf);
  const last = groups.at(-1);
  const namesOnly = (group: Fields): boolean =>
    group.separator.startsWith(',') && group.fields.every((field) => isName(field));
  if (
    groups.length === 1 &&
    last !== undefined &&
    last.fields.length > (several ? 1 : 2) &&
    namesOnly(last) &&
    !last.fields.some(isRole)
  ) {
    return last.fields.map((field) => ({ fields: [field], separator: last.separator }));
  }
  // `Name, Name, Name, Org`
  const place = last?.fields.at(-1);
  const before = last?.fields.slice(0, -1) ?? [];
  if (
    groups.length === 1 &&
    before.length > 2 &&
    place !== undefined &&
    namesOnly({ fields: before, separator: ',' })
  ) {
    return before.map((field, index) => ({
      fields: index === before.length - 1 ? [field, place] : [field],
      separator: ', ',
    }));
  }
  if (last === undefined || groups.length < 2 || last.fields.length > 1) return groups;
  // `Name, Mole & Sons`: the last word is no name of its own.
  const two = groups[0]?.fields.length === 2 || /\s\/\s/.test(text);
  const firm = groups.length === 2 && two && !isName(last.fields[0] ?? '');
  if (firm) return [fieldsOf(text)];
  return groups.flatMap((group) =>
    group.fields.length > 1 && namesOnly(group)
      ? group.fields.map((field) => ({ fields: [field], separator: ', ' }))
      : [group],
  );
};

/**
 * `null` when these words name nobody.
 *
 * @param several they are told to be more than one: two names with a comma between are two people
 */
export const readPeople = (line: InlineText, several = false): People | null => {
  // `Name (@handle)さん`: the honorific is the name's.
  const text = line.text
    .trim()
    .replace(/[.,:：]$/, '')
    .replace(/^([^(（]+?)(\s*[(（][^()（）]+[)）])\s*(さん|氏|님|様|先生)$/u, '$1$3$2');
  // `@[youtube](id)` embeds something (Zenn); it names nobody.
  if (line.links.some(({ from }) => line.text.charAt(from - 1) === '@')) return null;
  if (
    text === '' ||
    text.length > MAX_LENGTH ||
    /[!?？！]|(?<!(?:^|[\s.])\p{Lu})\.\s+\p{Lu}\p{Ll}{2}/u.test(text)
  )
    return null;
  const groups = groupsOf(text, several);
  const people = groups.map(({ fields }) => personOf(fields));
  const known = people.filter((person) => person !== null);
  if (known.length === 0 || known.length < people.length) return null;
  const shared = known.at(-1)?.speaker.affiliation ?? '';
  const sharing = known.slice(0, -1).every(({ speaker }) => speaker.affiliation === '');
  return {
    speakers: known.map(({ speaker }) => ({
      ...speaker,
      ...(sharing && !HANDLE.test(shared) ? { affiliation: shared } : {}),
      url: addressOf(line, speaker.name),
    })),
    style: {
      first: known[0]?.first ?? 'name',
      betweenFields: groups.find(({ fields }) => fields.length > 1)?.separator ?? ', ',
      betweenSpeakers: AND.exec(text)?.[0] ?? ', ',
    },
    certain: known.every(({ certain }) => certain),
  };
};

const addressOf = (line: InlineText, name: string): string => {
  const from = line.text.indexOf(name);
  const link = line.links.find((each) => each.from < from + name.length && each.to > from);
  return safeAddress(link?.address ?? '') ?? '';
};
