import type { Format } from '../core/format.ts';
import { DocumentProblem } from '../core/problem.ts';
import { docx } from './docx/docx.ts';
import { eml } from './eml/eml.ts';
import { html } from './html/html.ts';
import { latex } from './latex/latex.ts';
import { markdown } from './markdown/markdown.ts';
import { odt } from './odt/odt.ts';
import { familyOf } from './office/main-part.ts';
import { pdf } from './pdf/pdf.ts';
import { pptx } from './pptx/pptx.ts';
import { rtf } from './rtf/rtf.ts';
import { latin1, type Signature, signatureOf, type ZipKind, zipKind } from './signatures.ts';
import { subtitles } from './subtitles/subtitles.ts';
import { text } from './text/text.ts';
import { unmarkedUtf16 } from './unmarked-utf16.ts';
import { xlsx } from './xlsx/xlsx.ts';

/** A book of a thousand pages with pictures is smaller; what is larger would not fit into memory several times. */
export const sizeBytesMax = 100_000_000;

/**
 * The format of a document, from its content; the name only decides between kinds of text.
 * Throws DocumentProblem for what cannot be proofread, saying what it is and what to send instead.
 */
export function recognise(fileName: string, bytes: Uint8Array): Format {
  if (bytes.length === 0) throw new DocumentProblem('corrupt', 'The file is empty.');
  if (bytes.length > sizeBytesMax) throw tooLarge(bytes.length);
  const file = { bytes, extension: extensionOf(fileName), isLockFile: isLockName(fileName) };
  const signature = signatureOf(bytes);
  return signature ? bySignature(file, signature) : byText(file);
}

interface File {
  readonly bytes: Uint8Array;
  /** In lower case, without its dot; '' where there is none. */
  readonly extension: string;
  /** Whether the name is one that Word gives to the mark it leaves beside an open document. */
  readonly isLockFile: boolean;
}

/** Documents that are archives, by what stands in them. */
const archiveFormats: Readonly<Record<Exclude<ZipKind['kind'], 'foreign'>, Format>> = {
  word: docx,
  presentation: pptx,
  workbook: xlsx,
  writer: odt,
};

/** Names of documents in an archive or in XML, which nothing else may bear. */
const officeFormats: ReadonlyMap<string, Format> = new Map(
  Object.values(archiveFormats).flatMap((format) =>
    format.extensions.map((each) => [each, format] as const),
  ),
);

/** Names under which Outlook, Excel and PowerPoint keep their own old files. */
const foreignOle: ReadonlyMap<string, string> = new Map([
  ['msg', 'an e-mail of Outlook'],
  ['pub', 'a Publisher document'],
  ['vsd', 'a Visio drawing'],
]);

function bySignature(file: File, signature: Signature): Format {
  switch (signature.kind) {
    case 'zip':
      return byArchive(file);
    case 'ole': {
      const title = foreignOle.get(file.extension);
      if (title !== undefined) throw unsupported(title);
      return docx;
    }
    case 'pdf':
      if (officeFormats.has(file.extension)) throw misnamed(file, signature.title, instead);
      return pdf;
    case 'rtf':
      return byRtf(file, signature);
    case 'foreign':
      if (officeFormats.has(file.extension)) throw misnamed(file, signature.title, instead);
      throw unsupported(signature.title);
  }
}

/** Word and other programs have always saved RTF under `.doc` as well. */
function byRtf(file: File, { title }: Signature): Format {
  if (file.extension === 'doc' || !officeFormats.has(file.extension)) return rtf;
  throw misnamed(file, title, 'rename it to end in .rtf');
}

/** The names in a damaged archive say what it was; opening it says what is wrong. */
function byArchive(file: File): Format {
  const named = officeFormats.get(file.extension);
  const found = zipKind(file.bytes);
  const kind = familyOf(file.bytes) ?? found?.kind;
  if (kind === undefined && named) return named;
  if (kind === undefined || kind === 'foreign') throw unsupported(found?.title ?? 'a zip archive');
  const format = archiveFormats[kind];
  if (!named || named === format) return format;
  throw misnamed(file, withArticle(format.title), `rename it to end in .${format.extensions[0]}`);
}

function withArticle(title: string): string {
  return `${/^[aeiou]/i.test(title) ? 'an' : 'a'} ${title}`;
}

/** Files that hold mail otherwise than one message as it was sent. */
const otherMail: ReadonlyMap<string, string> = new Map([
  ['emlx', 'an e-mail of Apple Mail'],
  ['mbox', 'a folder of e-mails'],
  ['mht', 'a web page saved as an archive'],
  ['mhtml', 'a web page saved as an archive'],
]);

/** Plain text comes under these names, and under none. */
const textFormats: ReadonlyMap<string, Format> = new Map([
  ...[html, latex, markdown, subtitles, text].flatMap((format) =>
    format.extensions.map((each) => [each, format] as const),
  ),
  ['', text] as const,
]);

function byText(file: File): Format {
  const head = headOf(file.bytes);
  if (file.isLockFile)
    throw unsupported('the mark that Word leaves beside an open document, not the document');
  const mail = otherMail.get(file.extension);
  if (mail !== undefined) throw unsupported(mail);
  if (eml.extensions.includes(file.extension)) return eml;
  if (head === undefined) return byBinary(file);
  if (isMail(head)) return byMail(file, head);
  if (isFlatOdt(head)) return odt;
  const looksLike = isPage(head) ? html : undefined;
  if (officeFormats.has(file.extension)) {
    const { title, extensions } = looksLike ?? text;
    throw misnamed(
      file,
      looksLike ? 'a web page' : title.toLowerCase(),
      `rename it to end in .${extensions.at(looksLike ? 1 : 0)}`,
    );
  }
  const named = textFormats.get(file.extension);
  if (named === text && isSubtitled(head)) return subtitles;
  if (named === text && isLatex(head)) return latex;
  if (looksLike && (named || file.extension === 'doc')) return looksLike;
  if (/^\s*<\?xml\s/.test(head) && named !== html) throw unsupported('an XML file');
  if (named) return named;
  throw unsupported(`a file of a kind that is not known here (.${file.extension})`);
}

/** A folder of mail begins as a message does, behind a line of its own. */
function byMail(file: File, head: string): Format {
  if (/^From \S/.test(head)) throw unsupported('a folder of e-mails');
  if (!officeFormats.has(file.extension)) return eml;
  throw misnamed(file, 'an e-mail', 'rename it to end in .eml');
}

function byBinary({ extension }: File): Format {
  const office = officeFormats.get(extension);
  if (office) {
    throw new DocumentProblem(
      'corrupt',
      `The file is not ${withArticle(office.title)}, or its beginning is damaged.`,
    );
  }
  const named = textFormats.get(extension);
  if (named && extension !== '') return named;
  throw unsupported('a file of a kind that is not known here');
}

/** How much of a text is looked at. */
const headBytes = 4096;

/** The beginning of a text, in whatever encoding; undefined when it is not text. */
function headOf(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, headBytes);
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  const label = head.includes(0) ? unmarkedUtf16(head) : undefined;
  if (label !== undefined) return new TextDecoder(label).decode(head);
  return head.includes(0) ? undefined : latin1(head).replace(/^\xEF\xBB\xBF/, '');
}

/** Whether a text begins with headers that only a mail program writes; a typed "From:" and "To:" is a memo. */
function isMail(head: string): boolean {
  const headers =
    /^(?:From \S+@[^\n]*\n)?(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){3,}/.exec(head)?.[0] ?? '';
  return /^(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|DKIM-Signature):/im.test(
    headers,
  );
}

/** Whether a text begins as an OpenDocument file does that is one XML file and no archive. */
function isFlatOdt(head: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<office:document\s/.test(head);
}

/** Whether a text begins as a LaTeX document does, comments before that allowed. */
function isLatex(head: string): boolean {
  return /^(?:\s*%[^\n]*\n)*\s*\\documentclass\s*[[{]/.test(head);
}

/** Whether a text begins with the first cue of subtitles. */
function isSubtitled(head: string): boolean {
  return /^\s*(?:WEBVTT\b[^\n]*\n|\d+\s*\r?\n(?:\d+:)?\d+:\d\d[.,]\d{3}\s*-->)/.test(head);
}

/** Whether a text begins as a whole web page does. */
function isPage(head: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html)\b/i.test(head);
}

function extensionOf(fileName: string): string {
  return /[^./\\]\.([^./\\\s]{1,12})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

function isLockName(fileName: string): boolean {
  return /(?:^|[/\\-])~\$[^/\\]*$/.test(fileName);
}

const instead = 'send it as .docx, .odt, .txt, .md or .html';

function unsupported(title: string): DocumentProblem {
  return new DocumentProblem('unsupported-format', `This is ${title}; please ${instead}.`);
}

function misnamed(file: File, title: string, remedy: string): DocumentProblem {
  return new DocumentProblem(
    'wrong-extension',
    `The file is named .${file.extension} but is ${title}; please ${remedy}.`,
  );
}

/** What is said of a file of so many bytes. */
export function tooLarge(bytes: number): DocumentProblem {
  const megabytes = (count: number): number => Math.ceil(count / 1_000_000);
  return new DocumentProblem(
    'too-large',
    `The file has ${megabytes(bytes)} MB; up to ${megabytes(sizeBytesMax)} MB can be proofread. Please send it in parts.`,
  );
}
