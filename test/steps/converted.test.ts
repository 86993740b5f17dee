import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { retryQuarantined } from '../../src/app/mending.ts';
import { verifyReport } from '../../src/app/verify.ts';
import { DocumentProblem } from '../../src/core/problem.ts';
import { docx } from '../../src/formats/docx/docx.ts';
import { unlock } from '../../src/formats/office/encryption.ts';
import { isEncrypted, isOldWord } from '../../src/formats/office/ole.ts';
import { wordFileOf } from '../formats/docx/package.ts';
import { oleFile } from '../formats/office/ole-file.ts';
import { workplace } from './workplace.ts';

const protectedLetter = readFileSync(
  new URL('../../fixtures/sample/protected-letter.doc', import.meta.url),
);
const old = oleFile(['WordDocument']);
const converted = wordFileOf('<w:p><w:r><w:t>A letter  with a gap too many.</w:t></w:r></w:p>');

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

describe('an old Word document', () => {
  it('is converted and goes back as .docx, beside the original', async () => {
    const asked: Uint8Array[] = [];
    const toDocx = async (bytes: Uint8Array): Promise<Uint8Array> => {
      asked.push(bytes);
      return converted;
    };
    const place = await workplace({ converter: { toDocx } });
    await place.drop('anna/offer/annex/letter.doc', old);
    await place.round('at-once');
    await place.work();
    const status = await place.desk.ledger.status();
    expect(status.documents).toEqual({ delivered: 1 });
    expect(status.invoiceTasks).toHaveLength(1);
    expect(asked.map((bytes) => Buffer.compare(bytes, old))).toEqual([0]);
    const outbox = join(place.root, 'outbox/anna/offer');
    expect(filesIn(outbox)).toEqual([
      'corrected/annex/letter.docx',
      'original/annex/letter.doc',
      'original/annex/letter.doc.docx',
      'redline/annex/letter.docx',
      'report/annex/letter.doc.html',
      'report/annex/letter.doc.json',
    ]);
    const read = (path: string): Uint8Array => new Uint8Array(readFileSync(join(outbox, path)));
    expect(Buffer.compare(read('original/annex/letter.doc'), old)).toBe(0);
    expect(docx.open(read('corrected/annex/letter.docx')).document.text).toBe(
      'A letter with a gap too many.',
    );
    const report = join(outbox, 'report/annex/letter.doc.json');
    expect(readFileSync(report, 'utf8')).toContain('LibreOffice made a .docx of it');
    expect((await verifyReport(report)).proved).toBe(true);
  });

  it('with a password is converted without it, and goes back as a .docx with the same', async () => {
    const asked: Uint8Array[] = [];
    const toDocx = async (bytes: Uint8Array): Promise<Uint8Array> => {
      asked.push(bytes);
      return converted;
    };
    const place = await workplace({ converter: { toDocx } });
    await place.drop('anna/offer/letter.doc', protectedLetter);
    await place.round('at-once');
    await place.work();
    expect((await place.desk.ledger.status()).quarantined).toMatchObject([
      { code: 'needs-password', detail: expect.stringContaining('no password is named') },
    ]);
    await place.set('clients/anna/client.yaml', 'passwords: [wrong, s3cret pass]\n');
    expect(await retryQuarantined(place.root)).toBe(1);
    await place.work();
    expect((await place.desk.ledger.status()).documents).toEqual({ delivered: 1 });
    expect(asked.map((bytes) => isOldWord('letter.doc', bytes))).toEqual([true]);
    expect(Buffer.from(asked[0] ?? '').includes(Buffer.from('reading room', 'utf16le'))).toBe(true);
    const outbox = join(place.root, 'outbox/anna/offer');
    const read = (path: string): Uint8Array => new Uint8Array(readFileSync(join(outbox, path)));
    for (const path of [
      'original/letter.doc.docx',
      'corrected/letter.docx',
      'redline/letter.docx',
    ]) {
      expect(isEncrypted(read(path)), path).toBe(true);
    }
    const { bytes } = await unlock(read('corrected/letter.docx'), ['s3cret pass']);
    expect(docx.open(bytes).document.text).toBe('A letter with a gap too many.');
  });

  it('goes into quarantine where LibreOffice is not installed, with what to do', async () => {
    const place = await workplace();
    await place.drop('anna/offer/letter.doc', old);
    await place.round('at-once');
    await place.work();
    const { quarantined } = await place.desk.ledger.status();
    expect(quarantined).toMatchObject([{ code: 'legacy-format' }]);
    const reason = join(place.root, 'quarantine/anna/offer/letter.doc.reason.txt');
    expect(readFileSync(reason, 'utf8')).toMatch(/Word 97 to 2003[\s\S]*save it as \.docx/);
  });

  it('that cannot be converted goes into quarantine', async () => {
    const toDocx = (): Promise<never> =>
      Promise.reject(new DocumentProblem('legacy-format', 'It could not be converted.'));
    const place = await workplace({ converter: { toDocx } });
    await place.drop('anna/offer/letter.doc', old);
    await place.round('at-once');
    await place.work();
    expect((await place.desk.ledger.status()).quarantined).toMatchObject([
      { code: 'legacy-format', detail: 'It could not be converted.' },
    ]);
  });
});
