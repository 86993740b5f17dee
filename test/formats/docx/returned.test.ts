import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDecisions } from '../../../src/core/decisions/decisions.ts';
import type { TextEdit } from '../../../src/core/edit.ts';
import { docx } from '../../../src/formats/docx/docx.ts';
import { returnedTexts } from '../../../src/formats/docx/returned.ts';
import { oneEditPerBlock, stamp } from './laws.ts';
import { mainXmlOf, wordFileOf } from './package.ts';

const client = (name: string, id: number, content: string) =>
  `<w:${name} w:id="${id}" w:author="Client" w:date="2026-11-25T10:00:00Z">${content}</w:${name}>`;
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const deleted = (text: string) => `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`;

describe('decisions read from a returned docx', () => {
  const body = `<w:p>${run('One wrod and anotehr one.')}</w:p><w:p>${run('The end.')}</w:p>`;
  const file = wordFileOf(body);
  const edits = [
    { span: { start: 4, end: 8 }, before: 'wrod', after: 'word' },
    { span: { start: 13, end: 20 }, before: 'anotehr', after: 'another' },
  ];
  const redline = docx.open(file).save(edits, 'tracked', stamp);

  it('are all open in the redline as it was sent', () => {
    expect(read(file, edits, redline)).toEqual({
      decisions: ['undecided', 'undecided'],
      changes: [],
    });
  });

  it('do not depend on ids, dates or authors', () => {
    const other = mainXmlOf(redline)
      .replace(/ w:date="[^"]*"/g, '')
      .replaceAll('w:author="Proofdesk"', 'w:author="Author"')
      .replace(/w:id="(\d+)"/g, (_, id) => `w:id="${900 - Number(id)}"`);
    const saved = wordFileOf(other.replace(/.*<w:body>|<\/w:body>.*/g, ''));
    expect(read(file, edits, saved).decisions).toEqual(['undecided', 'undecided']);
  });

  it('tell of a tracked change of the client in a pending insertion, and of a silent rejection', () => {
    const saved = wordFileOf(
      `<w:p>${run('One ')}${client('del', 1, deleted('wrod'))}${client('ins', 2, run('term'))}${run(' and anotehr one.')}</w:p><w:p>${run('The end.')}</w:p>`,
    );
    expect(read(file, edits, saved)).toEqual({
      decisions: ['rewritten: term', 'rejected'],
      changes: [],
    });
  });

  it('tell what the client changed besides, tracked or not, also of paragraphs', () => {
    const mark = '<w:pPr><w:rPr><w:ins w:id="8" w:author="Client"/></w:rPr></w:pPr>';
    const first = `<w:p>${run('One word and another one.')}${client('ins', 1, run(' New.'))}</w:p>`;
    const added = `<w:p>${mark}${client('ins', 2, run('A paragraph.'))}</w:p>`;
    const last = `<w:p>${run('The last end.')}</w:p>`;
    expect(read(file, edits, wordFileOf(first + added + last))).toEqual({
      decisions: ['accepted', 'accepted'],
      changes: ['> New.\n\nA paragraph.!', '> last'],
    });
  });

  it('leave alone what was open before the document came', () => {
    const theirs = (text: string) =>
      `<w:p>${run('A ')}<w:ins w:id="3" w:author="Other" w:date="2026-01-01T00:00:00Z">${run(text)}</w:ins></w:p>`;
    const before = wordFileOf(theirs('wrod of theirs'));
    const edit = { span: { start: 2, end: 6 }, before: 'wrod', after: 'word' };
    const sent = docx.open(before).save([edit], 'tracked', stamp);
    expect(read(before, [edit], sent).decisions).toEqual(['undecided']);
    expect(read(before, [edit], before).decisions).toEqual(['rejected']);
    const later = theirs('word of theirs').replace('00:00:00Z', '00:00:00');
    expect(read(before, [edit], wordFileOf(later))).toEqual({
      decisions: ['accepted'],
      changes: [],
    });
  });

  it('do not count what Word fills in', () => {
    const field = (page: string) =>
      `<w:p>${run('See page ')}<w:fldSimple w:instr="PAGEREF x">${run(page)}</w:fldSimple>${run(' there.')}</w:p>`;
    expect(read(wordFileOf(field('7')), [], wordFileOf(field('1 234'))).changes).toEqual([]);
  });
});

const words = fc.array(
  fc.constantFrom('agreemnet', 'the', 'wrod', 'and', 'paritculars', 'clause'),
  {
    minLength: 1,
    maxLength: 9,
  },
);
const piece = words.chain((list) =>
  fc.constantFrom(
    run(`${list.join(' ')} `),
    `<w:ins w:id="5" w:author="Other" w:date="2026-01-01T00:00:00Z">${run(`${list.join(' ')} `)}</w:ins>`,
    `<w:del w:id="6" w:author="Other">${deleted('gone ')}</w:del>${run(list.join(' '))}`,
    `<w:r><w:t>${list.join(' ')}</w:t><w:tab/></w:r>`,
  ),
);
const document = fc
  .array(fc.array(piece, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 })
  .map((paragraphs) => paragraphs.map((pieces) => `<w:p>${pieces.join('')}</w:p>`).join(''));

it('reads back any decisions as they were made', () => {
  fc.assert(
    fc.property(document, fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }), (xml, choices) => {
      const file = wordFileOf(xml);
      const opened = docx.open(file);
      const edits = oneEditPerBlock(opened.document).filter(
        ({ before, after }) => before !== after,
      );
      const chosen = (choice: number) => edits.filter((_, index) => choices[index] === choice);
      const accepted = docx.open(opened.save(chosen(0), 'clean'));
      const open = chosen(2).map((edit) => moved(edit, chosen(0)));
      const saved = accepted.save(open, 'tracked', stamp);
      const names = ['accepted', 'rejected', 'undecided'];
      expect(read(file, edits, saved)).toEqual({
        decisions: edits.map((_, index) => names[choices[index] ?? 0]),
        changes: [],
      });
    }),
    { numRuns: 200 },
  );
});

/** The edit where it is once others are made. */
function moved(edit: TextEdit, others: readonly TextEdit[]): TextEdit {
  const shift = others
    .filter(({ span }) => span.start < edit.span.start)
    .reduce((sum, { before, after }) => sum + after.length - before.length, 0);
  return { ...edit, span: { start: edit.span.start + shift, end: edit.span.end + shift } };
}

function read(original: Uint8Array, edits: readonly TextEdit[], returned: Uint8Array) {
  const { text } = docx.open(original).document;
  const found = readDecisions(text, edits, returnedTexts(original, returned));
  return {
    decisions: found?.edits.map(({ decision, rewriting }) =>
      rewriting ? `${decision}: ${rewriting.text}` : decision,
    ),
    changes: found?.changes
      .map(({ before, after, tracked }) => `${before}>${after}${tracked ? '!' : ''}`)
      .toSorted(),
  };
}
