import type { TextSpan } from '../../core/span.ts';
import type { Patch } from '../xml/patches.ts';
import type { Operation } from './operations.ts';
import type { Paragraph, TextNode } from './paragraph.ts';
import { newSpacing, type Spacing, spacesElement } from './spacing.ts';

/** Writes what an operation removes and adds, as XML that stands where it is made. */
export interface ChangeWriter {
  readonly removed: (operation: Operation) => string;
  readonly added: (operation: Operation, xml: string) => string;
}

/** What happens in one paragraph: the operations of each node in their order, and how they are written. */
export interface ParagraphChanges {
  readonly byNode: ReadonlyMap<TextNode, readonly Operation[]>;
  readonly writer: ChangeWriter;
  /** Whether no insertion may stand at the very start of the paragraph, before what is deleted there. */
  readonly deletionFirst: boolean;
}

/**
 * The patches that make the operations of one paragraph. White space is what makes this a matter of the whole
 * paragraph: a space that comes to stand behind another, or first of all, must become a `text:s` to be seen.
 */
export function paragraphPatches(
  xml: string,
  paragraph: Paragraph,
  { byNode, writer, deletionFirst }: ParagraphChanges,
): readonly Patch[] {
  const patches: Patch[] = [];
  const spacing = newSpacing();
  const writing = { xml, patches, spacing, writer, deletionFirst };
  for (const node of paragraph.nodes) {
    if (node.kind === 'mark') spacing.mark();
    else if (node.kind === 'spaces') writeSpaces(writing, node, byNode.get(node) ?? []);
    else writeText(writing, node, byNode.get(node) ?? []);
  }
  return patches;
}

interface Writing {
  readonly xml: string;
  readonly patches: Patch[];
  readonly spacing: Spacing;
  readonly writer: ChangeWriter;
  readonly deletionFirst: boolean;
}

function writeText(writing: Writing, node: TextNode, operations: readonly Operation[]): void {
  const { patches, writer } = writing;
  hideLeading(writing, node);
  let position = 0;
  for (const operation of operations) {
    keepText(writing, node, { start: position, end: operation.from });
    const removed = operation.to > operation.from ? writer.removed(operation) : '';
    const added = addedXml(writing, operation);
    const [start, end] = [node.map.offset(operation.from), node.map.offset(operation.to)];
    const atStart = operation.piece.span.start + operation.from === 0;
    const isFree = !(atStart && writing.deletionFirst);
    const insertFirst = isFree && followsMark(writing.xml, start);
    const text = insertFirst ? added + removed : removed + added;
    patches.push({ start, end, text });
    position = operation.to;
  }
  keepText(writing, node, { start: position, end: node.map.text.length });
}

/**
 * Whether a place stands right behind the start or end of a bookmark or the like. What is put back there when a
 * deletion is rejected would come to stand before that start, or within that end; behind the new text it does not.
 */
function followsMark(xml: string, at: number): boolean {
  return markBefore.test(xml.slice(Math.max(at - tagsUnits, 0), at));
}

const markBefore =
  /<[\w.-]+:(?:bookmark|reference-mark|(?:toc|user-index|alphabetical-index)-mark)\b[^<>]*>(?:<\/?[\w.-]+:(?:span|a)\b[^<>]*>)*$/;

/** A few tags. */
const tagsUnits = 1_000;

/** White space that was not seen, since a space came before it, would be seen when that is gone. */
function hideLeading({ patches, spacing }: Writing, { start, map }: TextNode): void {
  const seenFrom = map.offset(0);
  if (seenFrom > start && !spacing.ignores()) patches.push({ start, end: seenFrom, text: '' });
}

function keepText(
  { patches, spacing }: Writing,
  node: TextNode,
  { start: from, end: to }: TextSpan,
): void {
  if (from === to) return;
  const { text, offset } = node.map;
  if (text.charAt(from) === ' ' && spacing.swallowsKept()) {
    const element = spacesElement(node.around, 1);
    patches.push({ start: offset(from), end: offset(from + 1), text: element });
    spacing.element();
    if (to === from + 1) return;
  }
  spacing.kept(text.charAt(to - 1));
}

/** A `text:s` that is cut or parted is written anew, as many of them as its rest needs. */
function writeSpaces(writing: Writing, node: TextNode, operations: readonly Operation[]): void {
  const { xml, patches, spacing, writer } = writing;
  if (operations.length === 0) {
    spacing.element();
    return;
  }
  const count = node.map.text.length;
  const pieces: string[] = [];
  const keep = (from: number, to: number): void => {
    if (from === to) return;
    const isWhole = to - from === count;
    pieces.push(isWhole ? xml.slice(node.start, node.end) : spacesElement(node.around, to - from));
    spacing.element();
  };
  let position = 0;
  for (const operation of operations) {
    keep(position, operation.from);
    if (operation.to > operation.from) pieces.push(writer.removed(operation));
    pieces.push(addedXml(writing, operation));
    position = operation.to;
  }
  keep(position, count);
  patches.push({ start: node.start, end: node.end, text: pieces.join('') });
}

function addedXml({ spacing, writer }: Writing, operation: Operation): string {
  if (operation.text === '') return '';
  return writer.added(operation, spacing.added(operation.text, operation.piece.node.around));
}
