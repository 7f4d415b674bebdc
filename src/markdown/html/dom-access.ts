/**
 * Reads live nodes in ways that a page cannot redirect: a control named `nextSibling` in a form shadows the form's own
 * property of that name, so the getters are taken from the prototypes.
 */

const getter = <Value>(prototype: object, name: string): ((node: Node) => Value) => {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (get === undefined) throw new TypeError(`no getter ${name}`);
  return (node) => get.call(node) as Value;
};

export const firstChildOf = getter<Node | null>(Node.prototype, 'firstChild');
export const nextSiblingOf = getter<Node | null>(Node.prototype, 'nextSibling');
export const previousSiblingOf = getter<Node | null>(Node.prototype, 'previousSibling');
export const parentOf = getter<Node | null>(Node.prototype, 'parentNode');
export const typeOf = getter<number>(Node.prototype, 'nodeType');
export const textOf = getter<string | null>(Node.prototype, 'textContent');
export const nameOf = getter<string>(Element.prototype, 'localName');
const shadowOf = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot');

const {
  getAttribute,
  getAttributeNames,
  hasAttribute,
  hasAttributes,
  querySelector,
  querySelectorAll,
  closest,
  checkVisibility,
} = Element.prototype;
const { contains, getRootNode } = Node.prototype;

export const attributeOf = (element: Element, name: string): string => getAttribute.call(element, name) ?? '';
export const attributeNamesOf = (element: Element): string[] => getAttributeNames.call(element);
export const hasAnyAttribute = (element: Element): boolean => hasAttributes.call(element);
export const hasAttributeOf = (element: Element, name: string): boolean => hasAttribute.call(element, name);
export const findIn = (element: Element, selector: string): Element | null =>
  querySelector.call(element, selector);
export const findAllIn = (element: Element, selector: string): Element[] => [
  ...querySelectorAll.call(element, selector),
];
export const closestOf = (element: Element, selector: string): Element | null =>
  closest.call(element, selector);
export const isWithin = (node: Node, ancestor: Node): boolean => contains.call(ancestor, node);

export const rootOf = (node: Node): Node => getRootNode.call(node);

/** False for elements that are not laid out, or laid out and not painted. */
export const seemsVisible = (element: Element): boolean =>
  checkVisibility.call(element, { visibilityProperty: true });

/** The open shadow tree of an element, or `null`. */
export const shadowRootOf = (element: Element): ShadowRoot | null => shadowOf(element);

export const isElement = (node: Node | null): node is Element =>
  node !== null && typeOf(node) === Node.ELEMENT_NODE;

/** The elements right in a node. */
export const childElementsOf = (element: Node): Element[] => {
  const children: Element[] = [];
  for (let node = firstChildOf(element); node !== null; node = nextSiblingOf(node)) {
    if (isElement(node)) children.push(node);
  }
  return children;
};
