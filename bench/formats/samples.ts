import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Document, isEnglish, touchesFrozen } from '../../src/core/document.ts';
import type { TextEdit } from '../../src/core/edit.ts';
import type { Format, Opened } from '../../src/core/format.ts';
import { DocumentProblem } from '../../src/core/problem.ts';
import { recognise } from '../../src/formats/recognise.ts';

/** A real document that opens, with one mistake put into each paragraph. */
export interface Sample {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly format: Format;
  readonly opened: Opened;
  readonly edits: readonly TextEdit[];
}

/** A document that is not worked on, and the code that says why. */
export interface Refusal {
  readonly name: string;
  readonly code: string;
}

/** The paths of all files of a folder of real documents, sorted. */
export function pathsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Undefined where the document is of another format than the one that is asked for. */
export function readSample(
  folder: string,
  path: string,
  only: string | undefined,
): Sample | Refusal | undefined {
  const name = relative(folder, path);
  const bytes = new Uint8Array(readFileSync(path));
  try {
    const format = recognise(path, bytes);
    if (only !== undefined && format.name !== only) return undefined;
    const opened = format.open(bytes);
    return { name, path, bytes, format, opened, edits: mistakesIn(opened.document) };
  } catch (error) {
    if (error instanceof DocumentProblem) return { name, code: error.code };
    throw error;
  }
}

export function isRefusal(file: Sample | Refusal): file is Refusal {
  return 'code' in file;
}

/** In each block its longest plain word that may be edited: two letters change places, and every other one grows. */
function mistakesIn(document: Document): readonly TextEdit[] {
  return document.blocks.filter(isEnglish).flatMap((block, index) => {
    const text = document.text.slice(block.span.start, block.span.end);
    const words = [...text.matchAll(/\p{L}{4,}/gu)].flatMap(({ 0: before, index: at }) => {
      const start = block.span.start + at;
      const span = { start, end: start + before.length };
      return touchesFrozen(block, span) ? [] : [{ span, before }];
    });
    const [longest] = words.toSorted((a, b) => b.before.length - a.before.length);
    if (!longest) return [];
    const { before } = longest;
    // Letters of old scripts are two units each, and stay whole.
    const [first = '', second = '', third = '', ...rest] = before;
    const swapped = [first, third, second, ...rest].join('');
    return [{ ...longest, after: index % 2 === 0 && swapped !== before ? swapped : `${before}e` }];
  });
}
