import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DocumentProblem, type ProblemCode } from '../../src/core/problem.ts';
import { recognise } from '../../src/formats/recognise.ts';
import { failures } from '../../src/job/failure.ts';
import { documentXml, type Parts, wordFile, wordFileOf } from './docx/package.ts';

const paragraph = '<w:p><w:r><w:t>Text</w:t></w:r></w:p>';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

/** What the gate says to a file: a refusal, or nothing. Anything but a refusal that is thrown fails the test. */
function refusal(fileName: string, bytes: Uint8Array): DocumentProblem | undefined {
  try {
    recognise(fileName, bytes).open(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof DocumentProblem) return error;
    throw error;
  }
}

/** A Word document in which one number of the directory's record of a part is another. */
function withRecord(
  part: string,
  field: { readonly at: number; readonly value: number; readonly bytes: 2 | 4 },
  parts: Parts = { 'word/document.xml': documentXml(paragraph.repeat(200)) },
): Uint8Array {
  const bytes = wordFile(parts);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const record = Buffer.from(bytes).lastIndexOf(part) - 46;
  if (field.bytes === 4) view.setUint32(record + field.at, field.value, true);
  else view.setUint16(record + field.at, field.value, true);
  return bytes;
}

/** A Word document whose last record says that there are so many files. */
function withCount(count: number): Uint8Array {
  const bytes = wordFileOf(paragraph);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setUint16(bytes.length - 22 + 8, count, true);
  view.setUint16(bytes.length - 22 + 10, count, true);
  return bytes;
}

/** A Word document in which the local header calls the main part otherwise than the directory. */
function twoNames(): Uint8Array {
  const bytes = wordFileOf(paragraph);
  const at = Buffer.from(bytes).indexOf('word/document.xml');
  bytes[at + 5] = 'x'.charCodeAt(0);
  return bytes;
}

function manyEntries(count: number): Uint8Array {
  const names = Array.from({ length: count }, (_, index) => [`word/media/${index}`, 'x'] as const);
  return wordFileOf(paragraph, Object.fromEntries(names));
}

const xmlOf = (xml: string): Uint8Array => wordFile({ 'word/document.xml': xml });

const bomb = new Uint8Array(190_000_000);

const sizeAt = { at: 24, bytes: 4 } as const;
const packedAt = { at: 20, bytes: 4 } as const;

const refused: readonly (readonly [ProblemCode, string, string, () => Uint8Array])[] = [
  ['unsafe', 'a bomb of one part', 'a.docx', () => xmlOf(' '.repeat(49_000_000))],
  ['unsafe', 'a bomb beside the text', 'a.docx', () => wordFileOf(paragraph, { 'a.bin': bomb })],
  ['unsafe', '20,000 entries', 'a.docx', () => manyEntries(20_000)],
  ['unsafe', 'more entries than stated', 'a.docx', () => withCount(2)],
  ['corrupt', 'fewer entries than stated', 'a.docx', () => withCount(9)],
  ['unsafe', 'a part larger than stated', 'a.docx', () => record({ ...sizeAt, value: 10 })],
  ['corrupt', 'a part smaller than stated', 'a.docx', () => record({ ...sizeAt, value: 99_000 })],
  ['unsafe', 'a part of 2 GB by its word', 'a.docx', () => record({ ...sizeAt, value: 2 ** 31 })],
  ['corrupt', 'packed bytes beyond the end', 'a.docx', () => record({ ...packedAt, value: 1e6 })],
  ['unsafe', 'packed bytes of the next part', 'a.docx', () => overlapping()],
  ['unsafe', 'a part with two names', 'a.docx', twoNames],
  ['unsafe', 'a name that leads out', 'a.docx', () => wordFileOf('', { '../a.txt': 'x' })],
  ['unsafe', 'a name that leads out later', 'a.docx', () => wordFileOf('', { 'a/../../b': 'x' })],
  ['unsafe', 'a name with backslashes', 'a.docx', () => wordFileOf('', { '..\\..\\a': 'x' })],
  ['unsafe', 'an absolute name', 'a.docx', () => wordFileOf('', { '/etc/passwd': 'x' })],
  ['unsafe', 'a name with a drive', 'a.docx', () => wordFileOf('', { 'C:/a.txt': 'x' })],
  ['unsafe', 'a name with a zero byte', 'a.docx', () => wordFileOf('', { 'a.txt\0.xml': 'x' })],
  ['unsafe', '100,000 nested elements', 'a.docx', () => wordFileOf('<w:p>'.repeat(100_000))],
  ['unsafe', 'a DOCTYPE', 'a.docx', () => xmlOf(`<!DOCTYPE a>${documentXml('')}`)],
  [
    'unsafe',
    'entities within entities',
    'a.docx',
    () => xmlOf(`<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>${documentXml('&d;')}`),
  ],
  ['unsafe', '100,000 nested quotations', 'a.md', () => bytesOf(`${'>'.repeat(100_000)} text`)],
  ['unsafe', '100,000 nested lists', 'a.md', () => bytesOf(`${'- '.repeat(100_000)}text`)],
  ['too-large', 'a text of 21 MB', 'a.txt', () => bytesOf('word '.repeat(4_200_000))],
  ['too-large', 'a page of 21 MB', 'a.html', () => bytesOf('<p>word'.repeat(3_000_000))],
  ['corrupt', 'nothing', 'a.docx', () => new Uint8Array()],
  ['unsupported-format', 'a workbook called .docx', 'a.docx', () => sheet()],
  ['wrong-extension', 'a PDF called .docx', 'a.docx', () => bytesOf('%PDF-1.7\n')],
  ['unsupported-format', 'a program called .txt', 'a.txt', () => bytesOf('MZ\0\0')],
];

function record(field: { readonly at: number; readonly bytes: 4; readonly value: number }) {
  return withRecord('word/document.xml', field);
}

/** The first part says that it goes on into those after it. */
function overlapping(): Uint8Array {
  return withRecord('[Content_Types].xml', { ...packedAt, value: 700 });
}

function sheet(): Uint8Array {
  return zipSync({ '[Content_Types].xml': bytesOf('<x/>'), 'xl/workbook.xml': bytesOf('<x/>') });
}

describe('the gate refuses', { timeout: 60_000 }, () => {
  it.each(refused)('as %s: %s', (code, _, fileName, make) => {
    const bytes = make();
    const started = performance.now();
    const problem = refusal(fileName, bytes);
    expect(problem?.code).toBe(code);
    expect(problem?.detail).toMatch(/^[A-Z].*\.$/);
    expect(failures[code].remedy).toMatch(/\.$/);
    expect(performance.now() - started, 'it takes no time').toBeLessThan(5_000);
  });
});

describe('the gate lets pass', () => {
  it.each([
    ['4,000 entries', 'a.docx', () => manyEntries(4_000)],
    ['900 nested elements', 'a.docx', () => wordFileOf(nested('w:sdt', 900))],
    ['100,000 nested elements of a page', 'a.html', () => bytesOf(`${'<b>'.repeat(100_000)}text`)],
    ['a line across the page', 'a.md', () => bytesOf(`Text\n\n${'- '.repeat(500)}\n`)],
    ['a table that packs well', 'a.docx', () => wordFileOf(paragraph.repeat(5_000))],
  ])('%s', (_, fileName, make) => {
    expect(refusal(fileName, make())).toBeUndefined();
  });
});

function nested(name: string, count: number): string {
  return `<${name}>`.repeat(count) + `</${name}>`.repeat(count);
}
