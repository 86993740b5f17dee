import { readXml, related } from '../office/package.ts';
import type { WordPackage } from './main-part.ts';
import { readStyles, type Styles } from './styles.ts';

/** The styles of a document; a document without a styles part has none. Throws DocumentProblem. */
export function stylesOf(file: WordPackage): Styles {
  return readStyles(xmlOf(file, 'styles'));
}

/** The XML of the part to which the main part points by this kind of relationship. Throws DocumentProblem. */
export function xmlOf(file: WordPackage, kind: string): string | undefined {
  const name = related(file.relationships, kind)[0];
  const entry = name === undefined ? undefined : file.entry(name);
  return entry && readXml(file.zip, entry).text;
}
