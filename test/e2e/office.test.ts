import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { writeCopies } from '../../src/app/engine/copies.ts';
import { docx } from '../../src/formats/docx/docx.ts';
import { packed } from '../formats/odt/cases.ts';
import { stamp as odtStamp } from '../formats/odt/laws.ts';
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

  it('opens the corrected copy and the redline of OpenDocument texts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'proofdesk-office-'));
    const names = ['spans-and-links', 'white-space', 'tracked-changes', 'headers-and-footers'];
    const files: string[] = [];
    for (const name of names) {
      const { bytes, edits } = packed(name);
      const copies = await writeCopies({ fileName: `${name}.odt`, bytes, edits, stamp: odtStamp });
      writeFileSync(join(folder, `${name}-corrected.odt`), copies.corrected ?? '');
      writeFileSync(join(folder, `${name}-redline.odt`), copies.trackedRedline ?? '');
      files.push(`${name}-corrected`, `${name}-redline`);
    }
    await promisify(execFile)(soffice ?? '', [
      `-env:UserInstallation=file://${folder}/profile`,
      ...['--headless', '--convert-to', 'pdf', '--outdir', folder],
      ...files.map((file) => join(folder, `${file}.odt`)),
    ]);
    for (const file of files) expect(existsSync(join(folder, `${file}.pdf`)), file).toBe(true);
    rmSync(folder, { recursive: true });
  });
});
