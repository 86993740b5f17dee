import fc from 'fast-check';
import { expect, it } from 'vitest';
import { xlsx } from '../../../src/formats/xlsx/xlsx.ts';
import { editsAt, expectRefusals, places } from '../office/arbitrary-edits.ts';
import { brokenLaws } from '../office/laws.ts';
import { workbookFile } from '../office/packages.ts';

const word = fc.constantFrom(
  'the',
  'wrod',
  'R&amp;D',
  '&#233;tude',
  '_x0041_',
  '&#x1F600;',
  'x  y',
  '\n',
  '_x000D_\n',
);
const text = fc
  .tuple(fc.array(word, { maxLength: 5 }), fc.constantFrom('', ' '), fc.boolean())
  .map(([words, edge, preserved]) => {
    const space = preserved ? ' xml:space="preserve"' : '';
    return `<t${space}>${edge}${words.join(' ')}${edge}</t>`;
  });
const properties = fc.constantFrom('', '<rPr><b/></rPr>', '<rPr><rFont val="Consolas"/></rPr>');
const run = fc.tuple(properties, text).map(([head, content]) => `<r>${head}${content}</r>`);
const content = fc.oneof(
  text,
  fc.array(run, { minLength: 1, maxLength: 4 }).map((runs) => runs.join('')),
  text.map((xml) => `${xml}<rPh sb="0" eb="1"><t>guide</t></rPh>`),
  fc.constant('<t/>'),
);
const namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

interface Cell {
  readonly shared: boolean;
  readonly index: number;
  readonly xml: string;
}
const cell = fc.record({ shared: fc.boolean(), index: fc.nat({ max: 3 }), xml: content });
const workbook = fc
  .tuple(
    fc.array(content, { minLength: 4, maxLength: 4 }),
    fc.array(fc.array(cell, { maxLength: 4 }), { minLength: 1, maxLength: 3 }),
  )
  .map(([strings, rows]) => ({
    'sharedStrings.xml': `<sst ${namespace}>${strings.map((xml) => `<si>${xml}</si>`).join('')}</sst>`,
    'sheet1.xml': `<worksheet ${namespace}><sheetData>${rows.map(rowOf).join('')}</sheetData></worksheet>`,
  }));

function rowOf(cells: readonly Cell[]): string {
  const list = cells.map(({ shared, index, xml }) =>
    shared ? `<c t="s"><v>${index}</v></c>` : `<c t="inlineStr"><is>${xml}</is></c>`,
  );
  return `<row>${list.join('')}<c><f>IF(A1="wrod",1,2)</f><v>2</v></c></row>`;
}

const kit = { format: xlsx, textPart: /^xl\/(?:sharedStrings|worksheets\/sheet1)\.xml$/ };

it('keeps every law for any edits of any texts', () => {
  fc.assert(
    fc.property(workbook, places, (parts, chosen) => {
      const bytes = workbookFile(parts);
      const edits = editsAt(xlsx.open(bytes).document, chosen);
      expect(brokenLaws(kit, bytes, edits)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it('refuses every edit that touches frozen text or crosses a block', () => {
  expectRefusals(xlsx, workbook.map(workbookFile), { numRuns: 300 });
});
