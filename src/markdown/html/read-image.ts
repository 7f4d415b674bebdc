/** Which picture an `<img>` is meant to show: pages put a placeholder there and the real address beside it. */
import { safeAddress } from '../../model/address.ts';
import {
  attributeNamesOf,
  attributeOf,
  firstChildOf,
  isElement,
  nameOf,
  nextSiblingOf,
  parentOf,
} from './dom-access.ts';

const LAZY_ATTRIBUTES = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-actualsrc',
  'data-hi-res-src',
  'data-full-src',
  'data-url',
  'data-original-src',
  'data-echo',
  'data-image',
];
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset'];
const PLACEHOLDER =
  /(?:^|[/_.-])(?:placeholder|blank|spacer|transparent|lazy(?:load)?|loading|pixel|1x1|grey|gray)(?:[._/-]|$)/i;

const LONGEST_SET = 20_000;

interface Candidate {
  readonly url: string;
  /** Width in pixels, or the density times 1,000. */
  readonly size: number;
}

/** The candidates of a `srcset` (HTML, section 4.8.4.2.2): addresses may have commas, descriptors end them. */
const candidatesOf = (set: string): Candidate[] =>
  [
    ...set
      .slice(0, LONGEST_SET)
      .matchAll(/\s*([^\s,]\S*[^\s,]|[^\s,])(?:\s+(\d+(?:\.\d+)?)([wx]))?\s*(?:,|$)/g),
  ].map(([, url = '', number, unit]) => ({
    url,
    size: number === undefined ? 1000 : Number(number) * (unit === 'x' ? 1000 : 1),
  }));

const largest = (set: string): string => {
  let best: Candidate | null = null;
  for (const candidate of candidatesOf(set)) {
    if (!candidate.url.startsWith('data:') && (best === null || candidate.size > best.size)) best = candidate;
  }
  return best?.url ?? '';
};

const sourcesOf = (image: Element): Element[] => {
  const picture = parentOf(image);
  if (!isElement(picture) || nameOf(picture) !== 'picture') return [];
  const sources: Element[] = [];
  for (let node = firstChildOf(picture); node !== null; node = nextSiblingOf(node)) {
    if (isElement(node) && nameOf(node) === 'source') sources.push(node);
  }
  return sources;
};

const isUsable = (address: string): boolean =>
  address !== '' && !/^(?:data|blob|about|javascript):/i.test(address);

/** What the browser loaded, when it is a picture and not a placeholder. */
const shownBy = (image: HTMLImageElement): string => {
  const isLoaded = image.complete && image.naturalWidth > 2 && image.naturalHeight > 2;
  return isLoaded && isUsable(image.currentSrc) && !PLACEHOLDER.test(image.currentSrc)
    ? image.currentSrc
    : '';
};

/** True for pictures of a pixel or two: spacers and counters. */
const isPixel = (image: Element): boolean => {
  const [width, height] = [attributeOf(image, 'width'), attributeOf(image, 'height')];
  return /^[012](?:px)?$/.test(width) || /^[012](?:px)?$/.test(height);
};

const PICTURE = /^[^\s<>"]+\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#!@]\S*)?$/i;

/** What a page keeps beside a placeholder, under whatever name. */
const keptBeside = (image: Element): string => {
  for (const name of attributeNamesOf(image)) {
    const value = name.startsWith('data-') ? attributeOf(image, name) : '';
    if (PICTURE.test(value) && isUsable(value) && !PLACEHOLDER.test(value)) return value;
  }
  return '';
};

/** The address of the picture, absolute, http or https; `null` when there is none worth keeping. */
export const imageAddressOf = (image: Element, base: string): string | null => {
  if (isPixel(image)) return null;
  const lazy = LAZY_ATTRIBUTES.map((name) => attributeOf(image, name)).find(
    (value) => isUsable(value) && /[./]/.test(value),
  );
  const sources = sourcesOf(image);
  const source = attributeOf(image, 'src');
  const choices = [
    lazy ?? '',
    ...LAZY_SETS.map((name) => largest(attributeOf(image, name))),
    image instanceof HTMLImageElement ? shownBy(image) : '',
    largest(attributeOf(image, 'srcset')),
    PLACEHOLDER.test(source) ? '' : source,
    ...sources.map((element) =>
      largest(attributeOf(element, 'srcset') || attributeOf(element, 'data-srcset')),
    ),
  ];
  const chosen = choices.find(isUsable) ?? [keptBeside(image), source].find(isUsable);
  const address = chosen === undefined ? null : safeAddress(chosen, base);
  return address?.startsWith('http') ? address : null;
};
