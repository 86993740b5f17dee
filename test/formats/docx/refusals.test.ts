import { readdirSync, readFileSync, statSync } from 'node:fs';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DocumentProblem } from '../../../src/core/problem.ts';
import { docx } from '../../../src/formats/docx/docx.ts';
import { corpusFolder } from '../../parts.ts';
import { documentXml, type Parts, wordFile, wordFileOf, zipped } from './package.ts';

const paragraph = '<w:p><w:r><w:t>Text</w:t></w:r></w:p>';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';

describe('docx refuses', () => {
  it.each<[string, string, () => Uint8Array]>([
    ['corrupt', 'bytes that are no archive', () => new TextEncoder().encode('{\\rtf1 hello}')],
    ['corrupt', 'nothing', () => new Uint8Array()],
    ['corrupt', 'half an archive', () => wordFileOf(paragraph).slice(0, 400)],
    ['corrupt', 'a part whose bytes are damaged', () => damaged()],
    ['corrupt', 'an empty main part', () => wordFile({ 'word/document.xml': '' })],
    ['corrupt', 'XML that is not well-formed', () => wordFileOf('<w:p><w:r></w:p>')],
    ['corrupt', 'a prefix without a namespace', () => wordFileOf('<q:p/>')],
    ['corrupt', 'broken UTF-8', () => withMain(Uint8Array.of(0x3c, 0xc3, 0x28))],
    ['corrupt', 'another root', () => wordFile({ 'word/document.xml': '<a/>' })],
    ['corrupt', 'a package that does not name its text', () => wordFile({ '_rels/.rels': noRels })],
    [
      'unreadable-encoding',
      'an encoding of its own',
      () => withMain('<?xml version="1.0" encoding="ISO-8859-1"?><a/>'),
    ],
    ['unsafe', 'a DOCTYPE', () => withMain(`<!DOCTYPE a [<!ENTITY b "c">]>${documentXml('')}`)],
    [
      'unsafe',
      'elements 20,000 deep',
      () => wordFileOf('<w:p>'.repeat(20_000) + '</w:p>'.repeat(20_000)),
    ],
    ['unsafe', 'a name that leads out', () => wordFileOf(paragraph, { '../evil.txt': 'x' })],
    ['unsafe', 'an absolute name', () => wordFileOf(paragraph, { '/etc/evil.txt': 'x' })],
    ['unsafe', 'a name with a drive', () => wordFileOf(paragraph, { 'C:\\evil.txt': 'x' })],
    [
      'unsafe',
      'a bomb beside the text',
      () => wordFileOf(paragraph, { 'word/media/a.bin': new Uint8Array(50_000_000) }),
    ],
    ['unsafe', 'a part that is larger than stated', () => lying()],
    ['signed', 'a digital signature', () => signed('_xmlsignatures/sig1.xml')],
    ['unsupported-format', 'a ZIP archive of other things', () => zipped({ 'a.txt': 'x' })],
    ['unsupported-format', 'a presentation', () => ofType('presentationml.presentation.main')],
    ['unsupported-format', 'a workbook', () => ofType('spreadsheetml.sheet.main')],
    [
      'unsupported-format',
      'an OpenDocument text',
      () => zipped({ mimetype: 'application/vnd.oasis.opendocument.text' }),
    ],
  ])('as %s: %s', (code, _, bytes) => {
    expect(codeOf(bytes())).toBe(code);
  });

  it('names what it is not', () => {
    expect(() => docx.open(ofType('spreadsheetml.sheet.main'))).toThrow('an Excel workbook');
    expect(() => docx.open(ofType('presentationml.presentation.main'))).toThrow('PowerPoint');
  });

  it('not a document from which the signature was removed', () => {
    expect(docx.open(signed('_xmlsignatures/none.sigs')).document.text).toBe('Text');
  });
});

const corpus = corpusFolder();

it.skipIf(corpus === undefined)('refuses the odd files of the corpus, each with its code', () => {
  const counts: Record<string, number> = {};
  for (const path of files(`${corpus}/odd`)) {
    const started = performance.now();
    const code = codeOf(readFileSync(path)) ?? 'opened';
    counts[code] = (counts[code] ?? 0) + 1;
    expect(performance.now() - started, 'no file takes long').toBeLessThan(5_000);
  }
  process.stdout.write(`docx, odd files: ${JSON.stringify(counts)}\n`);
  expect(counts['opened'] ?? 0).toBeLessThanOrEqual(8);
  expect(Object.keys(counts)).not.toContain('crash');
});

const noRels =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';

function codeOf(bytes: Uint8Array): string | undefined {
  try {
    docx.open(bytes);
    return undefined;
  } catch (error) {
    return error instanceof DocumentProblem ? error.code : 'crash';
  }
}

function withMain(xml: string | Uint8Array): Uint8Array {
  return wordFile({ 'word/document.xml': xml });
}

function damaged(): Uint8Array {
  const bytes = wordFileOf(paragraph.repeat(50));
  const name = new TextEncoder().encode('word/document.xml');
  const at = Buffer.from(bytes).indexOf(name) + name.length + 20;
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return bytes;
}

/** An entry that unpacks to more than the directory states: its stated sizes are set back to one byte. */
function lying(): Uint8Array {
  const bytes = wordFile({ 'word/document.xml': documentXml(' '.repeat(100_000)) });
  const packed = deflateSync(new TextEncoder().encode(documentXml(' '.repeat(100_000)))).length;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = Buffer.from(bytes).lastIndexOf('word/document.xml');
  expect(packed).toBeLessThan(2_000);
  view.setUint32(name - 46 + 24, 1, true);
  return bytes;
}

function signed(part: string): Uint8Array {
  const type = 'application/vnd.openxmlformats-package.digital-signature';
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const list = `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/xml"/><Default Extension="sigs" ContentType="${type}-origin"/><Override PartName="/word/document.xml" ContentType="${main}"/><Override PartName="/_xmlsignatures/sig1.xml" ContentType="${type}-xmlsignature+xml"/></Types>`;
  return wordFileOf(paragraph, { '[Content_Types].xml': list, [part]: '<a/>' });
}

function ofType(kind: string): Uint8Array {
  const type = `application/vnd.openxmlformats-officedocument.${kind}+xml`;
  const parts: Parts = {
    '[Content_Types].xml': `<Types xmlns="${types}"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
  };
  return wordFileOf('', parts);
}

function files(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}
