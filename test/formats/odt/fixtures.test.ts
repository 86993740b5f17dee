import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../../src/core/document.ts';
import type { TextEdit } from '../../../src/core/edit.ts';
import { odt } from '../../../src/formats/odt/odt.ts';
import { brokenLaws, stamp } from './laws.ts';
import { changedParts, odtFile, partXml } from './package.ts';

const folder = fileURLToPath(new URL('../../../fixtures/formats/odt/', import.meta.url));

describe.each(readdirSync(folder))('odt fixture %s', (name) => {
  const path = `${folder}${name}/`;
  const bytes = packed(path);
  const opened = odt.open(bytes);
  const edits = editsFrom(readFileSync(`${path}edits.txt`, 'utf8'), opened.document);

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

function packed(path: string): Uint8Array {
  const names = readdirSync(path).filter((name) => /^(?:content|styles)\.xml$/.test(name));
  return odtFile(Object.fromEntries(names.map((name) => [name, readFileSync(`${path}${name}`)])));
}

/** One edit a line: `before => after`, the first place of `before`; or `@after before => inserted`. */
function editsFrom(lines: string, { text }: Document): readonly TextEdit[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [head = '', after = ''] = line.split(/ => ?/);
      const before = head.replace(/^@after /, '');
      const at = text.indexOf(before);
      if (at < 0) throw new Error(`the text does not hold "${before}"`);
      const end = at + before.length;
      if (head !== before) return { span: { start: end, end }, before: '', after };
      return { span: { start: at, end }, before, after };
    });
}

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
