import { xlsx } from '../../../src/formats/xlsx/xlsx.ts';
import { officeFixtures } from '../office/fixtures.ts';
import { workbookFile } from '../office/packages.ts';

officeFixtures({
  format: xlsx,
  textPart: /^xl\/(?:sharedStrings|worksheets\/[^/]+)\.xml$/,
  pack: workbookFile,
});
