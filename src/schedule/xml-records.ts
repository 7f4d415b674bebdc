/** XML that is no format of its own, as the records that JSON would hold: sessions are found in them the same way. */
import type { JsonRecord } from './json-record.ts';
import type { XmlElement } from './xml-tree.ts';

/** True for `speakers > speaker`: a list, even of one. */
const isList = ({ name, children }: XmlElement): boolean =>
  children.every((child) => child.name === children[0]?.name) && name === `${children[0]?.name}s`;

const contentOf = (element: XmlElement): unknown => {
  const { attributes, children, text } = element;
  if (children.length === 0) return text.trim() || (Object.keys(attributes).length > 0 ? attributes : '');
  return isList(element) ? children.map(contentOf) : recordOfXml(element);
};

/** An element with its attributes and its children by name; of several children of one name, the list. */
export const recordOfXml = ({ attributes, children }: XmlElement): JsonRecord => {
  const record: Record<string, unknown> = { ...attributes };
  for (const name of new Set(children.map((child) => child.name))) {
    const [only, ...others] = children.filter((child) => child.name === name);
    if (only !== undefined)
      record[name] = others.length === 0 ? contentOf(only) : [only, ...others].map(contentOf);
  }
  return record;
};
