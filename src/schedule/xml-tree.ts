/**
 * The one module that knows the XML parser: text in, a plain tree out. saxes is strict, keeps positions, reads no
 * external and no declared entities (so nothing can expand), and needs no DOM.
 */
import { SaxesParser } from 'saxes';
import { HTML_ENTITIES } from './html-entities.ts';
import { refused } from './refusal.ts';

export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** All text directly inside, as written. */
  readonly text: string;
  readonly line: number;
}

const MAX_DEPTH = 64;
const MAX_ELEMENTS = 1_000_000;
interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
  line: number;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Control characters that XML 1.0 forbids, as blanks: broken exports hold some, and positions stay right. */
const withoutControls = (text: string): string =>
  text.replace(/[^\P{Cc}\n\r\t\u007f-\u009f]|[\ufffe\uffff]/gu, ' ');

/**
 * @returns the root element
 * @throws {InvalidInput} `field` names line and column: not well-formed, cut off, too deep, too many elements, or a
 * document type that declares entities
 */
export const parseXml = (text: string): XmlElement => {
  const parser = new SaxesParser({ fragment: false, fileName: '' });
  Object.assign(parser.ENTITIES, HTML_ENTITIES);
  const place = (): string => `line ${parser.line}, column ${parser.column + 1}`;
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
  parser.on('error', (error) => {
    const reason = error.message.replace(/^[^ ]*:\d+:\d+:\s*/, '');
    throw refused('broken', place(), `xml: ${reason}`, error);
  });
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) throw refused('entities', place(), 'xml: entities are declared');
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    if (open.length >= MAX_DEPTH) throw refused('too-deep', place(), 'xml: too deep');
    if (elements > MAX_ELEMENTS) throw refused('too-many', place(), 'xml: too many elements');
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(tag.attributes)) attributes[localName(name)] = value;
    open.push({ name: localName(tag.name), attributes, children: [], text: '', line: parser.line });
  });
  const addText = (chunk: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += chunk;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element === undefined) return;
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
  });
  parser.write(withoutControls(text)).close();
  if (root === null) throw refused('broken', place(), 'xml: no element');
  return root;
};

/** The first child of that name. */
export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child) => child.name === name);

/** The children of that name, also through a wrapping element: `persons > person`. */
export const childrenOf = (element: XmlElement, ...path: readonly string[]): readonly XmlElement[] =>
  path.reduce<readonly XmlElement[]>(
    (elements, name) => elements.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [element],
  );

/** The text of the first child of that name, trimmed; empty when there is none. */
export const textOf = (element: XmlElement, name: string): string =>
  childOf(element, name)?.text.trim() ?? '';
