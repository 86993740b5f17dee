import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { TextEdit } from '../../src/core/edit.ts';
import type { Sample } from './contract.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/formats/', import.meta.url));

/** A folder of fixtures: the input, and beside it what must come of it. */
export interface Case extends Sample {
  readonly folder: string;
  readonly extension: string;
}

/** The cases of a format, by name; each has one file named `input`. */
export function casesOf(format: string): readonly Case[] {
  const names = readdirSync(`${fixtures}${format}`).sort();
  return names.map((name) => {
    const folder = `${fixtures}${format}/${name}/`;
    const input = readdirSync(folder).find((file) => file.startsWith('input.'));
    if (input === undefined) throw new Error(`${folder} has no input`);
    const extension = input.slice('input'.length);
    return { name, folder, extension, bytes: new Uint8Array(readFileSync(folder + input)) };
  });
}

/** Compares with a golden file; UPDATE=1 writes it anew. A missing one fails. */
export function expectGolden(path: string, actual: Uint8Array | string): void {
  const bytes = Buffer.from(actual);
  if (process.env['UPDATE']) writeFileSync(path, bytes);
  if (!existsSync(path)) throw new Error(`${path} is missing; UPDATE=1 writes it`);
  const wanted = readFileSync(path);
  if (Buffer.compare(wanted, bytes) !== 0) expect(bytes.toString()).toBe(wanted.toString());
  expect(Buffer.compare(wanted, bytes)).toBe(0);
}

/** The edits of a case: lines of `before => after` in `edits.txt`, each meaning the first place of its text. */
export function editsOf({ folder }: Case, text: string): readonly TextEdit[] {
  const path = `${folder}edits.txt`;
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => {
    const [before = '', after = ''] = line
      .split(' => ')
      .map((part) => part.replaceAll('\\n', '\n'));
    const start = text.indexOf(before);
    if (start === -1) throw new Error(`${path}: ${before} is not in the text`);
    return { span: { start, end: start + before.length }, before, after };
  });
}
