import type { BlockKind } from '../../core/document.ts';
import type { TextSpan } from '../../core/span.ts';
import { type Draft, type MappedBlock, newDraft } from '../draft.ts';
import { frozenMarkup } from './markup.ts';

/** The text of a Markdown document as it comes, in blocks. Between blocks nothing is open, and what comes is left alone. */
export interface Inlines {
  readonly begin: () => void;
  readonly end: (kind: BlockKind) => void;
  readonly isOpen: () => boolean;
  /** A block that was read elsewhere. */
  readonly addBlock: (block: MappedBlock) => void;
  readonly addExact: (text: string, start: number) => void;
  readonly addAtom: (text: string, source: TextSpan) => void;
  readonly addBreak: (place: TextSpan) => void;
  /** Text that no edit may touch and that stands for all of `place`, marks included. */
  readonly addSealed: (text: string, place: TextSpan) => void;
  /** A picture, a note mark. */
  readonly addObject: (place: TextSpan) => void;
  /** A tag of HTML within a paragraph; what `<code>` and its like enclose is sealed. */
  readonly addTag: (tag: string, place: TextSpan) => void;
  /** Seals all that comes until the function it gives is called. */
  readonly sealUntil: (place: TextSpan) => () => void;
  /** Says that all that comes until the function it gives is called stands between marks. */
  readonly groupUntil: (place: TextSpan) => () => void;
  readonly blocks: () => readonly MappedBlock[];
}

interface OpenBlock {
  readonly draft: Draft;
  /** The tag of HTML that seals what follows, until it is closed. */
  tag?: { readonly name: string; readonly start: number; readonly source: TextSpan } | undefined;
}

const sealingTags = /^<(code|kbd|samp|var|pre|q|cite|del|s|script|style|svg|math)\b/i;

export function newInlines(): Inlines {
  const blocks: MappedBlock[] = [];
  let open: OpenBlock | undefined;
  const addSealed = (text: string, place: TextSpan): void => {
    const start = open?.draft.length() ?? 0;
    open?.draft.addAtom(text, place);
    open?.draft.seal(start, place);
  };
  const closeTag = (end: number): void => {
    if (open?.tag) open.draft.seal(open.tag.start, { start: open.tag.source.start, end });
    if (open) open.tag = undefined;
  };
  return {
    begin: () => {
      open = { draft: newDraft() };
    },
    end: (kind) => {
      if (open?.tag) closeTag(Math.max(open.tag.source.end, open.draft.sourceEnd()));
      const block = open?.draft.finish({ kind, alsoFrozen: frozenMarkup });
      if (block && /[\p{L}\p{N}]/u.test(block.text)) blocks.push(block);
      open = undefined;
    },
    isOpen: () => open !== undefined,
    addBlock: (block) => blocks.push(block),
    addExact: (text, start) => open?.draft.addExact(text, start),
    addAtom: (text, source) => open?.draft.addAtom(text, source),
    addBreak: (place) => open?.draft.addAtom('\n', place),
    addSealed,
    addObject: (place) => addSealed('\uFFFC', place),
    addTag: (tag, place) => {
      const name = sealingTags.exec(tag)?.[1]?.toLowerCase();
      if (/^<br\b/i.test(tag)) open?.draft.addAtom('\n', place);
      else if (open?.tag && new RegExp(`^</${open.tag.name}\\b`, 'i').test(tag))
        closeTag(place.end);
      else if (open && !open.tag && name !== undefined) {
        open.tag = { name, start: open.draft.length(), source: place };
      }
    },
    sealUntil: (place) => {
      const start = open?.draft.length() ?? 0;
      return () => open?.draft.seal(start, place);
    },
    groupUntil: (place) => {
      const start = open?.draft.length() ?? 0;
      return () => open?.draft.group(start, place);
    },
    blocks: () => blocks,
  };
}
