import { type Tag, tagsOf } from '../xml/tags.ts';
import type { Run } from './paragraph.ts';

/**
 * The properties of a run as a copy of it has them. Changes recorded in them stay with the original: a copy would
 * repeat their ids. Children that stand out of order (ECMA-376 Part 1, 17.3.2.28) are copied in order, so that the
 * copy does not repeat the fault.
 */
export function copiedProperties(xml: string, run: Run): string {
  if (!run.propertiesAt) return '';
  const raw = xml.slice(run.propertiesAt.start, run.propertiesAt.end);
  const children = childrenOf(tagsOf(raw, run.scope));
  const kept = children.filter(({ name }) => !notCopied.has(name));
  const sorted = kept.toSorted((a, b) => rankOf(a.name) - rankOf(b.name));
  const isInOrder = sorted.every((child, index) => child === kept[index]);
  const [first, last] = [children[0], children.at(-1)];
  if (!first || !last || (isInOrder && kept.length === children.length)) return raw;
  const list = isInOrder || kept.some(({ name }) => name.startsWith('mc:')) ? kept : sorted;
  const content = list.map(({ start, end }) => raw.slice(start, end)).join('');
  return raw.slice(0, first.start) + content + raw.slice(last.end);
}

const notCopied = new Set(['w:rPrChange', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']);

const order: readonly string[] = [
  ...['rStyle', 'rFonts', 'b', 'bCs', 'i', 'iCs', 'caps', 'smallCaps', 'strike', 'dstrike'],
  ...['outline', 'shadow', 'emboss', 'imprint', 'noProof', 'snapToGrid', 'vanish', 'webHidden'],
  ...['color', 'spacing', 'w', 'kern', 'position', 'sz', 'szCs', 'highlight', 'u', 'effect', 'bdr'],
  ...['shd', 'fitText', 'vertAlign', 'rtl', 'cs', 'em', 'lang', 'eastAsianLayout', 'specVanish'],
  'oMath',
].map((name) => `w:${name}`);

const ranks: ReadonlyMap<string, number> = new Map(order.map((name, index) => [name, index]));

/** What later versions of Word have added comes last. */
function rankOf(name: string): number {
  return ranks.get(name) ?? order.length;
}

interface Child {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The children of the outermost element. */
function childrenOf(tags: Iterable<Tag>): readonly Child[] {
  const children: Child[] = [];
  let depth = 0;
  let open: Tag | undefined;
  for (const tag of tags) {
    if (tag.kind === 'close') depth -= 1;
    if (depth === 1 && tag.kind !== 'close') open = tag;
    if (tag.kind === 'open') depth += 1;
    if (open && depth === 1 && tag.kind !== 'open') {
      children.push({ name: open.name, start: open.start, end: tag.end });
      open = undefined;
    }
  }
  return children;
}
