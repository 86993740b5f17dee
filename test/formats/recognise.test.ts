import { readdirSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DocumentProblem } from '../../src/core/problem.ts';
import { formatNamed, formats } from '../../src/formats/index.ts';
import { recognise, sizeBytesMax } from '../../src/formats/recognise.ts';
import { corpusFolder } from '../parts.ts';
import { partsOf, zipped } from './docx/package.ts';
import { presentationFile, workbookFile } from './office/packages.ts';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

const archive = (...names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, bytesOf('<x/>')])));

/** The same package with its main part in another folder, and all that points to it. */
function moved(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const parts = Object.entries(partsOf(bytes)).map(([name, part]) => [
    name.replace(from, to),
    Buffer.from(part).toString('utf8').replaceAll(from, to),
  ]);
  return zipped(Object.fromEntries(parts));
}

/** The name of the format, or the code of the refusal. */
function answer(fileName: string, bytes: Uint8Array): string {
  try {
    return recognise(fileName, bytes).name;
  } catch (error) {
    if (error instanceof DocumentProblem) return error.code;
    throw error;
  }
}

describe('formats', () => {
  it('are sorted by name, and found by it', () => {
    const names = formats.map((format) => format.name);
    expect(names).toEqual([...names].sort());
    for (const format of formats) expect(formatNamed(format.name)).toBe(format);
    expect(() => formatNamed('scroll')).toThrow(/scroll/);
  });
});

describe('recognise', () => {
  const page = '<!DOCTYPE html><html><body><p>Hello.</p></body></html>';
  const word = archive('[Content_Types].xml', 'word/document.xml');
  const writer = archive('mimetype', 'content.xml', 'META-INF/manifest.xml');

  it.each([
    ['letter.txt', bytesOf('Dear all,'), 'text'],
    ['README', bytesOf('Dear all,'), 'text'],
    ['letter.TXT', bytesOf('\xFF\xFED\0e\0a\0r\0'), 'text'],
    ['notes.md', bytesOf('# Notes'), 'markdown'],
    ['notes.md', bytesOf('<p align="center">Notes</p>'), 'markdown'],
    ['page.html', bytesOf(page), 'html'],
    ['page.txt', bytesOf(`\xEF\xBB\xBF\n<!-- saved -->${page}`), 'html'],
    ['page.doc', bytesOf(page), 'html'],
    ['fragment.htm', bytesOf('<p>Hello.'), 'html'],
    ['strict.xhtml', bytesOf('<?xml version="1.0"?>\n<html xmlns="x">'), 'html'],
    ['memo.txt', bytesOf('From: Jo\nTo: Sam\nSubject: Lunch\n\nAt one?'), 'text'],
    ['gif.txt', bytesOf('GIF89a is a format of pictures; ID3 is none.'), 'text'],
    ['report.docx', word, 'docx'],
    ['report.doc', word, 'docx'],
    ['report.txt', word, 'docx'],
    ['slides.pptx', archive('[Content_Types].xml', 'ppt/presentation.xml'), 'pptx'],
    ['slides.zip', archive('[Content_Types].xml', 'ppt/presentation.xml'), 'pptx'],
    ['sheet.xlsx', archive('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
    ['slides.pptx', presentationFile({}), 'pptx'],
    ['book.xlsm', workbookFile({}), 'xlsx'],
    ['slides.potx', moved(presentationFile({}), 'ppt/', 'word/'), 'pptx'],
    ['slides.pptx', archive('ppt/presentation.xml', 'word/document.xml'), 'pptx'],
    ['damaged.pptx', bytesOf('PK\x03\x04 and nothing else that is whole'), 'pptx'],
    ['damaged.xlsx', bytesOf('PK\x03\x04 and nothing else that is whole'), 'xlsx'],
    ['damaged.docx', bytesOf('PK\x03\x04 and nothing else that is whole'), 'docx'],
    ['text.odt', writer, 'odt'],
    ['text.zip', writer, 'odt'],
    ['damaged.odt', bytesOf('PK\x03\x04 and nothing else that is whole'), 'odt'],
    ['flat.fodt', bytesOf('<?xml version="1.0"?>\n<office:document xmlns:office="x">'), 'odt'],
    ['flat.xml', bytesOf('<office:document xmlns:office="x">'), 'odt'],
    ['a.pdf', bytesOf('%PDF-1.7\n'), 'pdf'],
    ['a.txt', bytesOf('%PDF-1.7\n'), 'pdf'],
    ['a.rtf', bytesOf('{\\rtf1 Hello}'), 'rtf'],
    ['a.doc', bytesOf('{\\rtf1 Hello}'), 'rtf'],
    ['mail.eml', bytesOf('From: Jo\n\nHello'), 'eml'],
    ['mail.txt', bytesOf('Received: by x\nFrom: Jo\nTo: Sam\n\nHello'), 'eml'],
    ['a.pdf', bytesOf('%PDF-1.7\n'), 'pdf'],
    ['a.txt', bytesOf('%PDF-1.7\n'), 'pdf'],
    ['old.doc', bytesOf('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'), 'docx'],
  ])('%s is opened: %#', (fileName, bytes, format) => {
    expect(answer(fileName, bytes)).toBe(format);
  });

  it.each([
    ['empty.docx', bytesOf(''), 'corrupt'],
    ['huge.txt', new Uint8Array(sizeBytesMax + 1), 'too-large'],
    ['slides.docx', archive('[Content_Types].xml', 'ppt/presentation.xml'), 'wrong-extension'],
    ['report.pptx', word, 'wrong-extension'],
    ['report.xlsx', presentationFile({}), 'wrong-extension'],
    ['report.xlsx', writer, 'wrong-extension'],
    ['report.docx', writer, 'wrong-extension'],
    ['report.odt', word, 'wrong-extension'],
    ['a.odt', bytesOf('{\\rtf1 Hello}'), 'wrong-extension'],
    ['a.odt', bytesOf('Dear all,'), 'wrong-extension'],
    ['a.odt', bytesOf('\x01\x02\0\x03\x04'), 'corrupt'],
    ['book.epub', archive('mimetype', 'META-INF/container.xml'), 'unsupported-format'],
    ['letter.pages', archive('Index/Document.iwa'), 'unsupported-format'],
    ['files.zip', archive('a.txt'), 'unsupported-format'],
    ['a.docx', bytesOf('{\\rtf1 Hello}'), 'wrong-extension'],
    ['a.docx', bytesOf('Dear all,'), 'wrong-extension'],
    ['a.docx', bytesOf(page), 'wrong-extension'],
    ['a.docx', bytesOf('%PDF-1.7\n'), 'wrong-extension'],
    ['a.docx', bytesOf('\x01\x02\0\x03\x04'), 'corrupt'],
    ['a.pptx', bytesOf('\x01\x02\0\x03\x04'), 'corrupt'],
    ['a.xlsx', bytesOf('Name,Town'), 'wrong-extension'],
    ['~$report.docx', bytesOf('\x06Client\0\0\0'), 'unsupported-format'],
    ['mail.msg', bytesOf('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'), 'unsupported-format'],
    ['mail.mbox', bytesOf('From jo\nFrom: Jo\n\nHello'), 'unsupported-format'],
    ['mail.docx', bytesOf('Received: by x\nFrom: Jo\nTo: Sam\n\nHello'), 'wrong-extension'],
    ['mail', bytesOf('From a@b\nReceived: by x\nFrom: Jo\nTo: Sam\n\nHello'), 'unsupported-format'],
    ['photo.txt', bytesOf('\x89PNG\r\n\x1a\n\0\0'), 'unsupported-format'],
    ['song.mp3', bytesOf('ID3\x04\0\0\0'), 'unsupported-format'],
    ['film.mp4', bytesOf('\0\0\0\x20ftypisom\0'), 'unsupported-format'],
    ['data.json', bytesOf('{}'), 'unsupported-format'],
    ['data.txt', bytesOf('<?xml version="1.0"?><data/>'), 'unsupported-format'],
    ['picture.svg', bytesOf('<svg xmlns="x"></svg>'), 'unsupported-format'],
    ['thing', bytesOf('\x01\0\x02'), 'unsupported-format'],
  ])('%s is refused: %#', (fileName, bytes, code) => {
    expect(answer(fileName, bytes)).toBe(code);
  });

  it('says what a file is and what to do', () => {
    const drawing = archive('[Content_Types].xml', 'visio/document.xml');
    expect(() => recognise('plan.docx', drawing)).toThrow(
      'This is a Visio drawing; please send it as .docx, .odt, .txt, .md or .html.',
    );
    expect(() => recognise('a.docx', bytesOf('Dear all,'))).toThrow(
      'The file is named .docx but is plain text; please rename it to end in .txt.',
    );
    expect(() => recognise('a.docx', bytesOf(page))).toThrow('rename it to end in .html');
  });

  it('leaves binary data under the name of a text to the format, which says why', () => {
    expect(() => recognise('a.txt', bytesOf('a\0b')).open(bytesOf('a\0b'))).toThrow(/binary/);
  });

  const corpus = corpusFolder();
  it.skipIf(corpus === undefined)('knows every real document by its content', () => {
    const wanted: Readonly<Record<string, string>> = {
      docx: 'docx',
      eml: 'eml',
      html: 'html',
      md: 'markdown',
      odt: 'odt',
      pptx: 'pptx',
      rtf: 'rtf',
      txt: 'text',
    };
    for (const [folder, name] of Object.entries(wanted)) {
      for (const entry of filesIn(`${corpus}/${folder}`)) {
        expect(answer(entry.name, read(entry.path)), entry.path).toBe(name);
      }
    }
    for (const entry of filesIn(`${corpus}/odd`)) {
      const got = answer(entry.name, read(entry.path));
      const named = entry.name === 'rtf-named.docx' ? 'wrong-extension' : 'docx';
      expect(got, entry.path).toBe(
        entry.name.includes('owner-lock') ? 'unsupported-format' : named,
      );
    }
  });
});

function filesIn(folder: string): readonly { readonly name: string; readonly path: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ name: entry.name, path: `${entry.parentPath}/${entry.name}` }));
}

function read(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
}
