import { type Tag, tagsOf } from '../xml/tags.ts';
import { changeReaders, newChanges } from './changes.ts';
import { inlineReaders, otherInline } from './inline.ts';
import { characters } from './inline-text.ts';
import { inBody, type Paragraph } from './paragraph.ts';
import type { Context, ElementReader, Frame, Notice, Reading, StoryOptions } from './reading.ts';
import { textReaders } from './texts.ts';

/** What was read of one part: its paragraphs in reading order, and what a person should know of it. */
export interface Story {
  readonly paragraphs: readonly Paragraph[];
  readonly revisions: number;
  readonly notices: ReadonlySet<Notice>;
}

/**
 * Reads the paragraphs of the texts in a part, with the places of their text: the body, or headers and footers.
 * The XML must be well-formed. Elements that this program does not know are looked into, and their text left alone.
 */
export function readStory(xml: string, options: StoryOptions): Story {
  const paragraphs: Paragraph[] = [];
  const reading = newReading(xml, options);
  const readers: Readonly<Record<string, ElementReader>> = {
    ...textReaders(paragraphs),
    ...inlineReaders,
    ...changeReaders,
  };
  let textStart = 0;
  for (const tag of tagsOf(xml)) {
    characters(reading, { start: textStart, end: tag.start });
    if (tag.kind !== 'close') reading.frames.push(frameOf(reading, tag, readers));
    if (tag.kind !== 'open') reading.frames.pop()?.closed?.(tag);
    textStart = tag.end;
  }
  if (reading.openFields > 0) reading.notices.add('open-field');
  return { paragraphs, revisions: reading.changes.regions.size, notices: reading.notices };
}

function newReading(xml: string, options: StoryOptions): Reading {
  const context: Context = {
    outlet: undefined,
    changeList: undefined,
    paragraph: undefined,
    wrappers: [],
    unseen: false,
    hold: undefined,
    inField: false,
    place: inBody,
  };
  return {
    xml,
    options,
    frames: [{ name: '', context }],
    notices: new Set(),
    changes: newChanges(),
    openFields: 0,
    spaces: 0,
  };
}

function frameOf(
  reading: Reading,
  tag: Tag,
  readers: Readonly<Record<string, ElementReader>>,
): Frame {
  const parent = reading.frames.at(-1);
  if (!parent) throw new Error('the XML closes more elements than it opens');
  const { context } = parent;
  if (parent.skipped) return { name: tag.name, context, skipped: true };
  const read = readers[tag.name] ?? (context.paragraph ? otherInline : undefined);
  return { name: tag.name, context, ...read?.(reading, tag, context) };
}
