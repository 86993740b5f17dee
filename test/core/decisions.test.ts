import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClientDecision, readDecisions } from '../../src/core/decisions/decisions.ts';
import { applyEdits, type TextEdit } from '../../src/core/edit.ts';

const text =
  'We saw the the cat and a recieve, however it ran of quickly.\n\nThe second paragraph stays.';
const edits = [
  edit(' the', '', 10),
  edit('recieve', 'receive'),
  edit('', ',', text.indexOf(' it ran')),
  edit('of quickly', 'off quickly'),
];

function edit(before: string, after: string, from = text.indexOf(before)): TextEdit {
  return { span: { start: from, end: from + before.length }, before, after };
}

function decided(accepted: string, rejected = accepted) {
  const read = readDecisions(text, edits, { original: text, accepted, rejected });
  return {
    decisions: read?.edits.map(({ decision, rewriting }) =>
      rewriting ? `${decision}: ${rewriting.text}` : decision,
    ),
    changes: read?.changes.map(
      ({ before, after, tracked }) => `${before}>${after}${tracked ? '!' : ''}`,
    ),
  };
}

const corrected = applyEdits(text, edits);

describe('decisions read from the texts of a returned document', () => {
  it.each<[string, string, string, ClientDecision]>([
    ['accepted', corrected, corrected, 'accepted'],
    ['rejected', text, text, 'rejected'],
    ['left open', corrected, text, 'undecided'],
    ['taken back by a change of the client', text, corrected, 'rejected'],
  ])('says of edits that were %s', (_, accepted, rejected, decision) => {
    const read = decided(accepted, rejected);
    expect(read).toEqual({ decisions: edits.map(() => decision), changes: [] });
  });

  it('says what the client wrote instead', () => {
    const accepted = corrected.replace('receive', 'get it').replace('however,', 'however;');
    expect(decided(accepted)).toEqual({
      decisions: ['accepted', 'rewritten: get it', 'rewritten: ;', 'accepted'],
      changes: [],
    });
    expect(decided(accepted, text).decisions).toEqual([
      'undecided',
      'rewritten: get it',
      'rewritten: ;',
      'undecided',
    ]);
  });

  it('says what else was changed, and whether that is tracked', () => {
    const silent = corrected.replace('The second', 'A second');
    const tracked = silent.replace('stays.', 'stays here. And one more.');
    expect(decided(tracked, text.replace('The second', 'A second')).changes).toEqual([
      'The>A',
      '> here. And one more!',
    ]);
  });

  it('says of words that were left out with all around them that nothing stands there', () => {
    const accepted = corrected.replace(/We saw.*quickly\.\n\n/s, '');
    const read = decided(accepted);
    expect(read.decisions).toEqual(edits.map(() => 'rewritten: '));
  });

  it('keeps apart paragraphs that were split and joined', () => {
    expect(decided(corrected.replace('\n\n', ' ')).decisions).toEqual(edits.map(() => 'accepted'));
    expect(decided(text.replace('however', '\n\nhowever')).decisions).toEqual(
      edits.map(() => 'rejected'),
    );
  });

  it('leaves pictures and the results of fields out', () => {
    const page = 'See page 7 for the cat.';
    const read = readDecisions(page, [], {
      original: 'See page \uFFFC for the cat.',
      accepted: 'See page \uFFFC\uFFFC for the dog.\uFFFC',
      rejected: 'See page \uFFFC\uFFFC for the dog.',
    });
    expect(read?.changes.map(({ before, after }) => [before, after])).toEqual([['cat', 'dog']]);
  });

  it('is quick for a book, and says when half of it is gone', () => {
    const page = 'The wrod stands on this page, and one more wrod. '.repeat(40);
    const book = Array.from({ length: 200 }, (_, index) => `${index}. ${page}`).join('\n\n');
    const all = [...book.matchAll(/wrod/g)].map(({ index }) => ({
      span: { start: index, end: index + 4 },
      before: 'wrod',
      after: 'word',
    }));
    const accepted = applyEdits(book, all).slice(0, book.length / 2);
    const read = readDecisions(book, all, { original: book, accepted, rejected: accepted });
    const count = (decision: ClientDecision) =>
      read?.edits.filter((each) => each.decision === decision).length ?? 0;
    expect(count('accepted') + count('rewritten')).toBe(16_000);
    expect(count('accepted')).toBeGreaterThan(7_900);
  });

  it('knows another document', () => {
    const other = Array.from({ length: 30_000 }, (_, index) => `w${index}`).join(' ');
    expect(
      readDecisions(text, edits, { original: text, accepted: other, rejected: other }),
    ).toBeUndefined();
  });
});

const word = fc.constantFrom('the', 'a', 'cat', 'recieve', 'it’s', 'well', 'known', 'of', 'x');
const gap = fc.constantFrom(' ', ' ', ' ', ', ', '. ', '-', '\n\n');
const anyText = fc
  .array(fc.tuple(word, gap), { minLength: 2, maxLength: 40 })
  .map((pairs) => pairs.flat().join('').trim());
const replacement = fc.constantFrom('', 'receive', ',', ' ', 'the', 'a cat', 's');

/** Edits in a random text, each with what is to become of it. */
const anyCase = anyText.chain((original) => {
  const place = fc.tuple(fc.nat(original.length), fc.nat(8), replacement, fc.nat(2));
  return fc.array(place, { maxLength: 6 }).map((places) => ({
    original,
    chosen: apart(original, places),
  }));
});

function apart(original: string, places: readonly (readonly [number, number, string, number])[]) {
  const chosen: { readonly edit: TextEdit; readonly choice: number }[] = [];
  let free = 0;
  for (const [at, length, after, choice] of places.toSorted((a, b) => a[0] - b[0])) {
    const end = Math.min(original.length, at + length);
    const before = original.slice(at, end);
    // Between paragraphs there is nothing to edit.
    const isBetween = original[at - 1] === '\n' && original[end] === '\n';
    if (at < free || isBetween || before.includes('\n') || before === after) continue;
    chosen.push({ edit: { span: { start: at, end }, before, after }, choice });
    // Closer together, what became of which can no longer be told from the words.
    free = end + 4;
  }
  return chosen;
}

it('reads back texts that any choice of decisions leads to', () => {
  fc.assert(
    fc.property(anyCase, ({ original, chosen }) => {
      const made = (wanted: readonly number[]) =>
        applyEdits(
          original,
          chosen.filter(({ choice }) => wanted.includes(choice)).map((each) => each.edit),
        );
      const accepted = made([0, 2]);
      const rejected = made([0]);
      const list = chosen.map((each) => each.edit);
      const read = readDecisions(original, list, { original, accepted, rejected });
      expect(read?.changes).toEqual([]);
      expect(read?.edits.every(({ decision }) => decision !== 'rewritten')).toBe(true);
      // Where two choices lead to the same text, any of them is right.
      const again = (decisions: readonly ClientDecision[]) =>
        applyEdits(
          original,
          list.filter((_, index) => decisions.includes(read?.edits[index]?.decision ?? 'rejected')),
        );
      expect(again(['accepted', 'undecided'])).toBe(accepted);
      if (accepted !== rejected) expect(again(['accepted'])).toBe(rejected);
    }),
    { numRuns: 2000 },
  );
});
