import { canonical, openTag, type XmlElement, type XmlNode } from './xml.ts';

/** Whose tracked changes are taken back or accepted. */
export type IsOurs = (revision: XmlElement) => boolean;

/** The tree with our tracked changes rejected: what we inserted is gone, what we deleted is text again. */
export function rejectOurs(element: XmlElement, isOurs: IsOurs): XmlElement {
  return settle(element, isOurs, { dropped: 'w:ins', kept: 'w:del' });
}

/** The tree with our tracked changes accepted. */
export function acceptOurs(element: XmlElement, isOurs: IsOurs): XmlElement {
  return settle(element, isOurs, { dropped: 'w:del', kept: 'w:ins' });
}

interface Settlement {
  readonly dropped: string;
  readonly kept: string;
}

function settle(element: XmlElement, isOurs: IsOurs, settlement: Settlement): XmlElement {
  const settled = (node: XmlNode): readonly XmlNode[] => {
    if (typeof node === 'string') return [node];
    const ours = isOurs(node);
    if (ours && node.name === settlement.dropped) return [];
    const tree = settle(node, isOurs, settlement);
    return ours && node.name === settlement.kept ? tree.children.map(deletedToText) : [tree];
  };
  return { ...element, children: element.children.flatMap(settled) };
}

function deletedToText(node: XmlNode): XmlNode {
  if (typeof node === 'string') return node;
  const name = node.name === 'w:delText' ? 'w:t' : node.name;
  return { ...node, name, children: node.children.map(deletedToText) };
}

/** A stretch of text with one look, or any other thing of the document, as a string that is equal for equal things. */
export type Token =
  | { readonly kind: 'text'; readonly look: string; readonly text: string }
  | { readonly kind: 'thing'; readonly value: string };

/** Stands in a look between the tracked changes around a run and the run's properties. */
const lookBorder = '\n';

/** The token as it looks whoever inserted it. */
export function withoutAuthors(token: Token): Token {
  if (token.kind === 'thing') return token;
  return { ...token, look: token.look.slice(token.look.indexOf(lookBorder)) };
}

/** Recorded changes of properties stand at one of the runs into which a run was split; they are counted apart. */
const notLook = new Set(['w:rPrChange']);

const revisionWrappers = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']);

/**
 * The document as a line of tokens in which the borders of runs have vanished: text with its run's properties and
 * the tracked changes of others around it, between everything else. Two documents that look the same to the eye
 * and to the file's other parts have the same tokens, however their text is cut into runs.
 */
export function tokensOf(root: XmlElement): readonly Token[] {
  const tokens: Token[] = [];
  walk(root, { around: '', look: '', tokens });
  return tokens;
}

interface Walk {
  /** The tracked changes of others around the place. */
  readonly around: string;
  readonly look: string;
  readonly tokens: Token[];
}

function walk(element: XmlElement, state: Walk): void {
  const { name } = element;
  if (name === 'w:rPr' && state.look !== '') return;
  if (name === 'w:r') {
    walkChildren(element, { ...state, look: lookOf(element, state) });
  } else if (revisionWrappers.has(name)) {
    walkChildren(element, { ...state, around: `${state.around}${revisionTag(element)}` });
  } else if (name === 'w:t' || name === 'w:delText') addText(state, element);
  else {
    addThing(state, openTag(element));
    walkChildren(element, { ...state, look: '' });
    addThing(state, '</>');
  }
}

function walkChildren(element: XmlElement, state: Walk): void {
  for (const child of element.children) {
    if (typeof child !== 'string') walk(child, state);
    else if (child.trim() !== '') addThing(state, child);
  }
}

function lookOf(run: XmlElement, { around }: Walk): string {
  const properties = run.children.find(
    (child) => typeof child !== 'string' && child.name === 'w:rPr',
  );
  const own = properties && typeof properties !== 'string' ? propertiesLook(properties) : '';
  return `${around}${lookBorder}${own}`;
}

/** In which order the properties stand is not seen. */
function propertiesLook(properties: XmlElement): string {
  const nameOf = (node: XmlNode): string => (typeof node === 'string' ? '' : node.name);
  const children = properties.children.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return canonical({ ...properties, children }, notLook);
}

function revisionTag(element: XmlElement): string {
  const attributes = new Map([...element.attributes].filter(([name]) => name !== 'w:id'));
  return openTag({ ...element, attributes });
}

function addText({ look, tokens }: Walk, element: XmlElement): void {
  const text = visibleText(element);
  if (text === '') return;
  const last = tokens.at(-1);
  const whole = `${element.name} ${look}`;
  if (last?.kind === 'text' && last.look === whole)
    tokens.splice(-1, 1, { ...last, text: last.text + text });
  else tokens.push({ kind: 'text', look: whole, text });
}

function addThing({ tokens }: Walk, value: string): void {
  tokens.push({ kind: 'thing', value });
}

/** White space at the ends counts only where the file says so (ECMA-376 Part 1, 17.3.3.31). */
function visibleText(element: XmlElement): string {
  const text = element.children.filter((child) => typeof child === 'string').join('');
  const preserved = element.attributes.get('xml:space') === 'preserve';
  return preserved ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

/** One paragraph's own text with the changes of others accepted; text boxes within are paragraphs of their own. */
export interface ParagraphText {
  readonly text: string;
  /** Whether it is the copy of a text box for old programs, which holds the same text a second time. */
  readonly isFallback: boolean;
}

export function paragraphsOf(root: XmlElement): readonly ParagraphText[] {
  const paragraphs: { text: string; isFallback: boolean }[] = [];
  const visit = (element: XmlElement, at: { current: number; isFallback: boolean }): void => {
    const { name } = element;
    if (name === 'w:del' || name === 'w:moveFrom') return;
    const isFallback = at.isFallback || name === 'mc:Fallback';
    let { current } = at;
    if (name === 'w:p') current = paragraphs.push({ text: '', isFallback }) - 1;
    const paragraph = paragraphs[current];
    if (name === 'w:t' && paragraph) paragraph.text += visibleText(element);
    for (const child of element.children) {
      if (typeof child !== 'string') visit(child, { current, isFallback });
    }
  };
  visit(root, { current: -1, isFallback: false });
  return paragraphs;
}
