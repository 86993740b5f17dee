import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../../src/core/document.ts';
import { folder, packed } from './cases.ts';
import { brokenLaws, stamp } from './laws.ts';
import { changedParts, partXml } from './package.ts';

describe.each(readdirSync(folder))('odt fixture %s', (name) => {
  const path = `${folder}${name}/`;
  const { bytes, opened, edits } = packed(name);

  it('reads the text, its kinds, languages and frozen stretches', () => {
    expectGolden(`${path}blocks.txt`, `${described(opened.document)}\n`);
  });

  it.each(['clean', 'tracked'] as const)('writes the %s copy', (mode) => {
    const saved = opened.save(edits, mode, stamp);
    for (const part of changedParts(bytes, saved)) {
      expectGolden(`${path}${mode}-${part}`, partXml(saved, part));
    }
  });

  it('keeps the laws', () => {
    expect(brokenLaws(bytes, edits)).toEqual([]);
  });
});

/** A line for each block: its kind, its language, its text with frozen stretches in double brackets. */
function described({ text, blocks }: Document): string {
  return blocks
    .map((block) => {
      const language = block.language === undefined ? '' : ` (${block.language})`;
      return `${block.kind}${language}: ${marked(text, block)}`;
    })
    .join('\n');
}

function marked(text: string, block: Block): string {
  const pieces: string[] = [];
  let position = block.span.start;
  for (const { start, end } of block.frozen) {
    pieces.push(text.slice(position, start), `⟦${text.slice(start, end)}⟧`);
    position = end;
  }
  pieces.push(text.slice(position, block.span.end));
  return pieces
    .join('')
    .replaceAll('\n', '⏎')
    .replaceAll('\t', '⇥')
    .replaceAll('\uFFFC', '<object>');
}

function expectGolden(path: string, content: string): void {
  if (process.env['UPDATE'] === '1') writeFileSync(path, content);
  expect(existsSync(path), `${path} is missing; UPDATE=1 writes it`).toBe(true);
  expect(content).toBe(readFileSync(path, 'utf8'));
}
