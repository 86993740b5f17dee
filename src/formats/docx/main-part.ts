import { DocumentProblem } from '../../core/problem.ts';
import { isOle, oleProblem } from '../office/ole.ts';
import {
  type OfficePackage,
  openPackage,
  type Relationship,
  related,
  relationshipsOf,
} from '../office/package.ts';
import type { ZipEntry } from '../zip/zip.ts';

/** A Word document with its main part found. */
export interface WordPackage extends OfficePackage {
  readonly main: ZipEntry;
  /** What the main part points to. */
  readonly relationships: readonly Relationship[];
}

/**
 * Opens the package of a Word document and finds its main part by relationship, whatever its name.
 * Throws DocumentProblem for everything that is not an unsigned, unencrypted Word document.
 */
export function openWordPackage(bytes: Uint8Array): WordPackage {
  if (isOle(bytes)) throw oleProblem(bytes);
  const file = openPackage(bytes);
  const name = related(relationshipsOf(file, ''), 'officeDocument')[0];
  const main = name === undefined ? undefined : file.entry(name);
  refuseOthers(main ? file.typeOf(main.name) : '');
  if (!main) throw new DocumentProblem('corrupt', 'The package does not say where its text is.');
  if (isSigned(file)) {
    throw new DocumentProblem('signed', 'The document carries a digital signature.');
  }
  return { ...file, main, relationships: relationshipsOf(file, main.name) };
}

/** Media types of main parts that are not of Word, and what a person calls such a file. */
const others: readonly (readonly [RegExp, string])[] = [
  [/presentationml|powerpoint/i, 'a PowerPoint presentation'],
  [/spreadsheetml|ms-excel/i, 'an Excel workbook'],
  [/visio/i, 'a Visio drawing'],
  [/xps|fixedrepresentation/i, 'an XPS page file'],
];

function refuseOthers(type: string): void {
  const other = others.find(([pattern]) => pattern.test(type));
  if (other) throw new DocumentProblem('unsupported-format', `The file is ${other[1]}.`);
}

/** Only a signature part counts: Word leaves its empty origin behind when a signature is removed. */
function isSigned(file: OfficePackage): boolean {
  return file.zip.entries.some((entry) =>
    file.typeOf(entry.name).includes('digital-signature-xmlsignature'),
  );
}
