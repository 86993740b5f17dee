import { attributeOf, tagsOf } from '../xml/tags.ts';
import type { WordPackage } from './main-part.ts';
import type { Paragraph } from './paragraph.ts';
import type { TextPart } from './text-parts.ts';

/** Where in the body something is referred to: a note by its mark, a header or footer by the section that shows it. */
export interface Reference {
  readonly what: 'note' | 'header' | 'footer';
  /** A place in the XML of the body: that of the mark, or where the section begins. */
  readonly at: number;
}

/** Finds where the body refers to a paragraph of another part; undefined where it does not. */
export type References = (part: TextPart, paragraph: Paragraph) => Reference | undefined;

const referring: Readonly<Record<string, Reference['what']>> = {
  'w:footnoteReference': 'note',
  'w:endnoteReference': 'note',
  'w:headerReference': 'header',
  'w:footerReference': 'footer',
};

/** The first reference counts: later ones of the same header only repeat it (ECMA-376 Part 1, 17.10.5). */
export function referencesIn(file: WordPackage, body: string): References {
  const found = new Map<string, Reference>();
  let [section, next] = [0, 0];
  for (const tag of tagsOf(body)) {
    if (tag.name === 'w:sectPr') {
      if (tag.kind === 'open') next = tag.start;
      else section = next;
      continue;
    }
    const what = referring[tag.name];
    if (what === undefined || tag.kind === 'close') continue;
    const isNote = what === 'note';
    const id = attributeOf(tag, isNote ? 'w:id' : 'r:id') ?? '';
    const target = isNote
      ? `${tag.name.slice(0, -'Reference'.length)} ${id}`
      : (file.relationships.find((one) => one.id === id)?.target.toLowerCase() ?? '');
    if (!found.has(target)) found.set(target, { what, at: isNote ? tag.start : section });
  }
  const notes = new Map<TextPart, readonly Note[]>();
  return (part, paragraph) => {
    if (part.place !== 'note') return found.get(part.entry.name.toLowerCase());
    const known = notes.get(part) ?? notesIn(part.xml);
    notes.set(part, known);
    const at = paragraph.pieces.find(({ run }) => run)?.run?.start ?? -1;
    const note = known.findLast(({ start }) => start <= at);
    return note && found.get(note.target);
  };
}

interface Note {
  /** `w:footnote 3` */
  readonly target: string;
  readonly start: number;
}

function notesIn(xml: string): readonly Note[] {
  const notes: Note[] = [];
  for (const tag of tagsOf(xml)) {
    if (tag.kind !== 'open' || !/^w:(?:foot|end)note$/.test(tag.name)) continue;
    notes.push({ target: `${tag.name} ${attributeOf(tag, 'w:id') ?? ''}`, start: tag.start });
  }
  return notes;
}
