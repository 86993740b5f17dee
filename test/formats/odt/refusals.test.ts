import { describe, expect, it } from 'vitest';
import { DocumentProblem } from '../../../src/core/problem.ts';
import { odt } from '../../../src/formats/odt/odt.ts';
import {
  contentXml,
  flatXml,
  manifest,
  odtFile,
  odtFileOf,
  type Parts,
  zipped,
} from './package.ts';

const paragraph = '<text:p>Text</text:p>';
const signature = '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/>';
const signatures = (content: string): string =>
  `<s:document-signatures xmlns:s="urn:oasis:names:tc:opendocument:xmlns:digitalsignature:1.0">${content}</s:document-signatures>`;
const encryption = '<manifest:encryption-data manifest:checksum="x"/>';
const doctype = '<!DOCTYPE a [<!ENTITY b "c">]>';

describe('odt refuses', () => {
  it.each<[string, string, () => Uint8Array]>([
    ['corrupt', 'bytes that are no archive', () => bytesOf('PK and no more')],
    ['corrupt', 'half an archive', () => odtFileOf(paragraph).slice(0, 400)],
    ['corrupt', 'a package without a text', () => odtFile({ 'other.xml': '<a/>' })],
    ['corrupt', 'XML that is not well-formed', () => odtFileOf('<text:p><text:span></text:p>')],
    ['corrupt', 'a prefix without a namespace', () => odtFileOf('<q:p/>')],
    ['corrupt', 'another root', () => withContent('<a/>')],
    ['corrupt', 'a flat file that is something else', () => bytesOf('<a/>')],
    [
      'corrupt',
      'styles that are not well-formed',
      () => odtFileOf(paragraph, { 'styles.xml': '<' }),
    ],
    ['unsafe', 'a DOCTYPE', () => withContent(doctype + contentXml(''))],
    ['unsafe', 'a DOCTYPE in a flat file', () => bytesOf(doctype + flatXml('').slice(39))],
    [
      'unsafe',
      'elements 20,000 deep',
      () => odtFileOf('<text:p>'.repeat(20_000) + '</text:p>'.repeat(20_000)),
    ],
    [
      'unsafe',
      'a number of spaces that fills the memory',
      () => odtFileOf('<text:p><text:s text:c="99999999"/></text:p>'),
    ],
    ['unsafe', 'a name that leads out', () => odtFileOf(paragraph, { '../evil.txt': 'x' })],
    ['needs-password', 'an encrypted text', () => withManifest(encryption)],
    ['needs-password', 'an encrypted text that is no XML', () => encrypted()],
    ['signed', 'a digital signature', () => signedWith(signature)],
    ['legacy-format', 'a text of OpenOffice 1', () => ofMime('application/vnd.sun.xml.writer')],
    ['unsupported-format', 'a spreadsheet', () => ofType('spreadsheet')],
    ['unsupported-format', 'a presentation', () => ofType('presentation-template')],
    ['unsupported-format', 'a master document', () => ofType('text-master')],
    ['unsupported-format', 'a spreadsheet by its content', () => withContent(spreadsheet())],
  ])('as %s: %s', (code, _, bytes) => {
    expect(codeOf(bytes())).toBe(code);
  });

  it('names what it is not', () => {
    expect(() => odt.open(ofType('spreadsheet'))).toThrow('an OpenDocument spreadsheet');
    expect(() => odt.open(ofType('text-master'))).toThrow('chapters are files of their own');
  });
});

describe('odt opens', () => {
  it.each<[string, () => Uint8Array]>([
    ['a template', () => ofType('text-template')],
    ['a text for the web', () => ofType('text-web')],
    [
      'a package without mimetype and manifest',
      () => zipped({ 'content.xml': contentXml(paragraph) }),
    ],
    ['a document from which the signature was removed', () => signedWith('')],
    ['a package of OpenOffice 2, whose manifest has a DOCTYPE', () => oldManifest()],
    ['a document whose macros are signed', () => macrosSigned()],
    ['a flat document', () => bytesOf(flatXml(paragraph))],
    ['UTF-16', () => withContent(new Uint8Array(Buffer.from(`\uFEFF${utf16Xml()}`, 'utf16le')))],
  ])('%s', (_, bytes) => {
    expect(odt.open(bytes()).document.text).toBe('Text');
  });
});

function codeOf(bytes: Uint8Array): string | undefined {
  try {
    odt.open(bytes);
    return undefined;
  } catch (error) {
    return error instanceof DocumentProblem ? error.code : 'crash';
  }
}

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text));
}

function withContent(xml: string | Uint8Array): Uint8Array {
  return odtFile({ 'content.xml': xml });
}

function withManifest(content: string): Uint8Array {
  return odtFileOf(paragraph, { 'META-INF/manifest.xml': manifest(content) });
}

/** As it is in truth: what should be XML is encrypted. */
function encrypted(): Uint8Array {
  const parts: Parts = { 'META-INF/manifest.xml': manifest(encryption) };
  return odtFile({ 'content.xml': Uint8Array.of(0xff, 1, 2, 3), ...parts });
}

function oldManifest(): Uint8Array {
  const declared =
    '<!DOCTYPE manifest:manifest PUBLIC "-//x//DTD Manifest 1.0//EN" "Manifest.dtd">';
  const xml = manifest().replace('?>', `?>${declared}`);
  return odtFileOf(paragraph, { 'META-INF/manifest.xml': xml });
}

function signedWith(content: string): Uint8Array {
  return odtFileOf(paragraph, { 'META-INF/documentsignatures.xml': signatures(content) });
}

function macrosSigned(): Uint8Array {
  return odtFileOf(paragraph, { 'META-INF/macrosignatures.xml': signatures(signature) });
}

function ofType(kind: string): Uint8Array {
  return ofMime(`application/vnd.oasis.opendocument.${kind}`);
}

function ofMime(mimetype: string): Uint8Array {
  return odtFileOf(paragraph, { mimetype });
}

function spreadsheet(): string {
  return contentXml('').replaceAll('office:text>', 'office:spreadsheet>');
}

function utf16Xml(): string {
  return contentXml(paragraph).replace('UTF-8', 'UTF-16');
}
