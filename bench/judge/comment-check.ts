import type { Delivery } from './desk.ts';
import { type Parts, targetsOf } from './package.ts';
import type { Tally } from './tally.ts';
import { decodeXml, elementsOf, parseXml, type XmlElement, type XmlNode } from './xml.ts';

/** The comments of a redline that its original does not have, by id. */
export interface NewComments {
  readonly ids: ReadonlySet<string>;
  /** The parts that may differ for their sake. */
  readonly parts: ReadonlySet<string>;
}

/** Which comments are new in the redline, judged by themselves: signed by us, tied to the text, others' left alone. */
export function judgeComments(
  delivery: Delivery,
  original: Parts,
  redline: Parts,
  tally: Tally,
): NewComments {
  const { name } = delivery;
  const known = new Set(commentsIn(original).map(({ attributes }) => attributes.get('w:id')));
  const fresh = commentsIn(redline).filter(({ attributes }) => !known.has(attributes.get('w:id')));
  const ids = new Set(fresh.map(({ attributes }) => attributes.get('w:id') ?? ''));
  tally.count('redlines with comments of ours', fresh.length > 0);
  const names = commentParts(redline);
  if (fresh.length === 0) return { ids, parts: new Set() };
  const date = delivery.report.createdAt.replace(/\.\d+Z$/, 'Z');
  const foreign = fresh.filter(
    ({ attributes }) =>
      attributes.get('w:author') !== 'Proofdesk' || attributes.get('w:date') !== date,
  );
  tally.judge('docx: comments bear our name and the date of receipt', name, !foreign.length, () => {
    return `${foreign.length} of ${fresh.length}`;
  });
  const main = parseXml(decodeXml(redline.all[redline.texts[0] ?? ''] ?? new Uint8Array()));
  const loose = [...ids].filter((id) => !isTied(main, id));
  tally.judge('docx: each comment is tied to the text once', name, loose.length === 0, () => {
    return `${loose.length} of ${ids.size}`;
  });
  const touched = names.filter((part) => !isGrown(original.all[part], redline.all[part]));
  tally.judge('docx: nothing but the new comments is in their parts', name, !touched.length, () =>
    touched.join(', '),
  );
  return { ids, parts: new Set(names) };
}

/** The tree without the marks of these comments. */
export function withoutMarks(element: XmlElement, ids: ReadonlySet<string>): XmlElement {
  const isOurs = (node: XmlNode): boolean =>
    typeof node !== 'string' &&
    /^w:comment(?:RangeStart|RangeEnd|Reference)$/.test(node.name) &&
    ids.has(node.attributes.get('w:id') ?? '');
  const kept = element.children.filter((node) => {
    if (typeof node === 'string') return true;
    return !isOurs(node) && !(node.name === 'w:r' && node.children.some(isOurs));
  });
  return {
    ...element,
    children: kept.map((node) => (typeof node === 'string' ? node : withoutMarks(node, ids))),
  };
}

function isTied(main: XmlElement, id: string): boolean {
  const count = (name: string): number =>
    [...elementsOf(main)].filter(
      (element) => element.name === name && element.attributes.get('w:id') === id,
    ).length;
  const [starts, ends] = [count('w:commentRangeStart'), count('w:commentRangeEnd')];
  return count('w:commentReference') === 1 && starts === ends && starts <= 1;
}

function commentsIn(parts: Parts): readonly XmlElement[] {
  const content = parts.all[commentsName(parts) ?? ''];
  if (!content) return [];
  return [...elementsOf(parseXml(decodeXml(content)))].filter(({ name }) => name === 'w:comment');
}

function commentParts(parts: Parts): readonly string[] {
  return [commentsName(parts) ?? '', relationshipsName(parts), '[Content_Types].xml'];
}

function relationshipsName({ texts: [main = ''] }: Parts): string {
  const slash = main.lastIndexOf('/') + 1;
  return `${main.slice(0, slash)}_rels/${main.slice(slash)}.rels`;
}

function commentsName({ all, texts: [main = ''] }: Parts): string | undefined {
  return targetsOf(all, main, /\/comments$/)[0];
}

/** Whether a part is what it was with something put in at one place; a part that was not there may be anything. */
function isGrown(before: Uint8Array | undefined, after: Uint8Array | undefined): boolean {
  if (!before) return true;
  if (!after) return false;
  const [old, fresh] = [decodeXml(before), decodeXml(after)];
  let head = 0;
  while (head < old.length && old[head] === fresh[head]) head += 1;
  const rest = old.slice(head);
  // An empty root element is opened for what it takes.
  return fresh.endsWith(rest) || rest.trim() === '/>';
}
