import type { RevisionStamp } from '../../core/format.ts';
import type { Patch } from '../xml/patches.ts';
import type { Tag } from '../xml/tags.ts';
import { escapeAttribute, escapeText } from '../xml/text.ts';
import { elementName } from './names.ts';
import type { Operation } from './operations.ts';
import type { ChangeList, Paragraph } from './paragraph.ts';
import { standingText } from './spacing.ts';

/** Lists the tracked changes of one part (ODF 1.3 Part 3, 5.5) and gives the marks that point to them. */
export interface RegionWriter {
  /** What stands where text was deleted. */
  readonly deletion: (paragraph: Paragraph, operation: Operation) => string;
  /** New text between its marks. */
  readonly insertion: (paragraph: Paragraph, operation: Operation, xml: string) => string;
  /** The patches that write the lists. */
  readonly patches: () => readonly Patch[];
}

/** Ids that none of the parts has yet, for whatever (ODF 1.3 Part 3, 19.914). */
export function newIds(parts: Iterable<{ readonly xml: string }>): () => string {
  const used = new Set<string>();
  for (const { xml } of parts) {
    for (const [, id = ''] of xml.matchAll(/[\s:]id\s*=\s*["']([^"']*)/g)) used.add(id);
  }
  let last = 0;
  return () => {
    do last += 1;
    while (used.has(`pd${last}`));
    return `pd${last}`;
  };
}

export function newRegionWriter(
  xml: string,
  stamp: RevisionStamp,
  nextId: () => string,
): RegionWriter {
  const regions = new Map<ChangeList, string[]>();
  const list = (changes: ChangeList, content: string): string => {
    const id = nextId();
    const known = regions.get(changes) ?? [];
    regions.set(changes, known);
    known.push(region(changes.owner, id, content));
    return id;
  };
  const mark = ({ tag }: Paragraph, local: string, id: string): string => {
    const { open, prefix } = elementName(tag, 'text', local);
    return `<${open} ${prefix}change-id="${id}"/>`;
  };
  return {
    deletion: (paragraph, operation) => {
      const { owner } = paragraph.changes;
      const { insertion } = operation.piece;
      const deleted = changeInfo(owner, stamp) + deletedParagraph(xml, paragraph, operation);
      // Deleted from somebody's insertion: that comes second, as LibreOffice has it, so that it may still be rejected.
      const within = insertion ? element(owner, 'insertion', insertion.changeInfo) : '';
      const id = list(paragraph.changes, element(owner, 'deletion', deleted) + within);
      return mark(paragraph, 'change', id);
    },
    insertion: (paragraph, _, text) => {
      const { owner } = paragraph.changes;
      const id = list(paragraph.changes, element(owner, 'insertion', changeInfo(owner, stamp)));
      return mark(paragraph, 'change-start', id) + text + mark(paragraph, 'change-end', id);
    },
    patches: () => [...regions].map(([changes, content]) => listPatch(xml, changes, content)),
  };
}

function element(around: Tag, local: string, content: string): string {
  const { open, name } = elementName(around, 'text', local);
  return `<${open}>${content}</${name}>`;
}

/** Older programs read `text:id`, newer ones `xml:id`; both are written, as the standard asks (19.820). */
function region(owner: Tag, id: string, content: string): string {
  const { open, name, prefix } = elementName(owner, 'text', 'changed-region');
  return `<${open} xml:id="${id}" ${prefix}id="${id}">${content}</${name}>`;
}

function changeInfo(owner: Tag, { author, date }: RevisionStamp): string {
  const info = elementName(owner, 'office', 'change-info');
  const creator = elementName(owner, 'dc', 'creator');
  const made = elementName(owner, 'dc', 'date');
  return `<${info.open}><${creator.open}>${escapeText(author)}</${creator.name}><${made.open}>${escapeText(date)}</${made.name}></${info.name}>`;
}

/** What was deleted, in a paragraph and spans that look as the ones from which it was taken. */
function deletedParagraph(xml: string, paragraph: Paragraph, operation: Operation): string {
  const { tag, style } = paragraph;
  const { open, name, prefix } = elementName(paragraph.changes.owner, 'text', 'p');
  const styled = style === undefined ? '' : ` ${prefix}style-name="${escapeAttribute(style)}"`;
  const { wrappers, text } = operation.piece;
  const opening = wrappers.map((wrapper) => withoutId(xml.slice(wrapper.start, wrapper.end)));
  const closing = wrappers.map((wrapper) => `</${wrapper.rawName}>`).reverse();
  const content = standingText(text.slice(operation.from, operation.to), wrappers.at(-1) ?? tag);
  return `<${open}${styled}>${opening.join('')}${content}${closing.join('')}</${name}>`;
}

/** An id may stand once in a part. */
function withoutId(openTag: string): string {
  return openTag.replace(/\sxml:id\s*=\s*(?:"[^"]*"|'[^']*')/, '');
}

function listPatch(xml: string, changes: ChangeList, regions: readonly string[]): Patch {
  const content = regions.join('');
  const { existing, owner, at } = changes;
  if (!existing) {
    const { open, name, prefix } = elementName(owner, 'text', 'tracked-changes');
    // A document that does not record changes should not begin to.
    const text = `<${open} ${prefix}track-changes="false">${content}</${name}>`;
    return { start: at, end: at, text };
  }
  const { tag, closeStart } = existing;
  if (tag.kind === 'open') return { start: closeStart, end: closeStart, text: content };
  const opening = xml.slice(tag.start, tag.end).replace(/\s*\/>$/, '>');
  return { start: tag.start, end: tag.end, text: `${opening}${content}</${tag.rawName}>` };
}
