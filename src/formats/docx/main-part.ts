import { type OfficeDocument, openDocument } from '../office/main-part.ts';

/** A Word document with its main part found. */
export type WordPackage = OfficeDocument;

/**
 * Opens the package of a Word document.
 * Throws DocumentProblem for everything that is not an unsigned, unencrypted Word document.
 */
export function openWordPackage(bytes: Uint8Array): WordPackage {
  return openDocument(bytes, 'word');
}
