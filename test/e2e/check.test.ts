import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proofdesk } from './desk.ts';

let folder = '';
let wrong = '';
let right = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofdesk-check-'));
  wrong = join(folder, 'wrong.txt');
  right = join(folder, 'right.txt');
  writeFileSync(wrong, 'We recieved the the letter.\n');
  writeFileSync(right, 'We received the letter.\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('check', { timeout: 60_000 }, () => {
  it('says what it found and exits as a linter does', async () => {
    const found = await proofdesk('check', wrong);
    expect(found.code).toBe(1);
    expect(found.stdout).toContain('recieved→received');
    expect(found.stdout).toContain('2 to correct');
    expect((await proofdesk('check', right)).code).toBe(0);
    const missing = await proofdesk('check', join(folder, 'missing.txt'));
    expect(missing.code).toBe(2);
    expect(missing.stderr).toMatch(/missing\.txt is not there\. Check the name/);
  });

  it('goes on after a file that cannot be read', async () => {
    const bad = join(folder, 'bad.docx');
    writeFileSync(bad, 'no document');
    const ran = await proofdesk('check', bad, wrong);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('bad.docx');
    expect(ran.stdout).toContain('2 to correct');
  });

  it('prints the report as JSON, with edits that replay', async () => {
    const report = JSON.parse((await proofdesk('check', '--format', 'json', wrong)).stdout);
    expect(report.edits[0]).toMatchObject({
      stage: 'spelling',
      start: 3,
      end: 11,
      before: 'recieved',
      after: 'received',
      decision: 'applied',
    });
    const many = JSON.parse((await proofdesk('check', '--format', 'json', wrong, right)).stdout);
    expect(many).toHaveLength(2);
    const missing = join(folder, 'missing.txt');
    const one = JSON.parse((await proofdesk('check', '--format', 'json', wrong, missing)).stdout);
    expect(one).toHaveLength(1);
  });

  it('prints all of a long report into a pipe', async () => {
    const long = join(folder, 'long.txt');
    writeFileSync(long, 'The letter came on Monday and was read.\n\n'.repeat(4_000));
    const ran = await proofdesk('check', '--format', 'json', '--pipeline', 'light', long);
    expect(JSON.parse(ran.stdout).text).toHaveLength(4_000 * 41 - 2);
  });

  it('prints SARIF and a page', async () => {
    const sarif = JSON.parse((await proofdesk('check', '--format', 'sarif', wrong)).stdout);
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.runs[0].results).toHaveLength(2);
    const [first] = sarif.runs[0].results;
    expect(first.fixes).toHaveLength(1);
    const crlf = join(folder, 'crlf.txt');
    writeFileSync(crlf, 'All is well.\r\n\r\n\r\nWe recieved it.\r\n');
    const placed = JSON.parse((await proofdesk('check', '--format', 'sarif', crlf)).stdout);
    expect(placed.runs[0].results[0].locations[0].physicalLocation.region).toMatchObject({
      startLine: 4,
      startColumn: 4,
    });
    const page = await proofdesk('check', '--format', 'html', wrong);
    expect(page.stdout).toMatch(/^<!doctype html>/i);
  });

  it('writes the corrected copy beside the file, to a file, or to standard output', async () => {
    expect((await proofdesk('check', '--fix', wrong)).code).toBe(0);
    expect(readFileSync(join(folder, 'wrong.corrected.txt'), 'utf8')).toBe(
      'We received the letter.\n',
    );
    const named = join(folder, 'named.txt');
    await proofdesk('check', '--fix', '--output', named, wrong);
    expect(readFileSync(named, 'utf8')).toBe('We received the letter.\n');
    const piped = await proofdesk('check', '--fix', '--apply', 'suggested', '--output', '-', wrong);
    expect(piped.stdout).toBe('We received the letter.\n');
    expect(readFileSync(wrong, 'utf8')).toBe('We recieved the the letter.\n');
  });

  it('takes another dialect, another pipeline and word lists', async () => {
    const file = join(folder, 'colour.txt');
    writeFileSync(file, 'The colour of Okonkwo’s frobnicator is grey.\n');
    const words = join(folder, 'words.txt');
    writeFileSync(words, 'frobnicator\n');
    const ran = await proofdesk('check', '--dialect', 'en-GB', '--words', words, file);
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.stdout).toContain('0 to correct, 0 suggested, 0 noted');
    const unknown = await proofdesk('check', '--pipeline', 'nowhere', file);
    expect(unknown.stderr).toContain(
      'Choose one of: academic, legal, light, quick, standard, strict, uk.',
    );
  });

  it('knows the pipelines of a desk', async () => {
    const desk = join(folder, 'desk');
    mkdirSync(join(desk, 'pipelines'), { recursive: true });
    writeFileSync(
      join(desk, 'pipelines', 'house.yaml'),
      'extends: standard\nstages:\n  spelling: off\n  retext-quotes:\n    options: { preferred: smart }\n',
    );
    const file = join(folder, 'quotes.txt');
    writeFileSync(file, 'He said "yes" and we recieved it.\n');
    const ran = await proofdesk('--desk', desk, 'check', '--pipeline', 'house', file);
    expect(ran.stdout).toContain('retext-quotes/');
    expect(ran.stdout).not.toContain('recieved→received');
  });

  it('says which file or option it cannot use', async () => {
    const ran = await proofdesk('check', folder, right);
    expect(ran).toMatchObject({
      code: 2,
      stderr: `${folder} is a folder. Name the files in it.\n`,
    });
    const loose = await proofdesk('check', '--apply', 'suggested', right);
    expect(loose).toMatchObject({ code: 2, stderr: '--apply goes with --fix.\n' });
  });
});
