import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docx } from '../../../src/formats/docx/docx.ts';
import { stamp } from './laws.ts';
import {
  changedParts,
  documentXml,
  mainXmlOf,
  partsOf,
  partXml,
  relationships,
  wordFile,
  wordFileOf,
} from './package.ts';

const body = '<w:p><w:r><w:t>One wrod</w:t></w:r></w:p>';
const edit = { span: { start: 4, end: 8 }, before: 'wrod', after: 'word' };

describe('docx package', () => {
  it('keeps everything but the main part, byte for byte, also in the archive', () => {
    const before = wordFileOf(body, {
      'word/media/a.bin': strToU8('picture'.repeat(100)),
      'zz/last.xml': '<a/>',
    });
    const after = docx.open(before).save([edit], 'clean');
    expect(changedParts(before, after)).toEqual(['word/document.xml']);
    expect(rawEntry(after, 'word/media/a.bin')).toEqual(rawEntry(before, 'word/media/a.bin'));
    expect(Object.keys(partsOf(after))).toEqual(Object.keys(partsOf(before)));
  });

  it('leaves comments, the glossary and macros alone', () => {
    const before = wordFileOf(body, {
      'word/comments.xml': partXml('comments', `<w:comment w:id="1">${body}</w:comment>`),
      'word/glossaryDocument1.xml': documentXml(body),
      'word/vbaProject1.bin': strToU8('wrod'),
    });
    const opened = docx.open(before);
    expect(opened.document.text).toBe('One wrod');
    expect(changedParts(before, opened.save([edit], 'tracked', stamp))).toEqual([
      'word/document.xml',
    ]);
  });

  it('reads each part once, found by relationship and in a fixed order', () => {
    const part = (root: 'hdr' | 'ftr', text: string) =>
      partXml(root, `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`);
    const note = '<w:footnote w:id="1"><w:p><w:r><w:t>note</w:t></w:r></w:p></w:footnote>';
    const file = wordFileOf(body, {
      'word/_rels/document.xml.rels': relationships([
        { kind: 'footer', target: 'pages/bottom.xml' },
        { kind: 'header', target: '/word/Pages/TOP.xml' },
        { kind: 'header', target: 'pages/top.xml' },
        { kind: 'header', target: 'missing.xml' },
        { kind: 'footnotes', target: 'below.xml' },
      ]),
      'word/pages/bottom.xml': part('ftr', 'bottom'),
      'word/pages/top.xml': part('hdr', 'top'),
      'word/header9.xml': part('hdr', 'nobody points to it'),
      'word/below.xml': partXml('footnotes', note),
    });
    expect(docx.open(file).document.text).toBe('One wrod\n\nnote\n\ntop\n\nbottom');
  });

  it('writes several parts at once, each in its own encoding', () => {
    const top = `\uFEFF${partXml('hdr', body).replace('UTF-8', 'UTF-16')}`;
    const before = wordFileOf(body, {
      'word/header1.xml': Buffer.from(top, 'utf16le'),
      'word/media/a.bin': strToU8('picture'),
      'word/footer1.xml': partXml('ftr', body),
    });
    const second = { ...edit, span: { start: 14, end: 18 } };
    const third = { ...edit, span: { start: 24, end: 28 } };
    const after = docx.open(before).save([edit, second, third], 'clean');
    expect(changedParts(before, after)).toEqual([
      'word/document.xml',
      'word/header1.xml',
      'word/footer1.xml',
    ]);
    expect(docx.open(after).document.text).toBe('One word\n\nOne word\n\nOne word');
    const header = Buffer.from(partsOf(after)['word/header1.xml'] ?? []).toString('utf16le');
    expect(header).toBe(top.replace('wrod', 'word'));
  });

  it('refuses a part that is not what it should be', () => {
    const file = wordFileOf(body, { 'word/header1.xml': documentXml(body) });
    expect(() => docx.open(file)).toThrow(/word\/header1.xml is not the Word text/);
  });

  it('keeps junk before and after the archive', () => {
    const inner = wordFileOf(body);
    const before = Buffer.concat([strToU8('junk before'), inner, strToU8('PK\u0005\u0006 after')]);
    const opened = docx.open(before);
    const after = opened.save([edit], 'clean');
    expect(opened.document.text).toBe('One wrod');
    expect(docx.open(after).document.text).toBe('One word');
    expect(Buffer.from(after).subarray(0, 11).toString()).toBe('junk before');
    expect(Buffer.from(after).subarray(-6).toString()).toBe(' after');
  });

  it('finds the main part by relationship, not by name', () => {
    const type = 'http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument';
    const file = wordFile({
      '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${type}" Target="/Text/./main.xml"/></Relationships>`,
      'text/Main.xml': documentXml(body),
      'word/document.xml': documentXml(''),
    });
    expect(docx.open(file).document.text).toBe('One wrod');
  });

  it.each(['utf-16le', 'utf-16be'] as const)('keeps a part in %s in that encoding', (encoding) => {
    const xml = `\uFEFF${documentXml(body).replace('UTF-8', 'UTF-16')}`;
    const bytes = Buffer.from(xml, 'utf16le');
    const file = wordFile({
      'word/document.xml': encoding === 'utf-16le' ? bytes : bytes.swap16(),
    });
    const saved = partsOf(docx.open(file).save([edit], 'clean'))['word/document.xml'];
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(saved);
    expect(text).toBe(xml.replace('wrod', 'word'));
  });

  it('keeps a byte order mark of UTF-8', () => {
    const xml = `\uFEFF${documentXml(body)}`;
    const file = wordFile({ 'word/document.xml': xml });
    expect(mainXmlOf(docx.open(file).save([edit], 'clean'))).toBe(xml.replace('wrod', 'word'));
  });

  it('numbers its changes above every id of every part', () => {
    const mark = (id: number) => `<w:p><w:bookmarkStart w:id="${id}"/></w:p>`;
    const file = wordFileOf(body, {
      'word/comments.xml': partXml('comments', mark(41)),
      'word/footer1.xml': partXml('ftr', mark(900)),
    });
    const ids = trackedIds(file);
    expect(ids).toEqual([901, 902]);
  });

  it('takes free ids where the highest is taken', () => {
    const marks = [1, 3, 2_147_483_647].map((id) => `<w:bookmarkStart w:id="${id}"/>`);
    expect(trackedIds(wordFileOf(body + marks.join('')))).toEqual([2, 4]);
  });

  it('copies the properties of a run in the order that Word wants, and leaves the run’s own alone', () => {
    const properties = '<w:sz w:val="20"/><w:b/>';
    const run = `<w:r><w:rPr>${properties}</w:rPr><w:t>One wrod.</w:t></w:r>`;
    const opened = docx.open(wordFileOf(`<w:p>${run}</w:p>`));
    const heads = mainXmlOf(opened.save([edit], 'tracked', stamp)).match(/<w:rPr>.*?<\/w:rPr>/g);
    const [own, ...copies] = heads ?? [];
    expect(own).toBe(`<w:rPr>${properties}</w:rPr>`);
    expect(copies.length).toBeGreaterThan(1);
    expect(new Set(copies)).toEqual(new Set(['<w:rPr><w:b/><w:sz w:val="20"/></w:rPr>']));
  });

  it('escapes the author and leaves out a date that is not known', () => {
    const opened = docx.open(wordFileOf(body));
    const signed = { author: 'A & "B"', date: '2026-11-24T09:00:00Z' };
    expect(mainXmlOf(opened.save([edit], 'tracked', signed))).toContain(
      'w:author="A &amp; &quot;B&quot;" w:date="2026-11-24T09:00:00Z"',
    );
    expect(mainXmlOf(opened.save([edit], 'tracked'))).toContain('w:author="Proofdesk">');
  });

  it.each([
    ['does not fit', { ...edit, before: 'word' }],
    ['crosses', { span: { start: 4, end: 12 }, before: 'wrod\n\nTw', after: '' }],
    ['what is not text', { ...edit, after: 'a\nb' }],
    ['what is not text', { ...edit, after: '\uD800' }],
  ])('throws when an edit %s', (message, wrong) => {
    const opened = docx.open(wordFileOf(`${body}<w:p><w:r><w:t>Two</w:t></w:r></w:p>`));
    expect(() => opened.save([wrong], 'clean')).toThrow(message);
    expect(() => opened.save([wrong], 'tracked', stamp)).toThrow(message);
  });

  it('leaves the bytes it was given alone', () => {
    const bytes = Buffer.from(wordFileOf(body));
    const copy = Uint8Array.from(bytes);
    docx.open(bytes).save([edit], 'tracked', stamp);
    expect(Uint8Array.from(bytes)).toEqual(copy);
  });

  it.each([0, 6] as const)('keeps the way an entry is packed (level %d)', (level) => {
    const before = zipSync(partsOf(wordFileOf(body)), { level, mtime: '2026-01-02' });
    const after = docx.open(before).save([edit], 'clean');
    expect(mainXmlOf(after)).toBe(mainXmlOf(before).replace('wrod', 'word'));
    expect(methodOf(after)).toBe(level === 0 ? 0 : 8);
  });

  it('reads an entry whose sizes follow its data, and writes them before it', () => {
    const before = streamed(partsOf(wordFileOf(body, { 'word/styles.xml': '<a/>' })));
    const after = docx.open(before).save([edit], 'clean');
    expect(changedParts(before, after)).toEqual(['word/document.xml']);
    expect(docx.open(after).document.text).toBe('One word');
  });
});

/** The archive as a program writes it that cannot go back: sizes in descriptors after the data. */
function streamed(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [name, bytes] of Object.entries(parts)) {
    const entry = new ZipDeflate(name);
    entry.mtime = '2026-01-02';
    zip.add(entry);
    entry.push(bytes, true);
  }
  zip.end();
  return Uint8Array.from(Buffer.concat(chunks));
}

function methodOf(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes);
  return buffer.readUInt16LE(buffer.lastIndexOf('word/document.xml') - 46 + 10);
}

function trackedIds(file: Uint8Array): readonly number[] {
  const xml = mainXmlOf(docx.open(file).save([edit], 'tracked', stamp));
  return [...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map(([, id]) => Number(id));
}

/** The packed bytes of an entry with its local header. */
function rawEntry(bytes: Uint8Array, name: string): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = Buffer.from(bytes).indexOf(name) - 30;
  return bytes.slice(at, at + 30 + view.getUint16(at + 26, true) + view.getUint32(at + 18, true));
}
