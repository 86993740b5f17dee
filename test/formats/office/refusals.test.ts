import { describe, expect, it } from 'vitest';
import type { Format } from '../../../src/core/format.ts';
import { DocumentProblem } from '../../../src/core/problem.ts';
import { pptx } from '../../../src/formats/pptx/pptx.ts';
import { xlsx } from '../../../src/formats/xlsx/xlsx.ts';
import { wordFileOf, zipped } from '../docx/package.ts';
import { contentTypes, presentationFile, relationships, workbookFile } from './packages.ts';

const slides = presentationFile({});
const book = workbookFile({});
const signature = 'application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml';
const officeNames = 'application/vnd.openxmlformats-officedocument.';

/** A file whose main part has this type and this XML. */
function fileOf(type: string, xml: string): Uint8Array {
  return zipped({
    '[Content_Types].xml': contentTypes({ 'main.xml': type }),
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'main.xml']]),
    'main.xml': xml,
  });
}

const presentationType = `${officeNames}presentationml.presentation.main+xml`;
const workbookType = `${officeNames}spreadsheetml.sheet.main+xml`;

describe.each<[Format, string, string]>([
  [pptx, presentationType, 'ppt/presentation.xml'],
  [xlsx, workbookType, 'xl/workbook.xml'],
])('$name refuses', (format, type, main) => {
  const pack = format === pptx ? presentationFile : workbookFile;

  it.each<[string, string, Uint8Array]>([
    ['corrupt', 'bytes that are no archive', new TextEncoder().encode('Dear all,')],
    ['corrupt', 'half an archive', pack({}).slice(0, 300)],
    ['corrupt', 'another root', fileOf(type, '<a/>')],
    ['corrupt', 'XML that is not well-formed', fileOf(type, '<a><b></a>')],
    [
      'corrupt',
      'a package that does not name its text',
      pack({ '_rels/.rels': relationships([]) }),
    ],
    ['unsafe', 'a DOCTYPE', pack({ [main]: '<!DOCTYPE a [<!ENTITY b "c">]><a/>' })],
    ['unsafe', 'a name that leads out', pack({ '../evil.txt': 'x' })],
    ['unsafe', 'a bomb', pack({ 'media/a.bin': new Uint8Array(50_000_000) })],
    [
      'signed',
      'a digital signature',
      pack({
        '[Content_Types].xml': contentTypes({ [main]: type, '_xmlsignatures/sig1.xml': signature }),
        '_xmlsignatures/sig1.xml': '<a/>',
      }),
    ],
    ['unsupported-format', 'a Word document', wordFileOf('')],
    ['unsupported-format', 'the other kind', format === pptx ? book : slides],
    ['unsupported-format', 'a ZIP archive of other things', zipped({ 'a.txt': 'x' })],
    ['needs-password', 'an encrypted document', compoundFile('EncryptedPackage')],
    ['legacy-format', 'a document of the old kind', compoundFile('Workbook')],
  ])('as %s: %s', (code, _, bytes) => {
    expect(codeOf(format, bytes)).toBe(code);
  });

  it('a part with a DOCTYPE, wherever it stands', () => {
    const part = format === pptx ? 'slide1.xml' : 'sheet1.xml';
    expect(codeOf(format, pack({ [part]: '<!DOCTYPE a><a/>' }))).toBe('unsafe');
  });
});

it('a part that is no slide is refused', () => {
  expect(codeOf(pptx, presentationFile({ 'slide1.xml': '<a/>' }))).toBe('corrupt');
});

it('a binary workbook is named', () => {
  const bytes = fileOf('application/vnd.ms-excel.sheet.binary.macroEnabled.main', 'x');
  expect(() => xlsx.open(bytes)).toThrow('a binary Excel workbook');
});

it.each<[Format, string]>([
  [pptx, 'application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml'],
  [pptx, 'application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml'],
  [pptx, `${officeNames}presentationml.slideshow.main+xml`],
  [pptx, `${officeNames}presentationml.template.main+xml`],
  [xlsx, 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'],
  [xlsx, 'application/vnd.ms-excel.template.macroEnabled.main+xml'],
  [xlsx, `${officeNames}spreadsheetml.template.main+xml`],
])('%s opens its macro and template variants: %#', (format, type) => {
  const root =
    format === pptx
      ? '<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>'
      : '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';
  expect(format.open(fileOf(type, root)).document.blocks).toEqual([]);
});

function codeOf(format: Format, bytes: Uint8Array): string | undefined {
  try {
    format.open(bytes);
    return undefined;
  } catch (error) {
    return error instanceof DocumentProblem ? error.code : 'crash';
  }
}

/** A compound file with one stream in its directory ([MS-CFB] 2.6). */
function compoundFile(stream: string): Uint8Array {
  const bytes = new Uint8Array(1536);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const view = new DataView(bytes.buffer);
  view.setUint16(30, 9, true);
  view.setUint32(48, 0, true);
  view.setUint32(76, 1, true);
  view.setUint32(1024, 0xfffffffe, true);
  for (const [index, letter] of [...stream].entries()) {
    view.setUint16(512 + index * 2, letter.charCodeAt(0), true);
  }
  view.setUint16(512 + 64, (stream.length + 1) * 2, true);
  return bytes;
}
