import type { OfficeParagraph } from '../office/paragraphs.ts';
import { heldPiece, objectPiece, textPieces } from '../office/text-pieces.ts';
import { attributeOf, type Tag, tagsOf } from '../xml/tags.ts';
import { isLeftOut, kindOf } from './shapes.ts';
import { addPieces, type Notice, newParagraph, type Reading, runOf } from './slide-reading.ts';
import type { SlidePart } from './slides.ts';

/** What was read of one slide or its notes. */
export interface SlideText {
  readonly paragraphs: readonly OfficeParagraph[];
  readonly notices: ReadonlySet<Notice>;
}

/** Reads the paragraphs of a slide in the order of its shapes, those in groups and tables included. */
export function readSlide({ part, place }: SlidePart): SlideText {
  const reading: Reading = {
    xml: part.xml,
    base: part.base,
    place,
    paragraphs: [],
    notices: new Set(),
    alternatives: [],
    placeholder: undefined,
    tables: 0,
    paragraph: undefined,
    run: undefined,
    field: undefined,
    inRunProperties: false,
    skipped: 0,
  };
  for (const tag of tagsOf(part.xml)) {
    if (tag.kind !== 'close') open(reading, tag);
    if (tag.kind !== 'open') close(reading, tag);
  }
  return reading;
}

type Reader = (reading: Reading, tag: Tag) => void;

function open(reading: Reading, tag: Tag): void {
  if (reading.skipped > 0) {
    reading.skipped += 1;
    noteOtherText(reading, tag);
  } else openers[tag.name]?.(reading, tag);
}

function close(reading: Reading, tag: Tag): void {
  if (reading.skipped > 0) reading.skipped -= 1;
  else closers[tag.name]?.(reading, tag);
}

const openers: Readonly<Record<string, Reader>> = {
  'p:sp': (reading) => {
    reading.placeholder = undefined;
  },
  'p:graphicFrame': (reading) => {
    reading.placeholder = undefined;
  },
  'p:ph': (reading, tag) => {
    reading.placeholder = attributeOf(tag, 'type') ?? '';
  },
  'a:graphicData': (reading, tag) => {
    const notice = noticeOf(attributeOf(tag, 'uri') ?? '');
    if (notice) reading.notices.add(notice);
  },
  'a:tbl': (reading) => {
    reading.tables += 1;
  },
  'a:p': (reading) => {
    reading.paragraph = newParagraph(reading);
  },
  'a:buNone': bullet(false),
  'a:buChar': bullet(true),
  'a:buAutoNum': bullet(true),
  'a:buBlip': bullet(true),
  'a:r': (reading) => {
    reading.run = {};
  },
  'a:br': (reading) => {
    reading.run = {};
  },
  'a:fld': (reading, tag) => {
    reading.run = {};
    reading.field = { start: tag.start, text: '' };
  },
  'a:rPr': (reading, tag) => {
    if (reading.run) Object.assign(reading.run, runOf(tag));
    reading.inRunProperties = tag.kind === 'open';
  },
  'a:latin': (reading, tag) => {
    if (reading.inRunProperties && reading.run) reading.run.font = attributeOf(tag, 'typeface');
  },
  'a:t': addText,
  'a14:m': addFormula,
  'm:oMath': addFormula,
  'm:oMathPara': addFormula,
  'mc:AlternateContent': (reading) => {
    reading.alternatives.push({
      forms: 0,
      paragraphsBefore: reading.paragraphs.length,
      piecesBefore: reading.paragraph?.pieces.length ?? 0,
      otherText: false,
    });
  },
  'mc:Choice': openForm,
  'mc:Fallback': openForm,
};

const closers: Readonly<Record<string, Reader>> = {
  'a:tbl': (reading) => {
    reading.tables -= 1;
  },
  'a:rPr': (reading) => {
    reading.inRunProperties = false;
  },
  'a:r': (reading) => {
    reading.run = undefined;
  },
  'a:br': (reading, tag) => {
    addPieces(reading, [heldPiece('\n', { start: tag.start, end: tag.end })]);
    reading.run = undefined;
  },
  'a:fld': (reading, tag) => {
    const { field } = reading;
    if (field && field.text !== '') {
      addPieces(reading, [heldPiece(field.text, { start: field.start, end: tag.end })]);
    }
    reading.field = undefined;
    reading.run = undefined;
  },
  'a:p': finishParagraph,
  'mc:AlternateContent': closeAlternatives,
};

function bullet(bulleted: boolean): Reader {
  return ({ paragraph }) => {
    if (paragraph) paragraph.bulleted = bulleted;
  };
}

function addText(reading: Reading, tag: Tag): void {
  const { paragraph, field } = reading;
  if (!paragraph || !reading.run) return;
  const end = tag.kind === 'empty' ? tag.end : textEnd(reading.xml, tag.end);
  const pieces = textPieces(reading.xml, { start: tag.end, end });
  if (field) field.text += pieces.map((piece) => piece.text).join('');
  else {
    paragraph.hasText = true;
    addPieces(reading, pieces);
  }
}

/** The content of `a:t` has no elements, but may have sections and comments. */
function textEnd(xml: string, start: number): number {
  const next = tagsOf(xml.slice(start)).next();
  return next.done ? xml.length : start + next.value.start;
}

/** A formula is a placeholder in the text and is not looked into. */
function addFormula(reading: Reading, tag: Tag): void {
  addPieces(reading, [objectPiece({ start: tag.start, end: tag.end })]);
  reading.skipped = 1;
}

function finishParagraph(reading: Reading): void {
  const { paragraph } = reading;
  reading.paragraph = undefined;
  if (!paragraph?.hasText || isLeftOut(paragraph.shape)) return;
  const { pieces, held, shape, bulleted } = paragraph;
  const text = pieces.map((piece) => piece.text).join('');
  reading.paragraphs.push({ kind: kindOf(shape, bulleted, text), pieces, held });
}

/** The first form is read; of the others it is only noted whether they hold text. */
function openForm(reading: Reading): void {
  const alternatives = reading.alternatives.at(-1);
  if (!alternatives) return;
  alternatives.forms += 1;
  if (alternatives.forms > 1) reading.skipped = 1;
}

function noteOtherText({ xml, alternatives }: Reading, tag: Tag): void {
  const around = alternatives.at(-1);
  if (!around || around.forms < 2 || tag.name !== 'a:t' || tag.kind === 'empty') return;
  if (/\S/.test(xml.slice(tag.end, textEnd(xml, tag.end)))) around.otherText = true;
}

/** Two forms with text would have to be edited alike, so that both are left alone. */
function closeAlternatives(reading: Reading): void {
  const closed = reading.alternatives.pop();
  if (!closed?.otherText) return;
  const { paragraph, paragraphs } = reading;
  const from = paragraph ? paragraphs.length : closed.paragraphsBefore;
  if (paragraph && paragraph.pieces.length > closed.piecesBefore) paragraph.held = true;
  for (const [index, each] of paragraphs.entries()) {
    if (index >= from) paragraphs[index] = { ...each, held: true };
  }
  if (paragraph?.held || from < paragraphs.length) reading.notices.add('alternatives');
}

function noticeOf(uri: string): Notice | undefined {
  if (/\/diagram$/.test(uri)) return 'diagram';
  if (/\/chart(?:ex)?$/.test(uri)) return 'chart';
  return /\/ole$/.test(uri) ? 'embedded-object' : undefined;
}
