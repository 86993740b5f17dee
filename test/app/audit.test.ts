import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { noteAuditHead, verifyAudit } from '../../src/app/audit.ts';
import { deskPaths } from '../../src/app/paths.ts';
import { intendCredit, issueInvoices } from '../../src/steps/issue.ts';
import { deliver, office } from '../steps/office.ts';

/** A desk that has issued an invoice, with the head that stands on it. */
async function invoiced() {
  const place = await office();
  await deliver(place, 'anna/one/a.txt');
  const [record] = (await issueInvoices(place.desk)).issued;
  const head = record?.invoice.auditHead;
  if (!head) throw new Error('the invoice has no head');
  return { place, head, number: record.invoice.number, paths: deskPaths(place.root) };
}

describe('the audit trail of a desk', () => {
  it('stands on the invoice as it was when the number was taken', async () => {
    const { place, head, paths } = await invoiced();
    expect(head).toMatch(/^\d+-[0-9a-f]{32}$/);
    const report = await verifyAudit(place.desk.ledger, paths, [head]);
    expect(report).toMatchObject({ whole: true, faults: [] });
    expect(report.records).toBeGreaterThan(Number(head.split('-')[0]));
  });

  it('stands on a credit note as it is then, not as on the invoice', async () => {
    const { place, head, number } = await invoiced();
    await intendCredit(number, 'a mistake', place.desk);
    const credit = (await place.desk.ledger.invoices()).find(
      ({ invoice }) => invoice.kind === 'credit-note',
    );
    expect(credit?.invoice.auditHead).toMatch(/^\d+-/);
    expect(credit?.invoice.auditHead).not.toBe(head);
  });

  it('is missed when its end is cut off, for an invoice names it', async () => {
    const { place, head, number, paths } = await invoiced();
    const behind = new DatabaseSync(paths.ledger);
    behind.exec(`delete from events where seq >= ${head.split('-')[0]}`);
    behind.close();
    const { whole, faults } = await verifyAudit(place.desk.ledger, paths);
    expect(whole).toBe(false);
    expect(faults).toEqual([
      `${head}, which stands on ${number}, is not in the trail: its end was cut off, or records were replaced.`,
    ]);
  });

  it('is missed when its end is cut off, for the desk noted it', async () => {
    const { place, paths } = await invoiced();
    await noteAuditHead(place.desk.ledger, paths);
    const behind = new DatabaseSync(paths.ledger);
    behind.exec('delete from events where seq = (select max(seq) from events)');
    behind.close();
    const { faults } = await verifyAudit(place.desk.ledger, paths);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('which the desk noted in .proofdesk/audit-head');
  });

  it('keeps the note of where it stood until there is another', async () => {
    const { place, paths } = await invoiced();
    await noteAuditHead(place.desk.ledger, paths);
    const noted = readFileSync(paths.auditHead, 'utf8');
    expect(noted).toBe(`${await place.desk.ledger.auditHead()}\n`);
    await noteAuditHead(place.desk.ledger, paths);
    expect(readFileSync(paths.auditHead, 'utf8')).toBe(noted);
  });

  it('refuses what cannot be a head', async () => {
    const { place, paths } = await invoiced();
    writeFileSync(paths.auditHead, '');
    await expect(verifyAudit(place.desk.ledger, paths, ['12'])).rejects.toThrow(
      'as invoices print',
    );
  });
});
