import { DocumentProblem } from '../../core/problem.ts';
import type { OfficeDocument } from '../office/main-part.ts';
import { readXml, related, relationshipsOf } from '../office/package.ts';
import { newPartReader, type TextPart } from '../office/text-parts.ts';
import { attributeOf, tagsOf } from '../xml/tags.ts';

/** A slide, or the notes of its speaker. */
export interface SlidePart {
  readonly place: 'slide' | 'notes';
  readonly part: TextPart;
}

/**
 * The slides in the order in which they are shown, hidden ones among them, each followed by its notes.
 * Masters and layouts are left out: what they hold is a form for slides to come. Throws DocumentProblem.
 */
export function readSlideParts(file: OfficeDocument): readonly SlidePart[] {
  const reader = newPartReader(file);
  const slides = slideNames(file).flatMap((name): readonly SlidePart[] => {
    const slide = reader.read(name);
    if (!slide) return [];
    checkRoot(slide, 'p:sld');
    const notes = related(relationshipsOf(file, slide.entry.name), 'notesSlide').flatMap(
      (notesName) => reader.read(notesName) ?? [],
    );
    return [
      { place: 'slide', part: slide },
      ...notes.map((part): SlidePart => ({ place: 'notes', part })),
    ];
  });
  return slides;
}

/** The presentation lists its slides by the ids of relationships (ECMA-376 Part 1, 19.2.1.34). */
function slideNames(file: OfficeDocument): readonly string[] {
  const targets = new Map(
    file.relationships
      .filter(({ external, type }) => !external && type.endsWith('/slide'))
      .map(({ id, target }) => [id, target]),
  );
  const { text } = readXml(file.zip, file.main);
  const tags = [...tagsOf(text)];
  if (tags[0]?.name !== 'p:presentation') {
    throw new DocumentProblem('corrupt', 'The main part of the file is not a presentation.');
  }
  return tags.flatMap((tag) => {
    if (tag.kind === 'close' || tag.name !== 'p:sldId') return [];
    return targets.get(attributeOf(tag, 'r:id') ?? '') ?? [];
  });
}

function checkRoot({ xml, entry }: TextPart, name: string): void {
  const root = tagsOf(xml).next();
  if (!root.done && root.value.name === name) return;
  throw new DocumentProblem(
    'corrupt',
    `The part ${entry.name} is not the slide that it should be.`,
  );
}
