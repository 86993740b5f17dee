import { attributeOf, type Tag, tagsOf } from '../xml/tags.ts';
import { unescapeXml } from '../xml/text.ts';
import { columnNumber } from './ranges.ts';

/** A cell that holds text, and no formula. */
export interface TextCell {
  readonly row: number;
  readonly column: number;
  /** The number of its shared string, or where its own begins in the XML of the sheet. */
  readonly shared: number | undefined;
  readonly inline: number | undefined;
}

/** What a sheet holds that matters: its texts, and whatever may ask for a text by its wording. */
export interface SheetContent {
  readonly cells: readonly TextCell[];
  readonly formulas: readonly string[];
  /** The formulas that say from which list a cell is filled in. */
  readonly lists: readonly string[];
  /** Texts that filters and rules of formatting name. */
  readonly wanted: readonly string[];
  readonly showsTextByFormula: boolean;
  readonly isProtected: boolean;
  /** Whether its printed pages have headers or footers. */
  readonly hasHeaders: boolean;
}

/** Reads a worksheet (ECMA-376 Part 1, 18.3.1). The XML must be well-formed. */
export function readSheet(xml: string): SheetContent {
  const reading: Reading = {
    xml,
    cells: [],
    formulas: [],
    lists: [],
    wanted: [],
    showsTextByFormula: false,
    isProtected: false,
    hasHeaders: false,
    row: 0,
    column: 0,
    cell: undefined,
    inList: false,
  };
  for (const tag of tagsOf(xml)) {
    if (tag.kind !== 'close') openers[tag.name]?.(reading, tag);
    if (tag.kind !== 'open') closers[tag.name]?.(reading, tag);
  }
  return reading;
}

interface Cell {
  readonly type: string | undefined;
  value: string;
  inline: number | undefined;
  hasFormula: boolean;
}

interface Reading extends SheetContent {
  readonly xml: string;
  readonly cells: TextCell[];
  readonly formulas: string[];
  readonly lists: string[];
  readonly wanted: string[];
  showsTextByFormula: boolean;
  isProtected: boolean;
  hasHeaders: boolean;
  row: number;
  column: number;
  cell: Cell | undefined;
  inList: boolean;
}

type Reader = (reading: Reading, tag: Tag) => void;

const openers: Readonly<Record<string, Reader>> = {
  'x:row': (reading, tag) => {
    reading.row = Number(attributeOf(tag, 'r') ?? reading.row + 1);
    reading.column = 0;
  },
  'x:c': (reading, tag) => {
    const letters = /^[A-Z]+/i.exec(attributeOf(tag, 'r') ?? '')?.[0];
    reading.column = letters === undefined ? reading.column + 1 : columnNumber(letters);
    reading.cell = {
      type: attributeOf(tag, 't'),
      value: '',
      inline: undefined,
      hasFormula: false,
    };
  },
  'x:v': (reading, tag) => {
    if (reading.cell) reading.cell.value = contentOf(reading, tag);
  },
  'x:is': ({ cell }, tag) => {
    if (cell) cell.inline = tag.start;
  },
  'x:f': (reading, tag) => {
    if (reading.cell) reading.cell.hasFormula = true;
    addFormula(reading, tag);
  },
  'x:formula': addFormula,
  'x:formula1': addFormula,
  'x:formula2': addFormula,
  'xm:f': addFormula,
  'x:dataValidation': (reading, tag) => {
    reading.inList = attributeOf(tag, 'type') === 'list';
  },
  'x14:dataValidation': (reading, tag) => {
    reading.inList = attributeOf(tag, 'type') === 'list';
  },
  'x:cfRule': wants('text'),
  'x14:cfRule': wants('text'),
  'x:filter': wants('val'),
  'x:customFilter': wants('val'),
  'x:inputCells': wants('val'),
  ...Object.fromEntries(
    ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'].map(
      (name): [string, Reader] => [
        `x:${name}`,
        (reading, tag) => {
          if (hasWords(contentOf(reading, tag))) reading.hasHeaders = true;
        },
      ],
    ),
  ),
  'x:sheetProtection': (reading, tag) => {
    if (/^(?:1|true)$/.test(attributeOf(tag, 'sheet') ?? '')) reading.isProtected = true;
  },
};

const closers: Readonly<Record<string, Reader>> = {
  'x:c': (reading) => {
    const { cell, row, column } = reading;
    reading.cell = undefined;
    if (!cell) return;
    if (cell.hasFormula) {
      if (cell.type === 'str') reading.showsTextByFormula = true;
    } else if (cell.type === 's' && /^\d+$/.test(cell.value)) {
      reading.cells.push({ row, column, shared: Number(cell.value), inline: undefined });
    } else if (cell.type === 'inlineStr' && cell.inline !== undefined) {
      reading.cells.push({ row, column, shared: undefined, inline: cell.inline });
    }
  },
  'x:dataValidation': (reading) => {
    reading.inList = false;
  },
  'x14:dataValidation': (reading) => {
    reading.inList = false;
  },
};

function wants(attribute: string): Reader {
  return ({ wanted }, tag) => {
    const text = attributeOf(tag, attribute);
    if (text !== undefined) wanted.push(text);
  };
}

function addFormula(reading: Reading, tag: Tag): void {
  const formula = contentOf(reading, tag);
  if (formula === '') return;
  reading.formulas.push(formula);
  if (reading.inList) reading.lists.push(formula);
}

/** Beside codes such as `&P` and `&"Arial,Bold"` (ECMA-376 Part 1, 18.3.1.46). */
function hasWords(header: string): boolean {
  return /\p{L}/u.test(header.replace(/&"[^"]*"|&\d+|&K[\dA-F]{6}|&./gi, ''));
}

function contentOf({ xml }: Reading, tag: Tag): string {
  if (tag.kind === 'empty') return '';
  return unescapeXml(xml.slice(tag.end, xml.indexOf('<', tag.end))).trim();
}
