import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import type { BlockKind } from '../../core/document.ts';
import type { TextSpan } from '../../core/span.ts';
import { type MappedBlock, movedBlock } from '../draft.ts';
import { readPage } from '../html/reader.ts';
import { aligned } from './align.ts';
import { type Inlines, newInlines } from './inlines.ts';

/** The blocks of a Markdown text, and what in it was left alone. */
export interface Reading {
  readonly blocks: readonly MappedBlock[];
  /** Stretches of text that could not be traced to the source. */
  readonly untraced: number;
}

/** Something still to do. An own stack, since Markdown nests without limit. */
type Task = { readonly node: Nodes; readonly kind: BlockKind } | (() => void);

interface State {
  readonly source: string;
  readonly inlines: Inlines;
  readonly tasks: Task[];
  untraced: number;
}

export function readMarkdown(source: string): Reading {
  const tasks: Task[] = [{ node: treeOf(source), kind: 'paragraph' }];
  const state: State = { source, inlines: newInlines(), tasks, untraced: 0 };
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    if (typeof task === 'function') task();
    else if (!readBlock(state, task.node, task.kind)) readInline(state, task.node, task.kind);
  }
  return { blocks: state.inlines.blocks(), untraced: state.untraced };
}

function treeOf(source: string): Root {
  return fromMarkdown(source, {
    extensions: [gfm(), frontmatter(['yaml', 'toml'])],
    // The transforms find further addresses in finished texts, and lose where these stand in the source.
    mdastExtensions: [
      ...gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
      frontmatterFromMarkdown(['yaml', 'toml']),
    ],
  });
}

/** Reads a node that is a block or holds blocks; false for any other. */
function readBlock(state: State, node: Nodes, kind: BlockKind): boolean {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      state.inlines.begin();
      state.tasks.push(() => state.inlines.end(kindOf(node.type, kind)));
      pushChildren(state, node, kind);
      return true;
    case 'root':
    case 'list':
    case 'table':
    case 'tableRow':
    case 'listItem':
    case 'blockquote':
    case 'footnoteDefinition':
      pushChildren(state, node, kindOf(node.type, kind));
      return true;
    case 'html':
      if (state.inlines.isOpen()) return false;
      if (kind !== 'quotation') readHtml(state, placeOf(node));
      return true;
    default:
      return !state.inlines.isOpen();
  }
}

/** A block of HTML is read as a page of its own, whose places are those of the whole. */
function readHtml(state: State, { start, end }: TextSpan): void {
  const page = readPage(state.source.slice(start, end));
  state.untraced += page.untraced;
  for (const block of page.blocks)
    state.inlines.addBlock({ ...movedBlock(block, start), markup: 'html' });
}

/** The kind of the blocks in a node; within a quotation everything is quoted. */
function kindOf(type: Nodes['type'], around: BlockKind): BlockKind {
  return around === 'quotation' ? around : (kinds.get(type) ?? around);
}

const kinds: ReadonlyMap<string, BlockKind> = new Map<string, BlockKind>([
  ['heading', 'heading'],
  ['tableCell', 'table-cell'],
  ['listItem', 'list-item'],
  ['blockquote', 'quotation'],
  ['footnoteDefinition', 'note'],
]);

function readInline(state: State, node: Nodes, kind: BlockKind): void {
  const { inlines } = state;
  const place = placeOf(node);
  if (node.type === 'text') readText(state, node.value, place);
  else if (node.type === 'inlineCode')
    inlines.addSealed(node.value.replace(/[\r\n]+/g, ' '), place);
  else if (node.type === 'break') inlines.addBreak(place);
  else if (node.type === 'html') inlines.addTag(node.value, place);
  else if (!('children' in node)) inlines.addObject(place);
  else {
    if (isSealed(state.source, node)) state.tasks.push(inlines.sealUntil(place));
    else if (node.type === 'emphasis' || node.type === 'strong') {
      state.tasks.push(inlines.groupUntil(place));
    }
    pushChildren(state, node, kind);
  }
}

/** Deleted text, addresses, and links whose text is also the name of their target. */
function isSealed(source: string, node: Nodes): boolean {
  if (node.type === 'linkReference') return node.referenceType !== 'full';
  if (node.type === 'link') return source.charAt(placeOf(node).start) !== '[';
  return node.type === 'delete';
}

function readText(state: State, raw: string, place: TextSpan): void {
  const value = raw.replace(/\r\n?/g, '\n');
  const parts = aligned(state.source, place, value);
  if (!parts) {
    state.untraced += 1;
    state.inlines.addSealed(value, place);
  }
  for (const part of parts ?? []) {
    if (part.exact) state.inlines.addExact(part.text, part.source.start);
    else state.inlines.addAtom(part.text, part.source);
  }
}

function placeOf(node: Nodes): TextSpan {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) {
    throw new Error(`the Markdown node ${node.type} has no place in the source`);
  }
  return { start: start.offset, end: end.offset };
}

/** Children are read first to last, so they are pushed last to first. */
function pushChildren({ tasks }: State, parent: Nodes, kind: BlockKind): void {
  const nodes = 'children' in parent ? parent.children : [];
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const node = nodes[index];
    if (node) tasks.push({ node, kind });
  }
}
