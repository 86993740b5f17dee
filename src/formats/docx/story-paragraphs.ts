import { attributeOf, type Tag } from '../xml/tags.ts';
import { newFields } from './fields.ts';
import { type Paragraph, textOf } from './paragraph.ts';
import { joinNext, newParagraph, type ParagraphDraft } from './paragraph-draft.ts';
import { isRejected } from './rejecting.ts';
import {
  type Context,
  type ElementReader,
  type Frame,
  type PropertyReader,
  type Reading,
  skip,
} from './story-reading.ts';

/** Paragraphs and what holds paragraphs: tables and text boxes (ECMA-376 Part 1, 17.3.1, 17.4, 17.17.1). */
export const paragraphReaders: Readonly<Record<string, ElementReader>> = {
  'w:p': readParagraph,
  'w:pPr': (reading, _, { paragraph }) => ({
    properties: paragraph ? paragraphProperties(reading, paragraph) : skip,
  }),
  'w:tbl': (reading, _, context) => {
    finishPending(reading);
    return { context: { ...context, inTable: true } };
  },
  'w:txbxContent': readTextBox,
  'w:footnote': readNote,
  'w:endnote': readNote,
  'mc:AlternateContent': readAlternatives,
  'mc:Choice': readBranch,
  'mc:Fallback': readBranch,
  'w:altChunk': embedded,
  'w:subDoc': embedded,
  'w:sectPr': () => ({ properties: skip }),
  'w:tblPr': () => ({ properties: skip }),
  'w:tblPrEx': () => ({ properties: skip }),
  'w:tblGrid': () => ({ properties: skip }),
  'w:trPr': () => ({ properties: skip }),
  'w:tcPr': () => ({ properties: skip }),
};

/** Ends a paragraph that waited for a sibling to join and found none. */
export function finishPending(reading: Reading): void {
  const { pending } = reading;
  reading.pending = undefined;
  if (pending) finish(pending.draft, pending.outlet);
}

function readParagraph(reading: Reading, _tag: Tag, context: Context): Partial<Frame> {
  const parent = reading.frames.at(-1)?.start ?? 0;
  const draft = joinedPending(reading, context, parent) ?? newParagraph(context.inTable);
  return {
    context: {
      ...context,
      paragraph: draft,
      inner: draft.inner,
      run: undefined,
      insertion: undefined,
      linked: false,
    },
    closed: () => {
      if (context.unseen) return;
      if (draft.markDeleted) reading.pending = { draft, outlet: context.outlet, parent };
      else finish(draft, context.outlet);
    },
  };
}

function joinedPending(
  reading: Reading,
  context: Context,
  parent: number,
): ParagraphDraft | undefined {
  const { pending } = reading;
  if (pending?.parent !== parent || pending.outlet !== context.outlet) {
    finishPending(reading);
    return undefined;
  }
  reading.pending = undefined;
  joinNext(pending.draft);
  return pending.draft;
}

function finish(draft: ParagraphDraft, outlet: Paragraph[]): void {
  outlet.push(draft);
  for (const paragraph of draft.inner) outlet.push(paragraph);
}

function paragraphProperties({ options }: Reading, draft: ParagraphDraft): PropertyReader {
  const numbering: PropertyReader = (tag) => {
    if (tag.name === 'w:numId') draft.numbered = attributeOf(tag, 'w:val') !== '0';
    return undefined;
  };
  const mark: PropertyReader = (tag) => {
    const isDeletion = tag.name === 'w:del' || tag.name === 'w:moveFrom';
    const isInsertion = tag.name === 'w:ins' || tag.name === 'w:moveTo';
    // A mark that was inserted and is rejected is gone, as one that was deleted and is not.
    if (isDeletion !== isRejected(options, tag) && (isDeletion || isInsertion)) {
      draft.markDeleted = true;
    }
    return undefined;
  };
  return (tag) => {
    if (tag.name === 'w:pStyle') draft.style = attributeOf(tag, 'w:val');
    if (tag.name === 'w:outlineLvl') draft.outline = isOutline(attributeOf(tag, 'w:val'));
    if (tag.name === 'w:numPr') return numbering;
    return tag.name === 'w:rPr' ? mark : undefined;
  };
}

/** Level 9 is body text (17.3.1.20). */
function isOutline(level: string | undefined): boolean {
  return level !== undefined && level !== '9';
}

/** The lines that part notes from the text hold no text of the author (17.11.23). */
function readNote(reading: Reading, tag: Tag, context: Context): Partial<Frame> {
  const isText = /^(?:normal)?$/.test(attributeOf(tag, 'w:type') ?? '');
  return { context: { ...context, unseen: !isText }, closed: ownStory(reading) };
}

/** Fields and joined paragraphs do not reach over the borders of a story; what it returns ends the story. */
function ownStory(reading: Reading): () => void {
  const around = reading.fields;
  reading.fields = newFields();
  return () => {
    finishPending(reading);
    if (reading.fields.areOpen()) reading.notices.add('open-field');
    reading.fields = around;
  };
}

/** A text box is a story of its own inside a run. */
function readTextBox(reading: Reading, _tag: Tag, context: Context): Partial<Frame> {
  return {
    context: {
      ...context,
      outlet: context.inner,
      paragraph: undefined,
      run: undefined,
      insertion: undefined,
      linked: false,
      hold: context.hold === 'control' ? context.hold : undefined,
      inTable: false,
    },
    closed: ownStory(reading),
  };
}

/** The same content in several forms, of which a reader shows one (Part 3, 7.4): text boxes stand there twice. */
function readAlternatives(reading: Reading, _tag: Tag, context: Context): Partial<Frame> {
  const branches: Paragraph[][] = [];
  return {
    context: { ...context, branches },
    closed: () => {
      for (const paragraph of paired(reading, branches)) context.inner.push(paragraph);
    },
  };
}

/** Only the first form is text; of the others the paragraphs are kept as twins. */
function readBranch(_reading: Reading, _tag: Tag, context: Context): Partial<Frame> {
  if (!context.branches) return {};
  const list: Paragraph[] = [];
  const isFirst = context.branches.push(list) === 1;
  return {
    context: {
      ...context,
      branches: undefined,
      outlet: list,
      inner: list,
      paragraph: isFirst ? context.paragraph : undefined,
      run: isFirst ? context.run : undefined,
      hold: context.hold ?? 'object',
    },
  };
}

function paired(reading: Reading, branches: readonly Paragraph[][]): readonly Paragraph[] {
  const [first = [], ...rest] = branches;
  const others = rest.filter((list) => list.length > 0);
  if (others.every((list) => haveSameTexts(first, list))) {
    return first.map((paragraph, index) => ({
      ...paragraph,
      twins: [...paragraph.twins, ...others.flatMap((list) => withTwins(list[index]))],
    }));
  }
  reading.notices.add('text-box-twins-differ');
  return first.map(held);
}

/** A text box may hold another, whose own twins count as well. */
function withTwins(paragraph: Paragraph | undefined): readonly Paragraph[] {
  return paragraph ? [paragraph, ...paragraph.twins] : [];
}

function haveSameTexts(left: readonly Paragraph[], right: readonly Paragraph[]): boolean {
  return (
    left.length === right.length &&
    left.every((paragraph, index) => {
      const twin = right[index];
      return twin !== undefined && textOf(paragraph) === textOf(twin);
    })
  );
}

function held(paragraph: Paragraph): Paragraph {
  const pieces = paragraph.pieces.map((piece) => ({ ...piece, hold: piece.hold ?? 'control' }));
  return { ...paragraph, pieces: pieces.map((piece) => ({ ...piece, source: undefined })) };
}

function embedded(reading: Reading): Partial<Frame> {
  reading.notices.add('embedded-document');
  return {};
}
