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
export const documentOf = getter<Document | null>(Node.prototype, 'ownerDocument');
export const nameOf = getter<string>(Element.prototype, 'localName');
const shadowOf = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot');

const { getAttribute, hasAttributes, querySelector, querySelectorAll, closest } = Element.prototype;
const { contains } = Node.prototype;

export const attributeOf = (element: Element, name: string): string => getAttribute.call(element, name) ?? '';
export const hasAnyAttribute = (element: Element): boolean => hasAttributes.call(element);
export const findIn = (element: Element, selector: string): Element | null =>
  querySelector.call(element, selector);
export const findAllIn = (element: Element, selector: string): Element[] => [
  ...querySelectorAll.call(element, selector),
];
export const closestOf = (element: Element, selector: string): Element | null =>
  closest.call(element, selector);
export const isWithin = (node: Node, ancestor: Node): boolean => contains.call(ancestor, node);

/** The open shadow tree of an element, or `null`. */
export const shadowRootOf = (element: Element): ShadowRoot | null => shadowOf(element);

export const isElement = (node: Node | null): node is Element =>
  node !== null && typeOf(node) === Node.ELEMENT_NODE;
