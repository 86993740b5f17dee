import { expect, it } from 'vitest';
import { type BlockKind, documentOf } from '../../src/core/document.ts';
import { sortedReturn } from '../../src/steps/client-edits.ts';

const texts: readonly (readonly [BlockKind, string])[] = [
  ['paragraph', 'The first paragraph.'],
  ['paragraph', ''],
  ['paragraph', 'The second one.'],
  ['header-footer', 'Report, page 5'],
  ['header-footer', 'Report, page 6'],
  ['header-footer', 'Draft'],
];
const document = documentOf(texts.map(([kind, text]) => ({ kind, text, frozen: [] })));

/** What is asked when a client’s file came back without these words. */
function askedWithout(words: string) {
  const start = document.text.indexOf(words);
  const change = { span: { start, end: start + words.length }, before: words, after: '' };
  const { queries, changes } = sortedReturn(document, [], {
    edits: [],
    changes: [{ ...change, tracked: false }],
  });
  return { queries: queries.length, changes: changes.length };
}

it('does not ask about what the program did that saved the file', () => {
  expect(askedWithout('\n\n')).toEqual({ queries: 0, changes: 0 });
  expect(askedWithout('\n\nReport, page 5\n\nReport, page 6')).toEqual({ queries: 0, changes: 0 });
});

it('asks about whatever a client may have done', () => {
  expect(askedWithout('\n\n\n\n')).toEqual({ queries: 1, changes: 0 });
  expect(askedWithout('paragraph.\n\n\n\nThe second')).toEqual({ queries: 1, changes: 0 });
  expect(askedWithout('The second one.\n\nReport, page 5')).toEqual({ queries: 1, changes: 0 });
  expect(askedWithout('page 5\n\nReport, page 6')).toEqual({ queries: 1, changes: 0 });
  expect(askedWithout('Draft')).toEqual({ queries: 0, changes: 1 });
});
