import { DocumentProblem } from '../../core/problem.ts';
import { readXml, related } from '../office/package.ts';
import { tagsOf } from '../xml/tags.ts';
import type { ZipEntry } from '../zip/zip.ts';
import type { WordPackage } from './main-part.ts';
import { readStory, type Story } from './story.ts';
import type { Rejecting } from './story-reading.ts';
import type { Styles } from './styles.ts';

/** Where in a document a part is read. */
export type Place = 'body' | 'note' | 'header-footer';

/** A part with text of the author, and what was read of it. */
export interface TextPart {
  readonly entry: ZipEntry;
  readonly place: Place;
  readonly xml: string;
  /** The part's bytes for its changed XML, in the part's own encoding. */
  readonly encode: (xml: string) => Uint8Array;
  readonly story: Story;
}

/**
 * The parts whose text is proofread, each once, in the order in which their texts stand in the document: the main
 * part, then footnotes, endnotes, headers and footers in the order of their relationships (ECMA-376 Part 1, 11.3).
 * Comments are talk among reviewers, and the glossary holds building blocks that nobody sees: both are left out.
 * Throws DocumentProblem.
 */
export function readTextParts(
  file: WordPackage,
  styles: Styles,
  rejecting?: Rejecting,
): readonly TextPart[] {
  return textEntries(file).map(({ entry, place, root }) => {
    const { text: xml, encode } = readXml(file.zip, entry);
    checkRoot(xml, root, entry);
    return { entry, place, xml, encode, story: readStory(xml, { styles, rejecting }) };
  });
}

interface Kind {
  /** The last word of the type of the relationship by which the main part points to it. */
  readonly relationship: string;
  readonly place: Place;
  readonly root: string;
}

const kinds: readonly Kind[] = [
  { relationship: 'footnotes', place: 'note', root: 'w:footnotes' },
  { relationship: 'endnotes', place: 'note', root: 'w:endnotes' },
  { relationship: 'header', place: 'header-footer', root: 'w:hdr' },
  { relationship: 'footer', place: 'header-footer', root: 'w:ftr' },
];

interface TextEntry {
  readonly entry: ZipEntry;
  readonly place: Place;
  /** The name of its outermost element. */
  readonly root: string;
}

/** The entries of the parts with text. Several relationships may lead to one part, and one to a part that is missing. */
export function textEntries(file: WordPackage): readonly TextEntry[] {
  const main: TextEntry = { entry: file.main, place: 'body', root: 'w:document' };
  const found = new Map([[file.main, main]]);
  for (const { relationship, place, root } of kinds) {
    for (const name of related(file.relationships, relationship)) {
      const entry = file.entry(name);
      if (entry && !found.has(entry)) found.set(entry, { entry, place, root });
    }
  }
  return [...found.values()];
}

function checkRoot(xml: string, name: string, entry: ZipEntry): void {
  const root = tagsOf(xml).next();
  if (!root.done && root.value.name === name) return;
  throw new DocumentProblem(
    'corrupt',
    `The part ${entry.name} is not the Word text that it should be.`,
  );
}
