import type { OfficeDocument } from '../office/main-part.ts';
import { readXml } from '../office/package.ts';
import { readSheet, type SheetContent } from './sheet.ts';
import type { SheetEntry, Workbook } from './workbook.ts';

/** A worksheet with what it holds. */
export interface Sheet extends SheetEntry {
  readonly content: SheetContent;
}

/** All worksheets in the order of their tabs, hidden ones too: their formulas may ask for any text. */
export function readSheets(file: OfficeDocument, workbook: Workbook): readonly Sheet[] {
  return workbook.sheets.flatMap((sheet) => {
    const entry = file.entry(sheet.part);
    return entry ? [{ ...sheet, content: readSheet(readXml(file.zip, entry).text) }] : [];
  });
}
