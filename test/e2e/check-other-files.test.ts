import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { docx } from '../../src/formats/docx/docx.ts';
import { locked, unlock } from '../../src/formats/office/encryption.ts';
import { wordFileOf } from '../formats/docx/package.ts';
import { lines, pdfFile } from '../formats/pdf/pdf-file.ts';
import { proofdesk } from './desk.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofdesk-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const check = (...args: readonly string[]) => proofdesk('check', '--pipeline', 'quick', ...args);

describe('check', { timeout: 60_000 }, () => {
  it('tells page and line of what it finds in a PDF, and corrects none', async () => {
    const file = join(folder, 'report.pdf');
    writeFileSync(
      file,
      await pdfFile([lines('The ferry leaves at nine.'), lines('Nobody came.', 'We recieved it.')]),
    );
    const pretty = await check(file);
    expect(pretty).toMatchObject({ code: 1, stderr: '' });
    expect(pretty.stdout).toMatch(/p\. 2, l\. 2 {2}suggest/);
    const [edit] = JSON.parse((await check('--format', 'json', file)).stdout).edits;
    expect(edit).toMatchObject({ page: 2, line: 2, before: 'recieved', after: 'received' });
    const fix = await check('--fix', file);
    expect(fix.code).toBe(2);
    expect(fix.stderr).toContain('can be checked but not corrected');
    expect(readdirSync(folder)).toEqual(['report.pdf']);
  });

  it('opens an encrypted document with a file of passwords, and encrypts its copy', async () => {
    const file = join(folder, 'letter.docx');
    const passwords = join(folder, 'passwords.txt');
    const plain = wordFileOf('<w:p><w:r><w:t>We recieved it.</w:t></w:r></w:p>');
    writeFileSync(file, await locked(plain, 'sesame'));
    writeFileSync(passwords, 'wrong\r\nsesame\r\n');
    const without = await check(file);
    expect(without.code).toBe(2);
    expect(without.stderr).toContain('needs-password');
    const fix = await check('--fix', '--password-file', passwords, file);
    expect(fix.code).toBe(0);
    const copy = new Uint8Array(readFileSync(join(folder, 'letter.corrected.docx')));
    const { bytes } = await unlock(copy, ['sesame']);
    expect(docx.open(bytes).document.text).toBe('We received it.');
    expect(fix.stdout + fix.stderr).not.toContain('sesame');
  });
});
