import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockSeparator,
  type Document,
  isEnglish,
  touchesFrozen,
} from '../../src/core/document.ts';
import { applyEdits, invertEdits, type TextEdit } from '../../src/core/edit.ts';
import type { Format } from '../../src/core/format.ts';

/** A document to hold the contract against. */
export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What every format that edits in place must hold to, on any document. */
export function formatContract(name: string, format: Format, samples: readonly Sample[]): void {
  describe(`the contract of formats: ${name}`, () => {
    describe.each(samples)('$name', ({ bytes }) => {
      const { document } = format.open(bytes);
      readingLaws(format, bytes);
      savingLaws(format, bytes, document);
      refusals(format, bytes, document);
      if (format.mediaType.startsWith('text/')) byteLaws(format, bytes, document);
    });
  });
}

function readingLaws(format: Format, bytes: Uint8Array): void {
  it('covers its text with blocks, a blank line between each two', () => {
    expectCovered(format.open(bytes).document);
  });

  it('reads the same bytes the same way', () => {
    expect(format.open(bytes).document).toEqual(format.open(bytes).document);
  });
}

function savingLaws(format: Format, bytes: Uint8Array, document: Document): void {
  it('gives the same bytes back when nothing is edited', () => {
    expect(sameBytes(format.open(bytes).save([], 'clean'), bytes)).toBe(true);
  });

  it('reads, after saving, as the edited text', () => {
    const opened = format.open(bytes);
    fc.assert(
      fc.property(wordEdits(document), (edits) => {
        const saved = opened.save(edits, 'clean');
        const again = format.open(saved).document;
        const text = opened.reread?.(saved) ?? again.text;
        expect(text).toBe(applyEdits(document.text, edits));
        if (!opened.reread) expect(kindsOf(again)).toEqual(kindsOf(document));
        expect(sameBytes(opened.save(edits, 'clean'), saved)).toBe(true);
      }),
      { numRuns: runs(bytes) },
    );
  });

  it('leaves what is frozen as it was', () => {
    const opened = format.open(bytes);
    fc.assert(
      fc.property(wordEdits(document), (edits) => {
        const again = format.open(opened.save(edits, 'clean')).document;
        expect(new Set(frozenTexts(again))).toEqual(
          new Set([...frozenTexts(again), ...frozenTexts(document)]),
        );
      }),
      { numRuns: Math.ceil(runs(bytes) / 4) },
    );
  });
}

function kindsOf({ blocks }: Document): readonly string[] {
  return blocks.map((block) => block.kind);
}

/** Laws of formats whose bytes are the text and its markup. */
function byteLaws(format: Format, bytes: Uint8Array, document: Document): void {
  const words = plainWords(document, bytes);
  it.skipIf(words.length === 0)('changes the bytes of the edited word and no others', () => {
    fc.assert(
      fc.property(fc.nat(words.length - 1), fc.constantFrom('x', 'longerword'), (index, after) => {
        const word = words[index];
        if (!word) throw new Error('no word');
        const saved = format.open(bytes).save([{ ...word, after }], 'clean');
        expect(sharedBytes(bytes, saved)).toBeGreaterThanOrEqual(
          bytes.length - sourceBytes(bytes, word.before),
        );
      }),
      { numRuns: Math.ceil(runs(bytes) / 2) },
    );
  });

  it.skipIf(words.length === 0)('gives the original bytes when its edits are taken back', () => {
    const edits = words
      .filter((_, index) => index % 3 === 0)
      .map((edit) => ({ ...edit, after: 'other' }));
    const saved = format.open(bytes).save(edits, 'clean');
    const restored = format.open(saved).save(invertEdits(edits), 'clean');
    expect(sameBytes(restored, bytes)).toBe(true);
  });

  it('keeps the byte order mark, the line ends and the end of the file', () => {
    const edits = words.map((edit) => ({ ...edit, after: 'word' }));
    const saved = format.open(bytes).save(edits, 'clean');
    expect(lineEnds(saved)).toEqual(lineEnds(bytes));
    expect(saved.subarray(0, bomLength(bytes))).toEqual(bytes.subarray(0, bomLength(bytes)));
  });
}

function refusals(format: Format, bytes: Uint8Array, document: Document): void {
  const opened = format.open(bytes);
  const [first, second] = document.blocks;

  it.skipIf(!second)('refuses an edit that crosses out of its block', () => {
    const span = { start: (first?.span.end ?? 0) - 1, end: second?.span.start ?? 0 };
    expect(() => opened.save([editOf(document, span, 'x')], 'clean')).toThrow(/block/);
  });

  const frozen = document.blocks.flatMap((block) => block.frozen)[0];
  it.skipIf(!frozen)('refuses an edit that touches frozen text', () => {
    if (!frozen) return;
    expect(() => opened.save([editOf(document, frozen, 'x')], 'clean')).toThrow(/frozen/);
  });

  const [word] = allWords(document);
  it.skipIf(!word)('refuses an edit that does not fit its text', () => {
    if (!word) return;
    expect(() =>
      opened.save([{ ...word, before: `${word.before}?`, after: 'x' }], 'clean'),
    ).toThrow();
  });

  it.skipIf(format.tracked)('says that it has no tracked changes', () => {
    expect(() => opened.save([], 'tracked')).toThrow(/no tracked changes/);
  });
}

/** Checks what `core/document.ts` promises of every document. */
export function expectCovered({ text, blocks }: Document): void {
  let position = 0;
  for (const [index, block] of blocks.entries()) {
    if (index > 0) {
      expect(text.startsWith(blockSeparator, position)).toBe(true);
      position += blockSeparator.length;
    }
    expect(block.span.start).toBe(position);
    let from = block.span.start;
    for (const part of block.frozen) {
      expect(part.start).toBeGreaterThanOrEqual(from);
      // A place without extent is one where nothing may be inserted.
      expect(part.end).toBeGreaterThanOrEqual(part.start);
      from = part.end;
    }
    expect(from).toBeLessThanOrEqual(block.span.end);
    position = block.span.end;
  }
  expect(text.length).toBe(position);
  expect(text).not.toContain('\r');
}

/** Words that an edit may touch, as edits that change nothing yet. */
export function allWords(document: Document): readonly TextEdit[] {
  return document.blocks.filter(isEnglish).flatMap((block) => {
    const text = document.text.slice(block.span.start, block.span.end);
    return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu)].flatMap((match) => {
      const start = block.span.start + match.index;
      const edit = editOf(document, { start, end: start + match[0].length }, match[0]);
      return touchesFrozen(block, edit.span) ? [] : [edit];
    });
  });
}

/** Words that stand in the source as they are, and not with a tag or a mark within them. */
function plainWords(document: Document, bytes: Uint8Array): readonly TextEdit[] {
  const source = Buffer.from(bytes).toString('latin1').replaceAll('\0', '');
  return allWords(document).filter(
    ({ before }) => /^[A-Za-z]{4,}$/.test(before) && source.includes(before),
  );
}

const freshWords = 'the word naïve it’s A R&D x_y a*b snake 3 “so”'.split(' ');

/** Nothing is written that the file cannot hold: arbitration sees to that. */
function isHeld(word: string, { characters }: Document): boolean {
  return (
    characters === undefined ||
    [...word].every((each) => each < '\x80' || characters.includes(each))
  );
}

/** Some words replaced, some lengthened by ` x`, some deleted with the space before them. */
function wordEdits(document: Document): fc.Arbitrary<readonly TextEdit[]> {
  const words = allWords(document);
  if (words.length === 0) return fc.constant([]);
  const change = fc.record({
    index: fc.nat(words.length - 1),
    how: fc.constantFrom('replace', 'lengthen', 'delete'),
    fresh: fc.constantFrom(...freshWords.filter((word) => isHeld(word, document))),
  });
  return fc.uniqueArray(change, { selector: ({ index }) => index, maxLength: 12 }).map((changes) =>
    changes.flatMap(({ index, how, fresh }) => {
      const word = words[index];
      if (!word) return [];
      if (how === 'replace') return [{ ...word, after: fresh }];
      if (how === 'lengthen') return [{ ...word, after: `${word.before} x` }];
      return deletion(document, word);
    }),
  );
}

/** The deletion of a word amid a line, so that neither a gap of two spaces nor an empty line is left. */
function deletion(document: Document, { span }: TextEdit): readonly TextEdit[] {
  const around =
    document.text.slice(span.start - 2, span.start) + document.text.slice(span.end, span.end + 2);
  if (!/^\p{L} [ ,]?[\s\p{L}]/u.test(around) || document.text[span.end] === '\n') return [];
  const wide = { start: span.start - 1, end: span.end };
  const block = document.blocks.find(
    (each) => each.span.start <= wide.start && wide.end <= each.span.end,
  );
  return block && !touchesFrozen(block, wide) ? [editOf(document, wide, '')] : [];
}

function editOf(document: Document, span: TextEdit['span'], after: string): TextEdit {
  return { span, before: document.text.slice(span.start, span.end), after };
}

function frozenTexts(document: Document): readonly string[] {
  return document.blocks.flatMap((block) =>
    block.frozen.map((part) => document.text.slice(part.start, part.end)),
  );
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}

/** How many bytes two files share at their beginnings and ends together. */
function sharedBytes(left: Uint8Array, right: Uint8Array): number {
  const most = Math.min(left.length, right.length);
  let head = 0;
  while (head < most && left[head] === right[head]) head += 1;
  let tail = 0;
  while (tail < most - head && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1;
  return head + tail;
}

function sourceBytes(bytes: Uint8Array, word: string): number {
  return word.length * (isSixteenBit(bytes) ? 2 : 1);
}

function isSixteenBit(bytes: Uint8Array): boolean {
  return bomLength(bytes) === 2 || bytes.subarray(0, 2).includes(0);
}

function bomLength(bytes: Uint8Array): number {
  const head = Buffer.from(bytes.subarray(0, 3)).toString('hex');
  if (head === 'efbbbf') return 3;
  return /^(?:fffe|feff)/.test(head) ? 2 : 0;
}

/** Every line end in order, and whether the file ends with one. */
function lineEnds(bytes: Uint8Array): readonly (string | boolean)[] {
  const text = Buffer.from(bytes).toString('latin1').replaceAll('\0', '');
  return [...(text.match(/\r\n|\r|\n/g) ?? []), /[\r\n]$/.test(text)];
}

/** Fewer runs for large documents, so that the whole stays quick. */
function runs(bytes: Uint8Array): number {
  return bytes.length > 20_000 ? 8 : 40;
}
