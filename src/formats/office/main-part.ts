import { DocumentProblem } from '../../core/problem.ts';
import type { ZipEntry } from '../zip/zip.ts';
import { isOle, oleProblem } from './ole.ts';
import {
  type OfficePackage,
  openPackage,
  type Relationship,
  related,
  relationshipsOf,
} from './package.ts';

/** What a package is for, as the media type of its main part says. */
export type Family = 'word' | 'presentation' | 'workbook';

/** An Office document with its main part found. */
export interface OfficeDocument extends OfficePackage {
  readonly main: ZipEntry;
  /** What the main part points to. */
  readonly relationships: readonly Relationship[];
}

/**
 * Opens the package of a document and finds its main part by relationship, whatever its name.
 * Throws DocumentProblem for everything that is not an unsigned, unencrypted document of this family.
 */
export function openDocument(bytes: Uint8Array, family: Family): OfficeDocument {
  if (isOle(bytes)) throw oleProblem(bytes);
  const file = openPackage(bytes);
  const main = mainPartOf(file);
  const kind = main && kindOf(file.typeOf(main.name));
  if (kind && kind.family !== family) {
    throw new DocumentProblem('unsupported-format', `The file is ${kind.title}.`);
  }
  if (!main) throw new DocumentProblem('corrupt', 'The package does not say where its text is.');
  if (isSigned(file)) {
    throw new DocumentProblem('signed', 'The document carries a digital signature.');
  }
  return { ...file, main, relationships: relationshipsOf(file, main.name) };
}

/** The family of a document; undefined where the archive is damaged, or holds something else. */
export function familyOf(bytes: Uint8Array): Family | undefined {
  try {
    const file = openPackage(bytes);
    const main = mainPartOf(file);
    return main && kindOf(file.typeOf(main.name))?.family;
  } catch (error) {
    if (error instanceof DocumentProblem) return undefined;
    throw error;
  }
}

function mainPartOf(file: OfficePackage): ZipEntry | undefined {
  const name = related(relationshipsOf(file, ''), 'officeDocument')[0];
  return name === undefined ? undefined : file.entry(name);
}

interface Kind {
  readonly pattern: RegExp;
  readonly family?: Family;
  /** What a person calls such a file. */
  readonly title: string;
}

/** The media types of main parts. */
const kinds: readonly Kind[] = [
  { pattern: /wordprocessingml|ms-word/i, family: 'word', title: 'a Word document' },
  {
    pattern: /presentationml|powerpoint/i,
    family: 'presentation',
    title: 'a PowerPoint presentation',
  },
  { pattern: /ms-excel\.sheet\.binary/i, title: 'a binary Excel workbook (.xlsb)' },
  { pattern: /spreadsheetml|ms-excel/i, family: 'workbook', title: 'an Excel workbook' },
  { pattern: /visio/i, title: 'a Visio drawing' },
  { pattern: /xps|fixedrepresentation/i, title: 'an XPS page file' },
];

function kindOf(type: string): Kind | undefined {
  return kinds.find(({ pattern }) => pattern.test(type));
}

/** Only a signature part counts: Office leaves its empty origin behind when a signature is removed. */
function isSigned(file: OfficePackage): boolean {
  return file.zip.entries.some((entry) =>
    file.typeOf(entry.name).includes('digital-signature-xmlsignature'),
  );
}
