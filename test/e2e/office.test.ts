import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { writeCopies } from '../../src/app/engine/copies.ts';
import { docx } from '../../src/formats/docx/docx.ts';
import { program } from '../parts.ts';

const soffice = program('soffice');
const letter = readFileSync(new URL('../../fixtures/sample/letter.docx', import.meta.url));

describe.skipIf(soffice === undefined)('LibreOffice', { timeout: 120_000 }, () => {
  it('opens the corrected copy and the redline of the sample letter', async () => {
    const { text } = docx.open(letter).document;
    const edits = [
      ['recieving', 'receiving'],
      ['seperate', 'separate'],
      ['of mentioned', 'have mentioned'],
    ].map(([before = '', after = '']) => {
      const start = text.indexOf(before);
      return { span: { start, end: start + before.length }, before, after };
    });
    const stamp = { author: 'Proofdesk', date: '2026-01-01T00:00:00Z' };
    const copies = await writeCopies({ fileName: 'letter.docx', bytes: letter, edits, stamp });
    const folder = mkdtempSync(join(tmpdir(), 'proofdesk-office-'));
    writeFileSync(join(folder, 'corrected.docx'), copies.corrected ?? '');
    writeFileSync(join(folder, 'redline.docx'), copies.trackedRedline ?? '');
    await promisify(execFile)(soffice ?? '', [
      `-env:UserInstallation=file://${folder}/profile`,
      ...['--headless', '--convert-to', 'pdf', '--outdir', folder],
      ...[join(folder, 'corrected.docx'), join(folder, 'redline.docx')],
    ]);
    expect(existsSync(join(folder, 'corrected.pdf'))).toBe(true);
    expect(existsSync(join(folder, 'redline.pdf'))).toBe(true);
    rmSync(folder, { recursive: true });
  });
});
