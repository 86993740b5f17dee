import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { retryQuarantined } from '../../src/app/mending.ts';
import { readReturned } from '../../src/app/returned.ts';
import { verifyReport } from '../../src/app/verify.ts';
import { docx } from '../../src/formats/docx/docx.ts';
import { locked, unlock } from '../../src/formats/office/encryption.ts';
import { isEncrypted } from '../../src/formats/office/ole.ts';
import { wordFileOf } from '../formats/docx/package.ts';
import { type Workplace, workplace } from './workplace.ts';

const password = 'open-sesame-7';
const plain = wordFileOf('<w:p><w:r><w:t>A letter  with a gap too many.</w:t></w:r></w:p>');

const outbox = ({ root }: Workplace, path: string): Uint8Array =>
  new Uint8Array(readFileSync(join(root, 'outbox', path)));

async function textOf(bytes: Uint8Array): Promise<string> {
  expect(isEncrypted(bytes)).toBe(true);
  return docx.open((await unlock(bytes, [password])).bytes).document.text;
}

/** The files of a desk that hold a text, in whatever encoding, but the settings that a person wrote. */
function filesWith({ root }: Workplace, text: string): readonly string[] {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => forms.some((form) => readFileSync(path).includes(form)))
    .map((path) => path.slice(root.length + 1));
}

describe('an encrypted document', { timeout: 180_000 }, () => {
  it('is proofread with the password of its job, and goes back encrypted with it', async () => {
    const place = await workplace();
    await place.drop('anna/offer/a.docx', await locked(plain, password));
    await place.set('inbox/anna/offer/job.yaml', `passwords: [wrong, ${password}]\n`);
    await place.round('at-once');
    // The job is complete, and its folder with the password is gone before the work begins.
    await place.round('at-once');
    expect(readdirSync(join(place.root, 'inbox', 'anna'))).toEqual([]);
    await place.work();
    const { documents } = await place.desk.ledger.status();
    expect(documents).toEqual({ delivered: 1 });
    const corrected = outbox(place, 'anna/offer/corrected/a.docx');
    expect(await textOf(corrected)).toBe('A letter with a gap too many.');
    const redline = outbox(place, 'anna/offer/redline/a.docx');
    expect(await textOf(redline)).toBe('A letter with a gap too many.');
    const report = join(place.root, 'outbox/anna/offer/report/a.docx.json');
    expect(readFileSync(report, 'utf8')).toContain('this report is not encrypted');
    expect((await verifyReport(report, [password])).proved).toBe(true);
    // The password that the job named is kept under seal, so that the desk itself can prove it.
    expect((await verifyReport(report)).proved).toBe(true);
    const elsewhere = await mkdtemp(join(tmpdir(), 'elsewhere-'));
    await cp(join(place.root, 'outbox/anna/offer'), elsewhere, { recursive: true });
    const away = join(elsewhere, 'report/a.docx.json');
    await expect(verifyReport(away)).rejects.toThrow('--password-file');
    await rm(elsewhere, { recursive: true });
    expect(filesWith(place, password)).toEqual([]);
  });

  it('waits in quarantine for its password, and is worked on when that is there', async () => {
    const place = await workplace();
    await place.drop('anna/offer/a.docx', await locked(plain, password));
    await place.set('clients/anna/client.yaml', 'passwords: [wrong]\n');
    await place.round('at-once');
    await place.work();
    const { quarantined } = await place.desk.ledger.status();
    expect(quarantined).toMatchObject([
      { code: 'needs-password', detail: /none of the passwords/ },
    ]);
    const reason = join(place.root, 'quarantine/anna/offer/a.docx.reason.txt');
    expect(readFileSync(reason, 'utf8')).toContain('passwords:');
    await place.set('clients/anna/client.yaml', `passwords: [wrong, ${password}]\n`);
    expect(await retryQuarantined(place.root)).toBe(1);
    await place.work();
    expect((await place.desk.ledger.status()).documents).toEqual({ delivered: 1 });
    expect(filesWith(place, password)).toEqual(['clients/anna/client.yaml']);
    expect(readdirSync(join(place.root, 'quarantine'))).toEqual([]);
  });

  it('is read when it comes back with decisions', async () => {
    const place = await workplace();
    await place.drop('anna/offer/a.docx', await locked(plain, password));
    await place.set('inbox/anna/offer/job.yaml', `passwords: [${password}]\n`);
    await place.round('at-once');
    await place.round('at-once');
    await place.work();
    const folder = join(place.root, 'outbox/anna/offer');
    const report = join(folder, 'report/a.docx.json');
    const counts = async (file: string, passwords: readonly string[] = []) =>
      (await readReturned({ report, file }, passwords)).counts;
    expect(await counts(join(folder, 'redline/a.docx'))).toMatchObject({ undecided: 1 });
    expect(await counts(join(folder, 'corrected/a.docx'))).toMatchObject({ accepted: 1 });
    expect(await counts(join(folder, 'original/a.docx'))).toMatchObject({ rejected: 1 });
    const other = join(place.root, 'other.docx');
    await writeFile(other, await locked(plain, 'of their own'));
    await expect(counts(other)).rejects.toThrow('--password-file');
    expect(await counts(other, ['of their own'])).toMatchObject({ rejected: 1 });
  });

  it('goes back byte for byte where nothing in it is corrected', async () => {
    const place = await workplace();
    const right = wordFileOf('<w:p><w:r><w:t>A letter without a gap too many.</w:t></w:r></w:p>');
    const sent = await locked(right, password);
    await place.drop('anna/offer/a.docx', sent);
    await place.set('clients/anna/client.yaml', `passwords: [${password}]\n`);
    await place.round('at-once');
    await place.work();
    expect(outbox(place, 'anna/offer/corrected/a.docx')).toEqual(sent);
    expect(outbox(place, 'anna/offer/redline/a.docx')).toEqual(sent);
  });

  it('does not make the settings of others say more than that they have a fault', async () => {
    const place = await workplace();
    await place.drop('anna/offer/a.txt');
    await place.set('clients/anna/client.yaml', `passwords: {a: ${password}}\n`);
    const { waiting } = await place.round('at-once');
    expect(JSON.stringify(waiting)).toContain('passwords');
    expect(JSON.stringify(waiting)).not.toContain(password);
  });
});
