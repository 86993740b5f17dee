import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** All elements of a page as a browser would build it, in the order of the page. */
export function elementsOf(html: string): readonly Element[] {
  return parse(html).childNodes.flatMap(within);
}

export function elementsNamed(html: string, name: string): readonly Element[] {
  return elementsOf(html).filter(({ tagName }) => tagName === name);
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** The text within a node, without that of the elements named in `without`. */
export function textOf(node: Node, without: readonly string[] = []): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node) || without.includes(node.nodeName)) return '';
  return node.childNodes.map((child) => textOf(child, without)).join('');
}

function within(node: Node): readonly Element[] {
  if (!('tagName' in node)) return [];
  return [node, ...node.childNodes.flatMap(within)];
}
