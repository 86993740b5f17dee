import { type Tag, tagsOf } from '../xml/tags.ts';
import { newFields } from './fields.ts';
import type { Paragraph } from './paragraph.ts';
import { controlReaders } from './story-controls.ts';
import { finishPending, paragraphReaders } from './story-paragraphs.ts';
import type {
  Context,
  ElementReader,
  Frame,
  Notice,
  Reading,
  StoryOptions,
} from './story-reading.ts';
import { runReaders } from './story-runs.ts';

/** What was read of one part: its paragraphs in reading order, and what a person should know of it. */
export interface Story {
  readonly paragraphs: readonly Paragraph[];
  readonly revisions: number;
  readonly notices: ReadonlySet<Notice>;
}

/**
 * Reads the paragraphs of a part with the places of their text. The XML must be well-formed.
 * Elements that this program does not know are looked into: their text is text.
 */
export function readStory(xml: string, options: StoryOptions): Story {
  const reading = newReading(xml, options);
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'close') close(reading, tag);
    else {
      open(reading, tag);
      if (tag.kind === 'empty') close(reading, tag);
    }
  }
  finishPending(reading);
  if (reading.fields.areOpen()) reading.notices.add('open-field');
  return reading;
}

const elementReaders: Readonly<Record<string, ElementReader>> = {
  ...paragraphReaders,
  ...runReaders,
  ...controlReaders,
};

/** Elements that record a change somebody made (ECMA-376 Part 1, 17.13.5). */
const revisionElement = /^w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|[a-zA-Z]+Change)$/;

function newReading(xml: string, options: StoryOptions): Reading & Story {
  const paragraphs: Paragraph[] = [];
  const context: Context = {
    outlet: paragraphs,
    inner: paragraphs,
    paragraph: undefined,
    run: undefined,
    insertion: undefined,
    linked: false,
    unseen: false,
    ourDeletion: false,
    hold: undefined,
    preserved: false,
    inTable: false,
    control: undefined,
    branches: undefined,
  };
  return {
    xml,
    options,
    paragraphs,
    notices: new Set(),
    revisions: 0,
    fields: newFields(),
    frames: [{ name: '', start: 0, context }],
    pending: undefined,
  };
}

function open(reading: Reading, tag: Tag): void {
  const parent = reading.frames.at(-1);
  if (!parent) throw new Error('the XML closes more elements than it opens');
  if (revisionElement.test(tag.name)) reading.revisions += 1;
  reading.frames.push(parent.properties ? propertyFrame(parent, tag) : frameOf(reading, tag));
}

/** Inside a bag of properties each child goes to the bag's reader, and what it returns reads the child's children. */
function propertyFrame(parent: Frame, tag: Tag): Frame {
  const properties = parent.properties?.(tag) ?? (() => undefined);
  return { name: tag.name, start: tag.start, context: parent.context, properties };
}

function frameOf(reading: Reading, tag: Tag): Frame {
  const parent = reading.frames.at(-1);
  const inherited = parent?.context;
  if (!parent || !inherited) throw new Error('there is no element around');
  const context = spaceOf(tag, inherited);
  const read = elementReaders[tag.name]?.(reading, tag, context);
  return { name: tag.name, start: tag.start, context, ...read };
}

function spaceOf(tag: Tag, context: Context): Context {
  if (!tag.rawAttributes.includes('xml:space')) return context;
  const space = /\bxml:space\s*=\s*["'](\w+)/.exec(tag.rawAttributes)?.[1];
  return space === undefined ? context : { ...context, preserved: space === 'preserve' };
}

function close(reading: Reading, tag: Tag): void {
  const frame = reading.frames.pop();
  frame?.closed?.(tag);
}
