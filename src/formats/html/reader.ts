import {
  defaultTreeAdapter,
  html,
  parse,
  parseFragment,
  type DefaultTreeAdapterTypes as Tree,
} from 'parse5';
import type { BlockKind } from '../../core/document.ts';
import type { TextSpan } from '../../core/span.ts';
import type { MappedBlock } from '../draft.ts';
import { isUntranslatable, kindOf, languageOf, roleOf } from './elements.ts';
import { type Flow, newFlow } from './flow.ts';
import { parsedValue, tokensOf } from './runs.ts';

/** The blocks of a page, and how many stretches of its text could not be traced to the source. */
export interface Page {
  readonly blocks: readonly MappedBlock[];
  readonly untraced: number;
}

/** What holds for everything within an element. */
export interface Surroundings {
  readonly kind: BlockKind;
  readonly language: string | undefined;
  /** Whether nothing in it may be touched. */
  readonly frozen: boolean;
}

/** Something still to do: read a node, or close an element that was opened. An own stack: pages nest without limit. */
type Task = { readonly node: Tree.ChildNode; readonly around: Surroundings } | (() => void);

export function readPage(source: string): Page {
  const flow = newFlow();
  const reading = { source, flow, untraced: 0 };
  const tasks: Task[] = [];
  const outermost = { kind: 'paragraph', language: undefined, frozen: false } as const;
  pushChildren(tasks, parsed(source), outermost);
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    if (typeof task === 'function') task();
    else if (defaultTreeAdapter.isElementNode(task.node))
      element(reading, tasks, { ...task, node: task.node });
    else if (defaultTreeAdapter.isTextNode(task.node)) run(reading, task.node, task.around);
  }
  flow.endBlock();
  return { blocks: flow.blocks(), untraced: reading.untraced };
}

interface Reading {
  readonly source: string;
  readonly flow: Flow;
  untraced: number;
}

/** The parser joins texts around tags that it ignores; here each keeps its own place. */
const treeAdapter = {
  ...defaultTreeAdapter,
  insertText(parent: Tree.ParentNode, text: string): void {
    defaultTreeAdapter.appendChild(parent, defaultTreeAdapter.createTextNode(text));
  },
  insertTextBefore(parent: Tree.ParentNode, text: string, reference: Tree.ChildNode): void {
    defaultTreeAdapter.insertBefore(parent, defaultTreeAdapter.createTextNode(text), reference);
  },
};

function parsed(source: string): Tree.ParentNode {
  const options = { sourceCodeLocationInfo: true, treeAdapter };
  const isWhole = /<(?:!doctype|html|head|body|title)[\s>]/i.test(source.slice(0, 4096));
  return isWhole ? parse(source, options) : parseFragment(source, options);
}

/** Children are read first to last, so they are pushed last to first. */
function pushChildren(tasks: Task[], parent: Tree.ParentNode, around: Surroundings): void {
  const nodes = joinedTexts(parent.childNodes);
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const node = nodes[index];
    if (node) tasks.push({ node, around });
  }
}

/** Neighbouring texts that touch in the source are one: the parser cuts at white space and misplaces the cuts at entities. */
function joinedTexts(nodes: readonly Tree.ChildNode[]): readonly Tree.ChildNode[] {
  const joined: Tree.ChildNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    const [left, right] = [last?.sourceCodeLocation, node.sourceCodeLocation];
    const touching = left && right && left.endOffset === right.startOffset;
    if (touching && last && isText(last) && isText(node)) {
      const sourceCodeLocation = { ...left, endOffset: right.endOffset };
      joined[joined.length - 1] = { ...last, value: last.value + node.value, sourceCodeLocation };
    } else joined.push(node);
  }
  return joined;
}

function isText(node: Tree.ChildNode): node is Tree.TextNode {
  return defaultTreeAdapter.isTextNode(node);
}

function element(
  { flow }: Reading,
  tasks: Task[],
  { node, around }: { readonly node: Tree.Element; readonly around: Surroundings },
): void {
  const role = node.namespaceURI === html.NS.HTML ? roleOf(node.tagName, node.attrs) : 'object';
  const place = placeOf(node);
  if (role === 'skipped') return;
  if (role === 'line-break') flow.breakLine(place);
  else if (role === 'object' || isNoteMark(node)) flow.addObject(place, around);
  else if (role === 'block') {
    flow.endBlock();
    tasks.push(flow.endBlock);
    pushChildren(tasks, node, within(around, node));
  } else {
    const inside = within(around, node);
    const foreign = isForeign(inside.language) && !isForeign(around.language);
    if (role === 'frozen' || foreign) tasks.push(flow.frozenUntil(place));
    pushChildren(tasks, node, inside);
  }
}

function within(around: Surroundings, node: Tree.Element): Surroundings {
  const kind =
    around.kind === 'quotation' ? around.kind : (kindOf(node.tagName, node.attrs) ?? around.kind);
  const stated = languageOf(node.attrs);
  return {
    kind,
    language: stated === undefined ? around.language : stated || undefined,
    frozen: around.frozen || isUntranslatable(node.attrs),
  };
}

function isForeign(language: string | undefined): boolean {
  return language !== undefined && !/^en\b/i.test(language);
}

/** `<sup>12</sup>`, `<sup>[3]</sup>`: the mark of a note, or a power; not part of the word before it. */
function isNoteMark(node: Tree.Element): boolean {
  if (node.tagName !== 'sup') return false;
  const text = textOf(node);
  return text.length <= 8 && /^\s*[[(]?(?:\d+|[*†‡§¶]+)[\])]?\s*$/.test(text);
}

/** The text of the first few nodes within an element. */
function textOf(element: Tree.Element): string {
  const nodes: Tree.ChildNode[] = [...element.childNodes];
  let text = '';
  for (let index = 0; index < nodes.length && index < 20; index += 1) {
    const node = nodes[index];
    if (node && isText(node)) text += node.value;
    else if (node && defaultTreeAdapter.isElementNode(node)) nodes.push(...node.childNodes);
  }
  return text;
}

function placeOf(node: Tree.Element | Tree.TextNode): TextSpan | undefined {
  const location = node.sourceCodeLocation;
  return location ? { start: location.startOffset, end: location.endOffset } : undefined;
}

function run(reading: Reading, node: Tree.TextNode, around: Surroundings): void {
  const place = placeOf(node);
  const tokens = place ? tokensOf(reading.source, place) : [];
  if (place && parsedValue(tokens) === node.value) reading.flow.addTokens(tokens, around);
  else if (node.value.trim() !== '') reading.untraced += 1;
}
