import type { RevisionStamp } from '../../core/format.ts';
import { attributeOf, type Tag } from '../xml/tags.ts';
import { unescapeXml } from '../xml/text.ts';
import type { ForeignInsertion, Paragraph, Piece } from './paragraph.ts';
import type { Context, ElementReader } from './reading.ts';

/** The tracked changes of a part (ODF 1.3 Part 3, 5.5), as far as they have been read. */
export interface Changes {
  /** Every region by its id, and in the order of the list. */
  readonly regions: Map<string, Region>;
  /** Insertions that have begun and not ended, in order. */
  readonly open: Map<string, Region>;
  /** The region that is being read. */
  current: Region | undefined;
}

interface Region {
  kind: 'insertion' | 'deletion' | undefined;
  author: string;
  date: string;
  /** The `office:change-info` as it stands in the XML. */
  changeInfo: string;
  /** What was deleted. */
  readonly paragraphs: Paragraph[];
}

export function newChanges(): Changes {
  return { regions: new Map(), open: new Map(), current: undefined };
}

/** Whether text at the place that has been reached is an insertion which is read as rejected. */
export function isRejectedHere(changes: Changes, rejecting: RevisionStamp | undefined): boolean {
  if (rejecting === undefined) return false;
  return [...changes.open.values()].some((region) => isBy(region, rejecting));
}

/** The innermost insertion of somebody around the place that has been reached. */
export function insertionHere(changes: Changes): ForeignInsertion | undefined {
  return [...changes.open.values()].at(-1);
}

/** What stands at a `text:change` when the changes of `rejecting` are read as rejected. */
export function restoredAt(
  changes: Changes,
  tag: Tag,
  rejecting: RevisionStamp | undefined,
): readonly Piece[] {
  const region = changes.regions.get(attributeOf(tag, 'text:change-id') ?? '');
  if (!region || rejecting === undefined || !isBy(region, rejecting)) return [];
  return region.paragraphs.flatMap(({ pieces }) => pieces);
}

export function startInsertion(changes: Changes, tag: Tag): void {
  const id = attributeOf(tag, 'text:change-id') ?? '';
  const region = changes.regions.get(id);
  if (region?.kind === 'insertion') changes.open.set(id, region);
}

export function endInsertion(changes: Changes, tag: Tag): void {
  changes.open.delete(attributeOf(tag, 'text:change-id') ?? '');
}

/** The list of changes: its deleted text is kept aside, as no part of the text. */
export const changeReaders: Readonly<Record<string, ElementReader>> = {
  'text:tracked-changes': (_, tag, context) => {
    const list = context.changeList;
    if (!list || list.existing) return {};
    const existing = { tag, closeStart: tag.end };
    list.existing = existing;
    return {
      context: { ...context, outlet: undefined },
      closed: (end) => {
        existing.closeStart = end.start;
      },
    };
  },
  'text:changed-region': (reading, tag, context) => {
    const region: Region = {
      kind: undefined,
      author: '',
      date: '',
      changeInfo: '',
      paragraphs: [],
    };
    const id = attributeOf(tag, 'xml:id') ?? attributeOf(tag, 'text:id') ?? '';
    reading.changes.regions.set(id, region);
    reading.changes.current = region;
    return { context: { ...context, outlet: region.paragraphs } };
  },
  'text:insertion': (reading, _, context) => withKind(reading.changes, 'insertion', context),
  'text:deletion': (reading, _, context) => withKind(reading.changes, 'deletion', context),
  'office:change-info': (reading, tag) => ({
    skipped: true,
    closed: (end) => {
      const region = reading.changes.current;
      // A second one is that of the insertion in which something was deleted.
      if (region?.changeInfo !== '') return;
      region.changeInfo = reading.xml.slice(tag.start, end.end);
      region.author = contentOf(region.changeInfo, 'creator');
      region.date = contentOf(region.changeInfo, 'date');
    },
  }),
};

function withKind(changes: Changes, kind: Region['kind'], context: Context): { context: Context } {
  if (changes.current) changes.current.kind ??= kind;
  return { context };
}

function contentOf(xml: string, name: string): string {
  const pattern = new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^>]*)?>([^<]*)<`);
  return unescapeXml(pattern.exec(xml)?.[1] ?? '');
}

function isBy(region: Region, { author, date }: RevisionStamp): boolean {
  return region.author === author && region.date === date;
}
