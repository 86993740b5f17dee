import type { Tag } from '../xml/tags.ts';
import { isBlank, mappedText, textWithSections } from '../xml/text.ts';
import type { Hold, Run } from './paragraph.ts';
import { addPiece } from './paragraph-draft.ts';
import { type RunProperties, readRunProperty } from './run-properties.ts';
import {
  type Context,
  type ElementReader,
  type Frame,
  type PropertyReader,
  type Reading,
  skip,
} from './story-reading.ts';
import { styledProperty } from './styles.ts';

/** Runs and what stands in them (ECMA-376 Part 1, 17.3.2 and 17.3.3). */
export const runReaders: Readonly<Record<string, ElementReader>> = {
  'w:r': readRun,
  'w:rPr': readProperties,
  'w:t': (reading, tag, context) => ({
    closed: (end) => addText(reading, { open: tag, close: end }, context),
  }),
  'w:delText': (reading, tag, context) => ({
    closed: (end) => {
      if (context.ourDeletion) addText(reading, { open: tag, close: end }, context);
    },
  }),
  'w:tab': sign('\t', 'break'),
  'w:ptab': sign('\t', 'break'),
  'w:br': sign('\n', 'break'),
  'w:cr': sign('\n', 'break'),
  'w:noBreakHyphen': sign('\u2011', 'break'),
  'w:softHyphen': sign('\u00AD', 'break'),
  'm:oMath': (reading, _, context) => {
    addSign(reading, context, { text: placeholder, hold: 'object' });
    return { properties: skip };
  },
  ...Object.fromEntries(
    [
      'w:sym',
      'w:drawing',
      'w:pict',
      'w:object',
      'w:contentPart',
      'w:footnoteReference',
      'w:endnoteReference',
      'w:footnoteRef',
      'w:endnoteRef',
      'w:separator',
      'w:continuationSeparator',
      'w:pgNum',
      'w:dayShort',
      'w:dayLong',
      'w:monthShort',
      'w:monthLong',
      'w:yearShort',
      'w:yearLong',
    ].map((name) => [name, readObject]),
  ),
};

/** Stands for what has no text. */
const placeholder = '\uFFFC';

function readRun(reading: Reading, tag: Tag, context: Context): Partial<Frame> {
  const parent = reading.frames.at(-1)?.start ?? 0;
  const { insertion } = context;
  const run: Run = {
    start: tag.start,
    openEnd: tag.end,
    rawName: tag.rawName,
    scope: tag.scope,
    parent,
    insertion,
    wrapped: insertion !== undefined || context.linked || reading.fields.areOpen(),
    properties: {},
    propertiesAt: undefined,
    closeStart: tag.end,
    end: tag.end,
  };
  // Between a run and the insertion around it there may be a wrapper, which could not be closed and opened again.
  const hold = insertion && insertion.start !== parent ? 'revision' : context.hold;
  return {
    context: { ...context, run, hold },
    closed: (end: Tag) => {
      run.closeStart = end.start;
      run.end = end.end;
    },
  };
}

function readProperties(reading: Reading, tag: Tag, { run }: Context): Partial<Frame> {
  const isOfRun = reading.frames.at(-1)?.name === 'w:r' && run && !run.propertiesAt;
  if (!isOfRun) return { properties: skip };
  const read: PropertyReader = (child) => {
    readRunProperty(run.properties, child);
    return undefined;
  };
  return {
    properties: read,
    closed: (end: Tag) => {
      run.propertiesAt = { start: tag.start, end: end.end };
    },
  };
}

function readObject(reading: Reading, _tag: Tag, context: Context): Partial<Frame> {
  addSign(reading, context, { text: placeholder, hold: 'object' });
  return { context: { ...context, run: undefined } };
}

function sign(text: string, hold: Hold): ElementReader {
  return (reading, _, context) => {
    if (context.run) addSign(reading, context, { text, hold });
    return {};
  };
}

function addSign(
  reading: Reading,
  context: Context,
  { text, hold }: { readonly text: string; readonly hold: Hold },
): void {
  if (!context.paragraph || !isSeen(reading, context)) return;
  addPiece(context.paragraph, { text, run: context.run, hold });
}

/** Whether text here is part of what a reader sees. */
function isSeen(reading: Reading, context: Context): boolean {
  if (context.unseen || reading.fields.hidesText()) return false;
  return !propertyOf(reading, context, 'hidden');
}

function propertyOf<Key extends keyof RunProperties>(
  reading: Reading,
  { run, paragraph }: Context,
  key: Key,
): RunProperties[Key] {
  const direct = run?.properties ?? {};
  return styledProperty(reading.options.styles, { direct, paragraph: paragraph?.style }, key);
}

interface Element {
  readonly open: Tag;
  readonly close: Tag;
}

function addText(reading: Reading, { open, close }: Element, context: Context): void {
  const { run, paragraph, preserved } = context;
  if (!run || !paragraph || open.kind === 'empty' || !isSeen(reading, context)) return;
  const hold = context.hold ?? (reading.fields.holdsText() ? 'field' : undefined);
  const raw = reading.xml.slice(open.end, close.start);
  if (raw.includes('<')) {
    addPiece(paragraph, { text: textWithSections(raw), run, hold: hold ?? 'object' });
    return;
  }
  const seen = preserved
    ? { start: open.end, end: close.start }
    : trimmed(reading.xml, open.end, close.start);
  const map = mappedText(reading.xml, seen.start, seen.end);
  const source = {
    run,
    openStart: open.start,
    contentStart: open.end,
    contentEnd: close.start,
    end: close.end,
    preserved,
    seen,
    map,
  };
  addPiece(paragraph, { text: map.text, run, hold, source });
}

/** Without `xml:space="preserve"` white space at the ends of a text is not shown (17.3.3.31). */
function trimmed(xml: string, start: number, end: number): { start: number; end: number } {
  let [from, to] = [start, end];
  while (from < to && isBlank(xml, from, from + 1)) from += 1;
  while (to > from && isBlank(xml, to - 1, to)) to -= 1;
  return { start: from, end: to };
}
