import { DocumentProblem } from '../../core/problem.ts';
import { attributeOf, type Tag } from '../xml/tags.ts';
import { endInsertion, isRejectedHere, restoredAt, startInsertion } from './changes.ts';
import { addHeldText, addNode } from './inline-text.ts';
import { inBody } from './paragraph.ts';
import { addMark, addPiece } from './paragraph-draft.ts';
import { type Context, type ElementReader, type Frame, type Reading, skip } from './reading.ts';

/** What stands within paragraphs (ODF 1.3 Part 3, 6). */
export const inlineReaders: Readonly<Record<string, ElementReader>> = {
  'text:span': readWrapper,
  'text:a': readWrapper,
  'text:meta': readWrapper,
  'text:ruby': (_, __, context) => ({
    context: { ...context, hold: context.hold ?? 'other-reading' },
  }),
  'text:ruby-base': () => ({}),
  'text:ruby-text': skip,
  'loext:content-control': readControl,
  'text:s': readSpaces,
  'text:tab': sign('\t'),
  'text:line-break': sign('\n'),
  'text:change': readDeletion,
  'text:change-start': (reading, tag) => {
    startInsertion(reading.changes, tag);
    return {};
  },
  'text:change-end': (reading, tag) => {
    endInsertion(reading.changes, tag);
    return {};
  },
  'text:note': readNote,
  'text:note-citation': skip,
  'text:note-body': (_, __, context) => ({
    context: { ...context, place: { ...inBody, inNote: true } },
  }),
  'text:hidden-text': readHiddenText,
  'text:hidden-paragraph': markAndSkip,
  'text:script': markAndSkip,
  'office:annotation': markAndSkip,
  'office:annotation-end': markAndSkip,
  'text:soft-page-break': markAndSkip,
  'field:fieldmark-start': (reading, tag, context) => {
    reading.openFields += 1;
    return markAndSkip(reading, tag, context);
  },
  'field:fieldmark-separator': markAndSkip,
  'field:fieldmark-end': (reading, tag, context) => {
    reading.openFields = Math.max(reading.openFields - 1, 0);
    return markAndSkip(reading, tag, context);
  },
  'office:event-listeners': skip,
  ...namesOf(['text:bookmark', 'text:reference-mark'], ['', '-start', '-end']),
  ...namesOf(
    ['text:toc-mark', 'text:user-index-mark', 'text:alphabetical-index-mark'],
    ['', '-start', '-end'],
  ),
  ...Object.fromEntries(
    [
      'draw:frame',
      'draw:custom-shape',
      'draw:rect',
      'draw:line',
      'draw:polyline',
      'draw:polygon',
      'draw:regular-polygon',
      'draw:path',
      'draw:circle',
      'draw:ellipse',
      'draw:g',
      'draw:page-thumbnail',
      'draw:measure',
      'draw:caption',
      'draw:connector',
      'draw:control',
      'dr3d:scene',
    ].map((name) => [name, readDrawing]),
  ),
  'draw:text-box': readTextBox,
  'draw:a': () => ({}),
  'draw:object': skip,
  'draw:image': skip,
  'draw:plugin': skip,
  'draw:applet': skip,
  'svg:title': skip,
  'svg:desc': skip,
};

/**
 * Any other element of a paragraph is a field: its text is made by the program, which would make it again.
 * One without text stands for something that is shown all the same.
 */
export function otherInline(reading: Reading, tag: Tag, context: Context): Partial<Frame> {
  const { paragraph } = context;
  if (!paragraph || context.inField) return {};
  addMark(paragraph);
  const { length } = paragraph;
  const hold = context.hold ?? 'field';
  return {
    context: { ...context, hold, inField: true },
    closed: () => {
      paragraph.ignoring = false;
      const isShown = tag.name.startsWith('text:') && paragraph.length === length;
      if (isShown) addHeldText(reading, context, { text: placeholder, hold });
    },
  };
}

/** Stands for what has no text. */
const placeholder = '\uFFFC';

function namesOf(
  names: readonly string[],
  endings: readonly string[],
): Readonly<Record<string, ElementReader>> {
  const places = names.flatMap((name) => endings.map((ending) => name + ending));
  return Object.fromEntries(places.map((name) => [name, () => ({ skipped: true })]));
}

function readWrapper(_: Reading, tag: Tag, context: Context): Partial<Frame> {
  return { context: { ...context, wrappers: [...context.wrappers, tag] } };
}

/** A content control of LibreOffice: its content is the author's unless it is chosen, ticked or still to be given. */
function readControl(_: Reading, tag: Tag, context: Context): Partial<Frame> {
  const isHeld = [
    'showing-place-holder',
    'checkbox',
    'date',
    'picture',
    'dropdown',
    'combobox',
  ].some((name) => attributeOf(tag, `loext:${name}`) === 'true');
  return isHeld ? { context: { ...context, hold: context.hold ?? 'control' } } : {};
}

function readSpaces(reading: Reading, tag: Tag, context: Context): Partial<Frame> {
  const { paragraph } = context;
  if (!paragraph) return {};
  const count = Math.max(Number.parseInt(attributeOf(tag, 'text:c') ?? '1', 10) || 1, 1);
  reading.spaces += count;
  if (reading.spaces > spacesMax) {
    throw new DocumentProblem('unsafe', 'The document holds more spaces than any text.');
  }
  const text = ' '.repeat(count);
  return {
    closed: (end) => {
      const [start, stop] = [tag.start, end.end];
      const map = { text, offset: (unit: number) => (unit === 0 ? start : stop) };
      const around = context.wrappers.at(-1) ?? paragraph.tag;
      addNode(reading, context, { kind: 'spaces', start, end: stop, map, around });
      paragraph.ignoring = false;
    },
  };
}

/** A few bytes can state any number of spaces, which would fill the memory; a form filled with them has thousands. */
const spacesMax = 1_000_000;

function sign(text: string): ElementReader {
  return (reading, _, context) => {
    if (!context.paragraph) return {};
    addMark(context.paragraph);
    addHeldText(reading, context, { text, hold: 'break' });
    return { skipped: true };
  };
}

function readDeletion(reading: Reading, tag: Tag, context: Context): Partial<Frame> {
  const { paragraph } = context;
  if (!paragraph || context.unseen) return {};
  for (const piece of restoredAt(reading.changes, tag, reading.options.rejecting)) {
    addPiece(paragraph, piece);
  }
  return {};
}

function readNote(reading: Reading, _: Tag, context: Context): Partial<Frame> {
  return { context: insideObject(reading, context) };
}

function readHiddenText(reading: Reading, tag: Tag, context: Context): Partial<Frame> {
  if (attributeOf(tag, 'text:is-hidden') !== 'true') return otherInline(reading, tag, context);
  return { skipped: true };
}

function markAndSkip(_: Reading, _tag: Tag, { paragraph }: Context): Partial<Frame> {
  if (paragraph) addMark(paragraph);
  return { skipped: true };
}

/** Text of a drawing is read and left alone: no program tracks changes in it. A text box within is a text. */
function readDrawing(reading: Reading, tag: Tag, context: Context): Partial<Frame> {
  const inner = insideObject(reading, context);
  const isBox =
    tag.name === 'draw:custom-shape' &&
    reading.options.styles.isBox(attributeOf(tag, 'draw:style-name'));
  const hold = isBox ? undefined : 'drawing';
  const kept = inner.hold === 'drawing' ? undefined : inner.hold;
  return { context: { ...inner, hold: kept ?? hold } };
}

/** In a group of drawings a text box is one of them. */
function readTextBox(reading: Reading, _: Tag, context: Context): Partial<Frame> {
  const isGrouped = reading.frames.some(({ name }) => name === 'draw:g');
  if (isGrouped || context.hold !== 'drawing') return {};
  return { context: { ...context, hold: undefined } };
}

/** An object in the text stands for itself; the paragraphs in it follow the one in which it stands. */
function insideObject(reading: Reading, context: Context): Context {
  const { paragraph } = context;
  const place = { ...inBody, inHeader: context.place.inHeader };
  if (!paragraph) return { ...context, place };
  addMark(paragraph);
  addHeldText(reading, context, { text: placeholder, hold: 'object' });
  const unseen = context.unseen || isRejectedHere(reading.changes, reading.options.rejecting);
  const outlet = context.outlet && paragraph.inner;
  return { ...context, outlet, paragraph: undefined, wrappers: [], unseen, place };
}
