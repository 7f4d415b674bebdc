/** Footnotes: which links lead to one, and where its text stands. */
import {
  attributeOf,
  closestOf,
  findAllIn,
  isElement,
  isWithin,
  nameOf,
  parentOf,
  rootOf,
  textOf,
} from './dom-access.ts';

const REFERENCES =
  'sup a[href*="#"], a[href*="#"]:has(> sup:only-child), .footnote > a[href*="#"], a[role="doc-noteref"], a[data-footnote-ref], a.footnote-ref, a.footnote, a.footnote-anchor';
const NOTES =
  '.footnotes, .footnote-list, [role="doc-endnotes"], [data-footnotes], .references, .reflist, .footnote-definition, div.footnote';
const BACK = /^(?:↩|↑|\^|⏎|⤴|back)/;

export interface Footnotes {
  /** Label of the note that a link refers to. */
  readonly references: ReadonlyMap<Element, string>;
  /** Label of the note that stands in an element. */
  readonly definitions: ReadonlyMap<Element, string>;
  /** Lists of notes of which every one is referred to: nothing is left of them when the notes are taken out. */
  readonly lists: ReadonlySet<Element>;
  /** Ids of the places that are referred from: links to them lead back. */
  readonly origins: ReadonlySet<string>;
}

const NONE: Footnotes = {
  references: new Map(),
  definitions: new Map(),
  lists: new Set(),
  origins: new Set(),
};

/** The address's fragment when it leads into the page itself. */
const fragmentOf = (link: Element, base: string): string => {
  const href = attributeOf(link, 'href');
  const [path = '', fragment = ''] = href.split('#', 2);
  if (fragment === '' || (path !== '' && path !== base.split('#', 1)[0])) return '';
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
};

const labelIn = (text: string): string =>
  /^[[(]?\s*([\p{L}\p{N}*†‡§]{1,8}(?:\s\d{1,4})?)\s*[\])]?$/u.exec(text.trim())?.[1] ?? '';

/** The elements of the page that have these ids; the first of each, as a browser would find it. */
const targetsOf = (ids: ReadonlySet<string>, root: Node): Map<string, Element> => {
  const targets = new Map<string, Element>();
  const top = rootOf(root);
  const scope = isElement(top) || top instanceof Document || top instanceof DocumentFragment ? top : null;
  for (const element of scope?.querySelectorAll('[id]') ?? []) {
    const id = attributeOf(element, 'id');
    if (ids.has(id) && !targets.has(id)) targets.set(id, element);
  }
  return targets;
};

/** A note is an item, or stands among notes; a link in its own heading or a section is none. */
const noteAt = (target: Element): Element | null => {
  const name = nameOf(target);
  if (name === 'li' || name === 'aside' || closestOf(target, NOTES) === target) return target;
  const item = closestOf(target, 'li, p, div, dd, aside');
  return item !== null && closestOf(item, NOTES) !== null ? item : null;
};

/** Finds the footnotes that links in `root` refer to, wherever in the page they stand. */
export const findFootnotes = (root: Node, base: string): Footnotes => {
  if (!isElement(root)) return NONE;
  const references = new Map<Element, string>();
  const definitions = new Map<Element, string>();
  const taken = new Set<string>();
  const links = findAllIn(root, REFERENCES).flatMap((link) => {
    const id = fragmentOf(link, base);
    const isBack = id === '' || attributeOf(link, 'href').includes('fnref');
    const wanted = isBack ? '' : labelIn(textOf(link) ?? '');
    return wanted === '' ? [] : [{ link, id, wanted }];
  });
  if (links.length === 0) return NONE;
  const targets = targetsOf(new Set(links.map(({ id }) => id)), root);
  for (const { link, id, wanted } of links) {
    const target = targets.get(id);
    const note = target === undefined ? null : noteAt(target);
    if (note === null || isWithin(link, note)) continue;
    let label = definitions.get(note);
    if (label === undefined) {
      label = wanted.replace(/\s/g, '-').replace(/^\*(?=\d)/, '');
      while (taken.has(label)) label += '-2';
      taken.add(label);
      definitions.set(note, label);
    }
    references.set(link, label);
  }
  const origins = new Set([...references.keys()].flatMap(idsAround));
  return { references, definitions, lists: listsOf(definitions), origins };
};

/** What a note may call the place of its reference: the link, or the mark that it stands in. */
const idsAround = (link: Element): string[] => {
  const parent = parentOf(link);
  const mark = isElement(parent) && /^(?:sup|span)$/.test(nameOf(parent)) ? [parent] : [];
  return [link, ...mark].flatMap((element) =>
    ['id', 'name'].map((name) => attributeOf(element, name)).filter((id) => id !== ''),
  );
};

const listsOf = (definitions: ReadonlyMap<Element, string>): Set<Element> => {
  const lists = new Set<Element>();
  for (const note of definitions.keys()) {
    const parent = parentOf(note);
    const list = isElement(parent) ? closestOf(parent, NOTES) : null;
    if (list !== null) lists.add(list);
  }
  for (const list of lists) {
    if (findAllIn(list, 'li').some((item) => !definitions.has(item) && !isInNote(item, definitions)))
      lists.delete(list);
  }
  return lists;
};

const isInNote = (item: Element, notes: ReadonlyMap<Element, string>): boolean => {
  for (let node = parentOf(item); isElement(node); node = parentOf(node)) if (notes.has(node)) return true;
  return false;
};

/** True for the links of a note that lead back to where it is referred to. */
export const isBackReference = (link: Element, className: string, origins: ReadonlySet<string>): boolean =>
  origins.has(attributeOf(link, 'href').split('#')[1] ?? '') ||
  /(?:^|\s)(?:footnote-back|footnote-backref|footnote-number|data-footnote-backref|reversefootnote|mw-cite-backlink)/.test(
    className,
  ) ||
  attributeOf(link, 'role') === 'doc-backlink' ||
  (BACK.test((textOf(link) ?? '').trim()) && attributeOf(link, 'href').includes('#'));
