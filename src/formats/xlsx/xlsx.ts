import type { Format, Opened } from '../../core/format.ts';
import { openDocument } from '../office/main-part.ts';
import { openedParts } from '../office/opened.ts';
import { blocksOf } from '../office/paragraphs.ts';
import { readCells } from './cells.ts';
import { withSpacesPreserved } from './preserve.ts';
import { readSheets } from './sheets.ts';
import { warningsOf } from './warnings.ts';
import { readWorkbook } from './workbook.ts';

/** Excel workbooks and templates: the texts of their cells, edited in place; macros are kept and never run. */
export const xlsx: Format = {
  name: 'xlsx',
  title: 'Excel workbook',
  extensions: ['xlsx', 'xlsm', 'xltx', 'xltm'],
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  tracked: false,
  open,
};

function open(bytes: Uint8Array): Opened {
  const file = openDocument(bytes, 'workbook');
  const workbook = readWorkbook(file);
  const sheets = readSheets(file, workbook);
  const texts = readCells(file, workbook, sheets);
  const blocks = blocksOf(
    texts.cells.map(({ pieces, fixed }) => ({ kind: 'table-cell', pieces, held: fixed })),
  );
  return openedParts({
    title: xlsx.title,
    file,
    parts: texts.parts,
    blocks,
    warnings: warningsOf(file, { workbook, sheets, cells: texts.cells }),
    mend: withSpacesPreserved,
  });
}
