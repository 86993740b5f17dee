import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accountFor } from '../../../src/app/accounts/account.ts';
import { deskPaths } from '../../../src/app/paths.ts';
import { importStatements } from '../../../src/steps/deposits.ts';
import { issueInvoices } from '../../../src/steps/issue.ts';
import { issueReceipts } from '../../../src/steps/receipts.ts';
import { deliver, office } from '../../steps/office.ts';

/** A desk with a delivered job and its invoice, a document in quarantine, and one that came twice. */
async function fullDesk() {
  const place = await office();
  await deliver(place, 'anna/one/a.txt', 'anna/one/b.txt');
  await issueInvoices(place.desk);
  await place.drop('anna/two/bad.pdf', 'no document');
  await place.round('at-once');
  await place.work();
  await deliver(place, 'anna/one/a.txt');
  const at = (path: string): string => join(place.root, path);
  const faults = async (): Promise<readonly string[]> =>
    (await accountFor(place.root)).faults.map(({ where, says }) => `${where} ${says}`);
  const write = (path: string, text = 'something else'): void => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  };
  return { place, at, faults, write, paths: deskPaths(place.root) };
}

describe('the account of every file', () => {
  it('has no fault at a desk that was left alone', async () => {
    const { place, at } = await fullDesk();
    expect(existsSync(at('duplicates/anna/one/a.txt'))).toBe(true);
    const { faults, documents, files } = await accountFor(place.root);
    expect(faults).toEqual([]);
    expect(documents).toBe(3);
    expect(files['outbox']).toBeGreaterThan(8);
  });

  it('knows the receipts of an invoice that was open again and paid once more', async () => {
    const { place, faults } = await fullDesk();
    const [record] = await place.desk.ledger.invoices();
    const year = record?.invoice.issuedOn.slice(0, 4) ?? '';
    const statement = (...rows: readonly string[]): string =>
      [':20:X', ':25:93115212345678', `:60F:C${year.slice(2)}0101EUR9,00`, ...rows].join('\r\n');
    const row = (day: string, mark: string): readonly string[] => [
      `:61:${year.slice(2)}${day}${day}${mark}0,20NTRFNONREF//B${day}`,
      `:86:Invoice ${record?.invoice.number}`,
    ];
    const told = async (name: string, text: string): Promise<void> => {
      await place.set(`bank/${name}`, text);
      const old = new Date(Date.now() - 3_600_000);
      utimesSync(join(place.root, 'bank', name), old, old);
      await importStatements(place.desk);
      await issueReceipts(place.desk);
    };
    await told('one.sta', statement(...row('0102', 'C')));
    await told('two.sta', statement(...row('0103', 'RC'), ...row('0104', 'C')));
    const receipts = readdirSync(join(place.root, 'outbox/anna/one/invoice'));
    expect(receipts.filter((name) => name.includes('receipt'))).toHaveLength(2);
    expect(await faults()).toEqual([]);
  });

  it('names contents that are missing, damaged or no contents', async () => {
    const { place, faults, paths } = await fullDesk();
    const [one, two] = (await place.desk.ledger.allRevisions()).map(
      ({ artifacts }) => artifacts.original ?? '',
    );
    const pathOf = (hash = '') => join(paths.store, hash.slice(0, 2), hash);
    rmSync(pathOf(one));
    writeFileSync(pathOf(two), 'otherwise');
    writeFileSync(join(paths.store, 'ab'), 'not a content');
    const found = await faults();
    expect(found).toHaveLength(3);
    expect(found.join('\n')).toContain('is missing; it is anna/one/a.txt (original)');
    expect(found.join('\n')).toContain('is damaged; it is anna/one/b.txt (original)');
    expect(found.join('\n')).toContain('.proofdesk/store/ab is damaged, or is no content');
  });

  it('names what was changed, taken away and added in the outbox', async () => {
    const { faults, write, at } = await fullDesk();
    write('outbox/anna/one/report/a.txt.html');
    rmSync(at('outbox/anna/one/original/b.txt'));
    const [invoice = ''] = readdirSync(at('outbox/anna/one/invoice'));
    rmSync(at(`outbox/anna/one/invoice/${invoice}`));
    write('outbox/anna/one/corrected/mine.txt');
    mkdirSync(at('outbox/ben'));
    renameSync(at('outbox/anna/one/original/a.txt'), at('outbox/ben/a.txt'));
    write('outbox/anna/one/report/.proofdesk-0123456789abcdef01234567.tmp');
    expect([...(await faults())].sort()).toEqual([
      'outbox/anna/one/corrected/mine.txt was not put there by the desk, or belongs to a document that is being delivered now',
      `outbox/anna/one/invoice/${invoice} was delivered and is not there any more`,
      'outbox/anna/one/original/a.txt was delivered and is not there any more',
      'outbox/anna/one/original/b.txt was delivered and is not there any more',
      'outbox/anna/one/report/.proofdesk-0123456789abcdef01234567.tmp is half of a file that was being delivered when the desk was stopped',
      'outbox/anna/one/report/a.txt.html is not as it was delivered: somebody has changed it since',
      'outbox/ben/a.txt was not put there by the desk, or belongs to a document that is being delivered now',
    ]);
  });

  it('names what is missing and unknown in quarantine, duplicates and work area', async () => {
    const { faults, write, at } = await fullDesk();
    write('quarantine/anna/two/bad.pdf');
    write('quarantine/mine.txt', 'mine');
    write('quarantine/mine.txt.reason.txt', 'because');
    write('duplicates/other.txt');
    write('.proofdesk/work/01ABC/letter.txt');
    write('.proofdesk/work/01M86YKQNSHQ5VXARR6XWMA6Z1.fresh', '{');
    expect(existsSync(at('quarantine/anna/two/bad.pdf.reason.txt'))).toBe(true);
    expect([...(await faults())].sort()).toEqual([
      '.proofdesk/work/01ABC/letter.txt belongs to no document',
      'duplicates/other.txt was not put there by the desk, or was changed since',
      'quarantine/anna/two/bad.pdf is in quarantine and does not lie there as it came',
      'quarantine/anna/two/bad.pdf was not put there by the desk, or was changed since',
      'quarantine/mine.txt was not put there by the desk, or was changed since',
    ]);
  });

  it('names a file that was about to be taken and is gone', async () => {
    const { place, faults, at } = await fullDesk();
    await place.drop('anna/three/c.txt');
    await place.desk.inbox.scan({ patient: true });
    await new Promise((resolve) => setTimeout(resolve, 40));
    const [file] = (await place.desk.inbox.scan({ patient: true })).settled;
    if (!file) throw new Error('it has not settled');
    const intent = place.desk.inbox.intend(file);
    await place.desk.ledger.transaction((tx) => tx.addIntent(intent, '2026-01-05T09:00:00.000Z'));
    expect(await faults()).toEqual([]);
    rmSync(at('inbox/anna/three/c.txt'));
    expect(await faults()).toEqual([
      'inbox/anna/three/c.txt was about to be taken and is gone from the inbox and from the work area',
    ]);
  });

  it('names a record of the audit trail that was changed', async () => {
    const { faults, paths } = await fullDesk();
    writeFileSync(paths.auditHead, `9999-${'0'.repeat(32)}\n`);
    expect((await faults()).join('\n')).toContain('which the desk noted in .proofdesk/audit-head');
    expect(readFileSync(paths.auditHead, 'utf8')).toContain('9999');
  });
});
