import type { OfficeDocument } from '../office/main-part.ts';
import { readXml, related, relationshipsOf } from '../office/package.ts';
import type { WorkbookText } from './cells.ts';
import type { Sheet } from './sheets.ts';
import type { Workbook } from './workbook.ts';

interface ReadWorkbook {
  readonly workbook: Workbook;
  readonly sheets: readonly Sheet[];
  readonly cells: readonly WorkbookText[];
}

/** Sentences for the proofreader about what was met in a workbook and left alone. */
export function warningsOf(file: OfficeDocument, read: ReadWorkbook): readonly string[] {
  const { workbook, sheets, cells } = read;
  const shown = sheets.filter((sheet) => !sheet.hidden);
  return [
    ...hiddenWarnings(workbook),
    ...fixedWarnings(cells),
    ...heldWarnings(cells),
    ...(shown.some((sheet) => hasDrawnText(file, sheet))
      ? ['Text boxes and charts of this workbook were left alone.']
      : []),
    ...(shown.some(({ content }) => content.hasHeaders)
      ? ['Headers and footers of printed sheets were left alone.']
      : []),
    ...(shown.some(({ part }) => related(relationshipsOf(file, part), 'comments').length > 0)
      ? ['Comments were left as they are; they are not proofread.']
      : []),
    ...(sheets.some(({ content }) => content.showsTextByFormula)
      ? ['Formulas that show text keep their last result until the workbook is calculated again.']
      : []),
    ...(related(file.relationships, 'vbaProject').length > 0
      ? ['The workbook holds macros; what texts they look for was not examined.']
      : []),
    ...(workbook.isProtected || sheets.some(({ content }) => content.isProtected)
      ? ['The workbook or a sheet of it is protected against changes; the setting was kept.']
      : []),
  ];
}

function hiddenWarnings({ sheets }: Workbook): readonly string[] {
  const count = sheets.filter((sheet) => sheet.hidden).length;
  if (count === 0) return [];
  return [
    count === 1
      ? '1 hidden sheet was not proofread.'
      : `${count} hidden sheets were not proofread.`,
  ];
}

function heldWarnings(cells: readonly WorkbookText[]): readonly string[] {
  const count = cells.filter(({ held, text }) => held && /\p{L}/u.test(text)).length;
  if (count === 0) return [];
  const texts = count === 1 ? '1 text has' : `${count} texts have`;
  return [
    `${texts} phonetic readings, or spaces that not every program shows, and ${count === 1 ? 'was' : 'were'} left alone.`,
  ];
}

function fixedWarnings(cells: readonly WorkbookText[]): readonly string[] {
  const count = cells.filter(
    ({ fixed, held, text }) => fixed && !held && /\p{L}/u.test(text),
  ).length;
  if (count === 0) return [];
  const texts = count === 1 ? '1 text was' : `${count} texts were`;
  return [
    `${texts} left alone, since tables, lists or formulas refer to ${count === 1 ? 'it' : 'them'} by the wording.`,
  ];
}

function hasDrawnText(file: OfficeDocument, { part }: Sheet): boolean {
  return related(relationshipsOf(file, part), 'drawing').some((name) => {
    const entry = file.entry(name);
    if (!entry) return false;
    if (related(relationshipsOf(file, name), 'chart').length > 0) return true;
    return /<(?:[\w.-]+:)?t(?:\s[^<>]*)?>[^<]*\p{L}/u.test(readXml(file.zip, entry).text);
  });
}
