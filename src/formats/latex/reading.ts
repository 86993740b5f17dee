import type { BlockKind } from '../../core/document.ts';
import type { TextSpan } from '../../core/span.ts';
import type { MappedBlock } from '../draft.ts';
import type { Flow } from '../html/flow.ts';

/** Everything that is known while a LaTeX source is read. */
export interface Reading {
  /** As far as what is being read may go: an argument that has no end takes nothing of what is around it. */
  source: string;
  readonly language: string | undefined;
  /** Reads a stretch of the source; no command in it goes beyond its end. */
  readonly read: (span: TextSpan) => void;
  flow: Flow;
  kind: BlockKind;
  /** The kinds around the environments that are open. */
  readonly kinds: { readonly environment: string; readonly around: BlockKind }[];
  /** What is to be done where a place is passed: the ends of arguments that are held. */
  readonly closing: { readonly at: number; readonly close: () => void }[];
  readonly notes: MappedBlock[];
  /** Arguments with a text of their own that stand in one another. */
  depth: number;
}

/** Text of which the source says something else, and which no edit may touch. */
export function addSealed(reading: Reading, text: string, source: TextSpan): void {
  const done = reading.flow.frozenUntil(source);
  addToken(reading, text, source);
  done();
}

/** Text that the source says in another way. */
export function addToken(reading: Reading, text: string, source: TextSpan): void {
  reading.flow.addTokens([{ text, source, exact: false, isSpace: false }], aroundOf(reading));
}

/** Text that stands in the source as it is. */
export function addPlain(reading: Reading, source: TextSpan): void {
  const text = reading.source.slice(source.start, source.end);
  const isSpace = /^[ \t\r\n]+$/.test(text);
  reading.flow.addTokens([{ text, source, exact: true, isSpace }], aroundOf(reading));
}

export function addObject(reading: Reading, place: TextSpan): void {
  reading.flow.addObject(place, aroundOf(reading));
}

function aroundOf({ kind, language }: Reading) {
  return { kind, language, frozen: false };
}
