import { attributeOf, type Tag } from '../xml/tags.ts';
import { unescapeXml } from '../xml/text.ts';
import { isAuthored } from './fields.ts';
import type { Insertion } from './paragraph.ts';
import { isRejected } from './rejecting.ts';
import { isOn } from './run-properties.ts';
import {
  type Context,
  type ElementReader,
  type Frame,
  type PropertyReader,
  type Reading,
  skip,
} from './story-reading.ts';

/** What stands around runs and decides whether they are seen, and whether they may be edited. */
export const controlReaders: Readonly<Record<string, ElementReader>> = {
  'w:fldChar': (reading, tag, context) => {
    if (context.paragraph) reading.fields.mark(attributeOf(tag, 'w:fldCharType'));
    return {};
  },
  'w:instrText': (reading, tag, context) => ({
    closed: (end) => {
      if (!context.paragraph || tag.kind === 'empty') return;
      reading.fields.instruct(unescapeXml(reading.xml.slice(tag.end, end.start)));
    },
  }),
  'w:hyperlink': (_, __, context) => ({ context: { ...context, linked: true } }),
  'w:fldSimple': (_, tag, context) =>
    isAuthored(attributeOf(tag, 'w:instr') ?? '')
      ? { context: { ...context, linked: true } }
      : { context: { ...context, hold: context.hold ?? 'field' } },
  'w:ins': readInsertion,
  'w:moveTo': readInsertion,
  'w:del': readDeletion,
  'w:moveFrom': readDeletion,
  'w:sdt': (_, __, context) => ({ context: { ...context, control: { held: false } } }),
  'w:sdtPr': (_, __, { control }) => ({ properties: control ? controlProperties(control) : skip }),
  'w:sdtEndPr': () => ({ properties: skip }),
  'w:sdtContent': (_, __, context) => ({
    context: {
      ...context,
      control: undefined,
      hold: context.control?.held ? 'control' : context.hold,
    },
  }),
  'w:ruby': (_, __, context) => ({ context: { ...context, hold: 'other-reading' } }),
  'w:rt': (_, __, context) => ({ context: { ...context, unseen: true } }),
};

function readInsertion(reading: Reading, tag: Tag, context: Context): Partial<Frame> {
  if (isRejected(reading.options, tag)) return { context: { ...context, unseen: true } };
  const insertion: Insertion = {
    start: tag.start,
    openEnd: tag.end,
    rawName: tag.rawName,
    closeStart: tag.end,
    end: tag.end,
  };
  return {
    context: {
      ...context,
      insertion,
      hold: context.insertion ? 'revision' : context.hold,
    },
    closed: (end: Tag) => {
      insertion.closeStart = end.start;
      insertion.end = end.end;
    },
  };
}

function readDeletion(reading: Reading, tag: Tag, context: Context): Partial<Frame> {
  const rejected = isRejected(reading.options, tag);
  return {
    context: {
      ...context,
      unseen: context.unseen || !rejected,
      ourDeletion: context.ourDeletion || rejected,
    },
  };
}

/** Content that Word fills in itself, or that the author locked (ECMA-376 Part 1, 17.5.2). */
const holdingProperties = new Set([
  'w:dataBinding',
  'w15:dataBinding',
  'w:dropDownList',
  'w:comboBox',
  'w:date',
  'w14:checkbox',
  'w:picture',
  'w:citation',
  'w:bibliography',
  'w:equation',
]);

function controlProperties(control: { held: boolean }): PropertyReader {
  return (tag) => {
    const isLock = tag.name === 'w:lock' && /content/i.test(attributeOf(tag, 'w:val') ?? '');
    const isPlaceholder = tag.name === 'w:showingPlcHdr' && isOn(tag);
    if (isLock || isPlaceholder || holdingProperties.has(tag.name)) control.held = true;
    return undefined;
  };
}
