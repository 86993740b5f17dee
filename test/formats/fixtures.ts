import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/core/document.ts';
import { applyEdits } from '../../src/core/edit.ts';
import type { Format } from '../../src/core/format.ts';
import { casesOf, editsOf, expectGolden } from './golden.ts';

/** Every case of a format: its text, its blocks, and its source with the edits of the case made. */
export function formatFixtures(format: Format): void {
  describe.each(casesOf(format.name))(`the case ${format.name}/$name`, (fixture) => {
    const opened = format.open(fixture.bytes);

    it('has the text that a reader sees', () => {
      expectGolden(`${fixture.folder}expected.txt`, opened.document.text);
    });

    it('has its blocks and frozen ranges', () => {
      expectGolden(`${fixture.folder}blocks.json`, described(opened.document));
    });

    it('has the corrected source', () => {
      const edits = editsOf(fixture, opened.document.text);
      const saved = opened.save(edits, 'clean');
      expectGolden(`${fixture.folder}corrected${fixture.extension}`, saved);
      expect(format.open(saved).document.text).toBe(applyEdits(opened.document.text, edits));
    });
  });
}

/** A line a block: its kind, its language, its text, and the frozen parts as they read. */
function described({ text, blocks }: Document): string {
  const lines = blocks.map((block) =>
    JSON.stringify({
      kind: block.kind,
      language: block.language,
      text: text.slice(block.span.start, block.span.end),
      frozen: block.frozen.map((part) => text.slice(part.start, part.end)),
    }),
  );
  return `[\n${lines.join(',\n')}\n]\n`;
}
