import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { readDecisions } from '../../../src/core/decisions/decisions.ts';
import { docx } from '../../../src/formats/docx/docx.ts';
import { returnedTexts } from '../../../src/formats/docx/returned.ts';
import { officePython, program } from '../../parts.ts';
import { stamp } from './laws.ts';
import { partsOf } from './package.ts';

const soffice = program('soffice');
const python = soffice === undefined ? undefined : officePython();
const script = fileURLToPath(new URL('edit-in-office.py', import.meta.url));
const letter = readFileSync(new URL('../../../fixtures/sample/letter.docx', import.meta.url));
const opened = docx.open(letter);
const { text } = opened.document;
const edits = [
  ['recieving', 'receiving'],
  ['the the', 'the'],
  ['seperate', 'separate'],
  ['damaged ,', 'damaged,'],
  ['committe', 'committee'],
  ['beleive', 'believe'],
  ['of mentioned', 'have mentioned'],
  ['garantee', 'guarantee'],
].map(([before = '', after = '']) => {
  const start = text.indexOf(before);
  return { span: { start, end: start + before.length }, before, after };
});
const folder = mkdtempSync(join(tmpdir(), 'proofdesk-returned-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is done in LibreOffice; changes are named by the words that they delete or insert. */
interface Job {
  readonly accept?: readonly string[] | 'all';
  readonly reject?: readonly string[] | 'all';
  readonly replace?: readonly (readonly [string, string])[];
  readonly trackedReplace?: readonly (readonly [string, string])[];
}

describe.skipIf(python === undefined)(
  'a redline that was edited in LibreOffice',
  { timeout: 180_000 },
  () => {
    it('tells what was accepted, rejected, rewritten, left open and changed besides', async () => {
      const choice = (seed: number) => ({
        accept: wordsOf((index) => (index * seed) % 3 === 0),
        reject: wordsOf((index) => (index * seed) % 3 === 1),
      });
      const jobs: readonly Job[] = [
        {},
        { accept: 'all' },
        { reject: 'all' },
        choice(1),
        choice(5),
        {
          accept: ['recieving', 'receiving'],
          reject: ['beleive', 'believe'],
          replace: [
            ['guarantee', 'warranty'],
            ['Dear', 'Hello'],
          ],
          trackedReplace: [['Monday', 'Tuesday morning']],
        },
      ];
      const [kept, accepted, rejected, first, second, rewritten] = await edited(jobs);
      expect(kept).toEqual({ decisions: edits.map(() => 'undecided'), changes: [] });
      expect(accepted).toEqual({ decisions: edits.map(() => 'accepted'), changes: [] });
      expect(rejected).toEqual({ decisions: edits.map(() => 'rejected'), changes: [] });
      const names = ['accepted', 'rejected', 'undecided'];
      for (const [read, seed] of [
        [first, 1],
        [second, 5],
      ] as const) {
        expect(read).toEqual({
          decisions: edits.map((_, index) => names[(index * seed) % 3]),
          changes: [],
        });
      }
      expect(rewritten?.decisions).toEqual([
        ...[
          'accepted',
          'undecided',
          'undecided',
          'undecided',
          'undecided',
          'rejected',
          'undecided',
        ],
        'rewritten: warranty',
      ]);
      expect(rewritten?.changes).toContain('Dear>Hello');
      expect(rewritten?.changes).toContain('Monday>Tuesday morning!');
    });

    it('keeps its comments', async () => {
      const remarks = [{ span: { start: 0, end: 5 }, text: 'A remark\nof two lines' }];
      const path = join(folder, 'remarked.docx');
      writeFileSync(path, opened.save(edits, 'tracked', { ...stamp, remarks }));
      await promisify(execFile)(soffice ?? '', [
        `-env:UserInstallation=file://${folder}/profile`,
        ...[
          '--headless',
          '--convert-to',
          'docx:MS Word 2007 XML',
          '--outdir',
          `${folder}/again`,
          path,
        ],
      ]);
      const again = readFileSync(join(folder, 'again', 'remarked.docx'));
      const comments = new TextDecoder().decode(partsOf(again)['word/comments.xml']);
      expect(comments).toContain('A remark');
      expect(comments).toContain('w:author="Proofdesk"');
      expect(read(again).decisions).toEqual(edits.map(() => 'undecided'));
    });
  },
);

/** The words of the changes of some edits, as a redline has them: without what both sides share. */
function wordsOf(isWanted: (index: number) => boolean): readonly string[] {
  const changes = [
    ['recieving', 'receiving'],
    [' the', 'the '],
    ['seperate', 'separate'],
    [' '],
    ['committe', 'committee'],
    ['beleive', 'believe'],
    ['of', 'have'],
    ['garantee', 'guarantee'],
  ];
  return changes.filter((_, index) => isWanted(index)).flat();
}

async function edited(jobs: readonly Job[]) {
  const from = join(folder, 'redline.docx');
  writeFileSync(from, opened.save(edits, 'tracked', stamp));
  const files = jobs.map((_, index) => join(folder, `returned-${index}.docx`));
  const list = jobs.map((job, index) => ({ ...job, from, to: files[index] }));
  writeFileSync(join(folder, 'jobs.json'), JSON.stringify(list));
  const args = [script, soffice ?? '', join(folder, 'profile'), join(folder, 'jobs.json')];
  await promisify(execFile)(python ?? '', args);
  return files.map((file) => read(readFileSync(file)));
}

function read(returned: Uint8Array) {
  const found = readDecisions(text, edits, returnedTexts(letter, returned));
  return {
    decisions: found?.edits.map(({ decision, rewriting }) =>
      rewriting ? `${decision}: ${rewriting.text}` : decision,
    ),
    changes: found?.changes.map(
      ({ before, after, tracked }) => `${before}>${after}${tracked ? '!' : ''}`,
    ),
  };
}
