import type { OfficeDocument } from '../office/main-part.ts';
import { related } from '../office/package.ts';
import { newPartReader, type PartReader, type TextPart } from '../office/text-parts.ts';
import { fixedByCaches, fixedBySheet } from './fixed-texts.ts';
import { type CellRange, isWithin, rangesIn } from './ranges.ts';
import type { TextCell } from './sheet.ts';
import type { Sheet } from './sheets.ts';
import { type CellText, readTexts } from './strings.ts';
import { wantedTexts } from './wanted.ts';
import type { Workbook } from './workbook.ts';

/** A text of the workbook, once however many cells show it. */
export interface WorkbookText extends CellText {
  /** Whether it must stay: something asks for it by its wording, or Excel fills it in. */
  readonly fixed: boolean;
}

/** The texts of the sheets that are shown, in the order of their first cells, and the parts they stand in. */
export interface WorkbookTexts {
  readonly parts: readonly TextPart[];
  readonly cells: readonly WorkbookText[];
}

/** Reads the texts of all cells that hold one. Throws DocumentProblem. */
export function readCells(
  file: OfficeDocument,
  workbook: Workbook,
  sheets: readonly Sheet[],
): WorkbookTexts {
  const reader = newPartReader(file);
  const textOf = textReader(file, reader);
  const fixedCells = fixedCellsOf(file, workbook, sheets);
  const shown = textsOf(
    sheets.filter((sheet) => !sheet.hidden),
    textOf,
  );
  const hidden = textsOf(
    sheets.filter((sheet) => sheet.hidden),
    textOf,
  );
  const wanted = wantedTexts({
    formulas: [
      ...workbook.names.values(),
      ...sheets.flatMap(({ content }) => content.formulas),
      ...fixedCells.formulas,
    ],
    texts: [
      ...workbook.names.keys(),
      ...sheets.flatMap(({ name, content }) => [name, ...content.wanted]),
      ...fixedCells.texts,
      ...fixedByCaches(file),
      ...textsIn(sheets, fixedCells.ranges, textOf),
      // What a hidden sheet says for itself stays, so its equals must: one may be looked up by the other.
      ...[...hidden].flatMap((text) => (shown.has(text) ? [] : text.text)),
    ],
  });
  const cells = [...shown].map((text) => ({
    ...text,
    fixed: text.held || wanted.has(text.text),
  }));
  return { parts: reader.parts, cells };
}

/** The texts of sheets, each once, in the order of their first cells. */
function textsOf(sheets: readonly Sheet[], textOf: TextReader): ReadonlySet<CellText> {
  return new Set(
    sheets.flatMap((sheet) => sheet.content.cells.flatMap((cell) => textOf(sheet, cell) ?? [])),
  );
}

type TextReader = (sheet: Sheet, cell: TextCell) => CellText | undefined;

/** The text of a cell. The part of a sheet is read only where cells hold their own text. */
function textReader(file: OfficeDocument, reader: PartReader): TextReader {
  const name = related(file.relationships, 'sharedStrings')[0];
  const part = name === undefined ? undefined : reader.read(name);
  const shared = part ? readTexts(part, 'x:si') : [];
  const inline = new Map<string, ReadonlyMap<number, CellText>>();
  const inlineOf = (sheet: Sheet): ReadonlyMap<number, CellText> => {
    const known = inline.get(sheet.part);
    if (known) return known;
    const own = reader.read(sheet.part);
    const texts = new Map(
      (own ? readTexts(own, 'x:is') : []).map((text) => [text.start, text] as const),
    );
    inline.set(sheet.part, texts);
    return texts;
  };
  return (sheet, cell) => {
    if (cell.shared !== undefined) return shared[cell.shared];
    return cell.inline === undefined ? undefined : inlineOf(sheet).get(cell.inline);
  };
}

interface FixedCells {
  readonly texts: readonly string[];
  readonly formulas: readonly string[];
  readonly ranges: readonly CellRange[];
}

/** What tables and pivot tables fix, and the cells from which lists are filled in. */
function fixedCellsOf(
  file: OfficeDocument,
  workbook: Workbook,
  sheets: readonly Sheet[],
): FixedCells {
  const bySheet = sheets.map(({ part, name }) => fixedBySheet(file, part, name));
  const lists = sheets.flatMap(({ name, content }) =>
    [...new Set(content.lists)].flatMap((formula) => {
      const meant = workbook.names.get(formula.toLowerCase()) ?? formula;
      return rangesIn(meant, name);
    }),
  );
  return {
    texts: bySheet.flatMap(({ texts }) => texts),
    formulas: bySheet.flatMap(({ formulas }) => formulas),
    ranges: [...bySheet.flatMap(({ ranges }) => ranges), ...lists],
  };
}

function textsIn(
  sheets: readonly Sheet[],
  ranges: readonly CellRange[],
  textOf: TextReader,
): readonly string[] {
  return sheets.flatMap((sheet) => {
    const own = ranges.filter((range) => range.sheet === sheet.name.toLowerCase());
    if (own.length === 0) return [];
    return sheet.content.cells.flatMap((cell) =>
      own.some((range) => isWithin(cell, range)) ? (textOf(sheet, cell)?.text ?? []) : [],
    );
  });
}
