import { blockIndexAt, type Document } from './document.ts';
import type { TextEdit } from './edit.ts';

/** No word is longer; what has no spaces at all is not one. */
const reach = 80;

/**
 * The same edit over whole words, so that a person can read it: the deletion of a space becomes “here .” to “here.”.
 * One that reaches over blocks stays as it is.
 */
export function inWholeWords(edit: TextEdit, document: Document): TextEdit {
  const block = document.blocks[blockIndexAt(document, edit.span) ?? -1];
  if (!block) return edit;
  const { span, before, after } = edit;
  const left = document.text.slice(Math.max(block.span.start, span.start - reach), span.start);
  const right = document.text.slice(span.end, Math.min(block.span.end, span.end + reach));
  const head = matched(left, beginsWithInk(before) ? /\S*$/ : /\S*\s*$/);
  const tail = matched(right, endsWithInk(before) ? /^\S*/ : /^\s*\S*/);
  return {
    span: { start: span.start - head.length, end: span.end + tail.length },
    before: `${head}${before}${tail}`,
    after: `${head}${after}${tail}`,
  };
}

/** How far a neighbouring word may reach. */
const neighbourReach = 24;

/**
 * An edit as a report lists it: `year ,` to `year,` can be judged at a glance, ` ,` to `,` cannot. So one without letters
 * takes its neighbours along, within its line.
 */
export function withNeighbours({ span, before, after }: TextEdit, text: string): TextEdit {
  if (hasLetters(before) && hasLetters(after)) return { span, before, after };
  const left = text.slice(Math.max(0, span.start - neighbourReach), span.start);
  const right = text.slice(span.end, span.end + neighbourReach);
  const head = matched(left, /\S*[^\S\n]*$/u);
  const tail = matched(right, /^[^\S\n]*\S*/u);
  return {
    span: { start: span.start - head.length, end: span.end + tail.length },
    before: `${head}${before}${tail}`,
    after: `${head}${after}${tail}`,
  };
}

function hasLetters(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function matched(text: string, pattern: RegExp): string {
  return pattern.exec(text)?.[0] ?? '';
}

function beginsWithInk(text: string): boolean {
  return /^\S/.test(text);
}

function endsWithInk(text: string): boolean {
  return /\S$/.test(text);
}
