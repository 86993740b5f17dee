import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import type { VFileMessage } from 'vfile-message';
import { type Document, isEnglish, touchesFrozen } from './document.ts';
import type { TextEdit } from './edit.ts';
import type { Finding } from './finding.ts';
import { lastStartingAt, type TextSpan } from './span.ts';
import type { Rule, Stage } from './stage.ts';

declare module 'vfile' {
  interface DataMap {
    /** The document whose text the file holds, for stages that look at blocks and frozen ranges. */
    document: Document;
    /** What a stage could not look at; the report says so. */
    notChecked?: NotChecked[];
  }
}

declare module 'vfile-message' {
  interface VFileMessage {
    /** How likely the first expected value is what the author wants, 0 to 1. Read by Proofdesk, ignored by others. */
    confidence?: number;
  }
}

/** What one of our stages has to say. `expected` are alternatives, the best first. */
export interface Remark {
  readonly source: string;
  readonly rule: string;
  readonly span: TextSpan;
  readonly message: string;
  readonly expected?: readonly string[];
  readonly confidence?: number;
  readonly url?: string;
}

/** Reports a remark the way every retext plugin does: as a message of the file. */
export function reportFinding(file: VFile, remark: Remark): void {
  const message = file.message(remark.message, {
    place: placeOf(file, remark.span),
    ruleId: remark.rule,
    source: remark.source,
  });
  message.actual = String(file).slice(remark.span.start, remark.span.end);
  if (remark.expected) message.expected = [...remark.expected];
  if (remark.confidence !== undefined) message.confidence = remark.confidence;
  if (remark.url !== undefined) message.url = remark.url;
}

/** A stretch of the text that a stage could not look at, and why, in a sentence. */
export interface NotChecked {
  readonly stage: string;
  readonly span: TextSpan;
  readonly reason: string;
}

/** Says that a stage could not look at a stretch of the text. Never silent: the report shows it. */
export function reportNotChecked(file: VFile, notChecked: NotChecked): void {
  file.data.notChecked ??= [];
  file.data.notChecked.push(notChecked);
}

/** The document a stage works on. Throws when the file was not made by `proofread`. */
export function documentIn(file: VFile): Document {
  const document = file.data.document;
  if (!document) throw new Error('a stage was run on a file without a document');
  return document;
}

/**
 * Turns the messages that a stage left into findings. Dropped are those without a place,
 * those that cross a block, and those in frozen text or another language: nobody may act on them.
 */
export function findingsOf(
  messages: readonly VFileMessage[],
  stage: Pick<Stage, 'name' | 'rules'>,
  document: Document,
): readonly Finding[] {
  return messages.flatMap((message) => {
    const span = spanOf(message);
    if (!span || isProtected(document, span)) return [];
    return [findingOf({ message, stage, span, text: document.text })];
  });
}

const locations = new WeakMap<VFile, ReturnType<typeof location>>();

function placeOf(file: VFile, span: TextSpan) {
  let places = locations.get(file);
  if (!places) {
    places = location(file);
    locations.set(file, places);
  }
  const start = places.toPoint(span.start);
  const end = places.toPoint(span.end);
  if (!start || !end) throw new Error(`no such place in the text: ${span.start} to ${span.end}`);
  return { start, end };
}

function spanOf(message: VFileMessage): TextSpan | undefined {
  const place = message.place;
  if (!place) return undefined;
  const [start, end] =
    'start' in place ? [place.start.offset, place.end.offset] : [place.offset, place.offset];
  return start === undefined || end === undefined ? undefined : { start, end };
}

function isProtected(document: Document, span: TextSpan): boolean {
  const block = document.blocks[lastStartingAt(document.blocks, span.start)];
  if (!block || span.end > block.span.end) return true;
  return !isEnglish(block) || touchesFrozen(block, span);
}

/** A plugin that states no confidence has one that suggests and never applies. */
const unmeasured: Rule = { description: '', confidence: 0.6 };

function findingOf(given: {
  readonly message: VFileMessage;
  readonly stage: Pick<Stage, 'name' | 'rules'>;
  readonly span: TextSpan;
  readonly text: string;
}): Finding {
  const { message, stage, span, text } = given;
  const ruleName = message.ruleId ?? message.source ?? stage.name;
  const rule = stage.rules[ruleName] ?? unmeasured;
  const url = message.url ?? rule.url;
  return {
    stage: stage.name,
    rule: ruleName,
    span,
    message: message.reason,
    confidence: message.confidence ?? rule.confidence,
    corrections: correctionsOf(message, span, text),
    ...(url === undefined ? {} : { url }),
  };
}

/** A plugin's correction counts only where what it saw is what the text holds. */
function correctionsOf(message: VFileMessage, span: TextSpan, text: string): readonly TextEdit[] {
  const before = text.slice(span.start, span.end);
  if (message.actual !== undefined && message.actual !== null && message.actual !== before)
    return [];
  return (message.expected ?? [])
    .filter((after) => after !== before)
    .map((after) => ({ span, before, after }));
}
