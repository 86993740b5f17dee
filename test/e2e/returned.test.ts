import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { odtFileOf } from '../formats/odt/package.ts';
import { drop, dropCopy, newDesk, proofdesk } from './desk.ts';

const letter = new URL('../../fixtures/sample/letter.docx', import.meta.url).pathname;

describe('a redline that comes back', { timeout: 90_000 }, () => {
  let desk: Awaited<ReturnType<typeof newDesk>>;
  const outbox = (path: string) => join(desk.root, 'outbox/anna/letter', path);
  const returned = (file: string, ...more: readonly string[]) =>
    proofdesk('returned', outbox('report/letter.docx.json'), outbox(file), ...more);
  beforeAll(async () => {
    desk = await newDesk();
    dropCopy(desk.root, 'anna/letter.docx', letter);
    drop(desk.root, 'anna/note/note.txt', 'We recieved it.\n');
    await proofdesk('--desk', desk.root, 'once');
  }, 90_000);
  afterAll(() => desk.remove());

  it('has a comment for each suggestion', () => {
    const report = JSON.parse(readFileSync(outbox('report/letter.docx.json'), 'utf8'));
    const parts = unzipSync(readFileSync(outbox('redline/letter.docx')));
    const comments = new TextDecoder().decode(parts['word/comments.xml']);
    expect(report.counts.suggested).toBeGreaterThan(0);
    expect(comments.match(/Suggestion: /g)?.length).toBeGreaterThanOrEqual(report.counts.suggested);
    expect(comments).toContain(
      report.edits.find((edit: { decision: string }) => edit.decision === 'suggested').message,
    );
  });

  it.each([
    ['redline/letter.docx', 'undecided', 1],
    ['corrected/letter.docx', 'accepted', 0],
    ['original/letter.docx', 'rejected', 0],
  ])('tells of %s that all is %s', async (file, decision, code) => {
    const ran = await returned(file, '--json');
    expect(ran).toMatchObject({ code, stderr: '' });
    const { counts, edits, changes } = JSON.parse(ran.stdout);
    expect(edits.length).toBeGreaterThan(5);
    expect(counts[decision]).toBe(edits.length);
    expect(changes).toEqual([]);
    expect((await returned(file)).stdout).toContain(`${edits.length} ${decision}`);
  });

  it('is read from an OpenDocument text and from RTF as well', async () => {
    const sources = {
      'a.odt': Buffer.from(odtFileOf('<text:p>We recieved it.</text:p>')),
      'a.rtf': Buffer.from('{\\rtf1\\ansi We recieved it.\\par}'),
    };
    for (const [name, bytes] of Object.entries(sources)) drop(desk.root, `anna/two/${name}`, bytes);
    await proofdesk('--desk', desk.root, 'once');
    const two = join(desk.root, 'outbox/anna/two');
    for (const name of Object.keys(sources)) {
      for (const [folder, decision] of [
        ['redline', 'undecided'],
        ['corrected', 'accepted'],
        ['original', 'rejected'],
      ] as const) {
        const report = `${two}/report/${name}.json`;
        const ran = await proofdesk('returned', report, `${two}/${folder}/${name}`, '--json');
        expect(JSON.parse(ran.stdout).counts, `${folder}/${name}`).toMatchObject({ [decision]: 1 });
      }
    }
  });

  it('says in a sentence what is the matter with another file', async () => {
    const other = await proofdesk(
      'returned',
      outbox('report/letter.docx.json'),
      import.meta.filename,
    );
    expect(other.code).toBe(2);
    expect(other.stderr).toContain('The file is damaged');
    const note = join(desk.root, 'outbox/anna/note');
    const text = await proofdesk(
      'returned',
      `${note}/report/note.txt.json`,
      `${note}/corrected/note.txt`,
    );
    expect(text.stderr).toContain('has no tracked changes');
  });
});
