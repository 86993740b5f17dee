import type { Patch } from '../xml/patches.ts';
import { isBlank } from '../xml/text.ts';
import type { Operation } from './operations.ts';
import type { TextSource } from './paragraph.ts';
import { needsPreserving, preserving } from './preserving.ts';
import type { RevisionWriter } from './revision-writer.ts';

/**
 * The patches that make operations as tracked changes, `operations` being all those of one `w:t`, in order.
 * The run is closed before a change and opened again after it, so that its other content stays where it is;
 * at the edges of a run nothing empty is left behind.
 */
export function trackedPatches(
  xml: string,
  operations: readonly Operation[],
  writer: RevisionWriter,
): readonly Patch[] {
  const [first] = operations;
  if (!first) return [];
  const region = regionOf(xml, first.source, operations);
  const output = newOutput(xml, region, writer);
  const outside: Patch[] = [];
  let position = 0;
  for (const operation of operations) {
    output.keep(position, operation.from);
    output.remove(operation.from, operation.to);
    const inserted = writer.insertion(operation.fragments.filter(({ text }) => text !== ''));
    const aside = placeAside(xml, region, operation);
    if (aside === undefined) output.insert(inserted);
    else outside.push({ start: aside, end: aside, text: inserted });
    position = operation.to;
  }
  output.keep(position, region.length);
  output.finish();
  return [{ start: region.start, end: region.end, text: output.text() }, ...outside];
}

/** The stretch of XML that is written anew. */
interface Region {
  readonly source: TextSource;
  readonly length: number;
  readonly start: number;
  readonly end: number;
  /** Whether the run begins, and ends, inside the region: its text is all that the run holds on that side. */
  readonly fromRunStart: boolean;
  readonly toRunEnd: boolean;
  /** Whether the run's own opening has no other place than inside a deletion. */
  readonly allRemoved: boolean;
}

function regionOf(xml: string, source: TextSource, operations: readonly Operation[]): Region {
  const { run } = source;
  const { length } = source.map.text;
  const headEnd = run.propertiesAt?.end ?? run.openEnd;
  const isFirst = isBlank(xml, headEnd, source.openStart);
  const toRunEnd = isBlank(xml, source.end, run.closeStart);
  const fromRunStart = isFirst && operations[0]?.from === 0;
  return {
    source,
    length,
    start: fromRunStart ? run.start : source.openStart,
    end: toRunEnd ? run.end : source.end,
    fromRunStart,
    toRunEnd,
    allRemoved: fromRunStart && toRunEnd && keptLength(length, operations) === 0,
  };
}

function keptLength(length: number, operations: readonly Operation[]): number {
  return operations.reduce((kept, { from, to }) => kept - (to - from), length);
}

interface Output {
  readonly keep: (from: number, to: number) => void;
  readonly remove: (from: number, to: number) => void;
  readonly insert: (xml: string) => void;
  readonly finish: () => void;
  readonly text: () => string;
}

function newOutput(xml: string, region: Region, writer: RevisionWriter): Output {
  const { source } = region;
  const { run } = source;
  const pieces: string[] = [];
  let inRun = !region.fromRunStart;
  // The run's own opening is used once; it alone may carry a recorded change of its properties.
  let ownHead = region.fromRunStart
    ? xml.slice(run.start, run.propertiesAt?.end ?? run.openEnd)
    : undefined;
  const raw = (from: number, to: number): string =>
    xml.slice(source.map.offset(from), source.map.offset(to));
  const enter = (): void => {
    if (!inRun) pieces.push(ownHead ?? writer.runHead(run));
    if (!inRun) ownHead = undefined;
    inRun = true;
  };
  const leave = (): void => {
    if (inRun) pieces.push(`</${run.rawName}>`);
    inRun = false;
  };
  return {
    keep: (from, to) => {
      if (from === to) return;
      enter();
      pieces.push(keptText(xml, source, { from, to }));
    },
    remove: (from, to) => {
      if (from === to) return;
      leave();
      pieces.push(writer.deletion(run, raw(from, to), region.allRemoved ? ownHead : undefined));
      if (region.allRemoved) ownHead = undefined;
    },
    insert: (inserted) => {
      if (inserted === '') return;
      leave();
      pieces.push(inTheOpen(inserted, source, writer));
    },
    finish: region.toRunEnd ? leave : enter,
    text: () => pieces.join(''),
  };
}

/** Inside somebody's insertion only deletions nest: for new text it is closed and opened again. */
function inTheOpen(inserted: string, { run }: TextSource, writer: RevisionWriter): string {
  if (!run.insertion) return inserted;
  return `</${run.insertion.rawName}>${inserted}${writer.reopened(run.insertion, run)}`;
}

/** New text at the very start or end of somebody's insertion goes beside it. */
function placeAside(xml: string, region: Region, operation: Operation): number | undefined {
  const { run } = region.source;
  const { insertion } = run;
  if (!insertion) return undefined;
  const isLast = region.toRunEnd && operation.to === region.length;
  if (isLast && isIdle(xml.slice(run.end, insertion.closeStart))) return insertion.end;
  const isFirst = region.fromRunStart && operation.to === 0;
  return isFirst && isIdle(xml.slice(insertion.openEnd, run.start)) ? insertion.start : undefined;
}

/** Whether there is nothing, or marks of a spelling check (17.13.8.1), which alone are not worth an insertion. */
function isIdle(xml: string): boolean {
  return /^(?:\s|<\/?(?:[\w.-]+:)?proofErr\b[^<>]*>)*$/.test(xml);
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * What is kept of a `w:t`. White space at its ends that nobody sees stays, and stays unseen: where white space must
 * be seen at the other end, that gets a `w:t` of its own.
 */
function keptText(xml: string, source: TextSource, { from, to }: Stretch): string {
  const { map, seen, contentStart, contentEnd } = source;
  const text = map.text.slice(from, to);
  const start = from === 0 ? contentStart : map.offset(from);
  const end = to === map.text.length ? contentEnd : map.offset(to);
  if (source.preserved || !needsPreserving(text)) return textElement(xml, source, { start, end });
  if (start >= seen.start && end <= seen.end) {
    return textElement(xml, source, { start, end, preserve: true });
  }
  const edge = from === 0 ? /[ \t\r\n]+$/.exec(text)?.index : /^[ \t\r\n]*/.exec(text)?.[0].length;
  const middle = from + (edge ?? 0);
  return keptText(xml, source, { from, to: middle }) + keptText(xml, source, { from: middle, to });
}

function textElement(
  xml: string,
  { openStart, contentStart, contentEnd, end: closeEnd }: TextSource,
  { start, end, preserve }: { start: number; end: number; preserve?: boolean },
): string {
  const tag = xml.slice(openStart, contentStart);
  return [
    preserve ? preserving(tag) : tag,
    xml.slice(start, end),
    xml.slice(contentEnd, closeEnd),
  ].join('');
}
