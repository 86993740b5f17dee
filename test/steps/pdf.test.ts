import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyReport } from '../../src/app/verify.ts';
import { parseReport } from '../../src/report/json.ts';
import { lines, pdfFile } from '../formats/pdf/pdf-file.ts';
import { workplace } from './workplace.ts';

it('a PDF is checked and comes back with a report only, and is invoiced', {
  timeout: 30_000,
}, async () => {
  const place = await workplace();
  const bytes = await pdfFile([
    lines('The ferry leaves at nine in the morning.'),
    lines('Whoever comes too  late has to wait until noon.', 'It is , as ever, slow.'),
  ]);
  await place.drop('anna/offer/report.pdf', bytes);
  await place.round('at-once');
  await place.work();
  const status = await place.desk.ledger.status();
  expect(status.quarantined).toEqual([]);
  expect(status.documents).toEqual({ delivered: 1 });
  expect(status.invoiceTasks[0]?.lines.find(({ quantity }) => quantity > 0)?.quantity).toBe(23);
  const outbox = join(place.root, 'outbox/anna/offer');
  expect(readdirSync(outbox).sort()).toEqual(['original', 'report']);
  expect(Buffer.compare(readFileSync(join(outbox, 'original/report.pdf')), bytes)).toBe(0);
  const path = join(outbox, 'report/report.pdf.json');
  const report = parseReport(readFileSync(path, 'utf8'));
  expect(report.files.corrected).toBeUndefined();
  expect(report.counts.applied).toBe(0);
  expect(report.edits[0]).toMatchObject({ page: 2, line: 2, decision: 'suggested' });
  const page = readFileSync(join(outbox, 'report/report.pdf.html'), 'utf8');
  expect(page).toContain('page 2, line 2');
  expect((await verifyReport(path)).sentence).toContain('no corrected copy');
  expect(existsSync(join(place.root, 'quarantine/anna'))).toBe(false);
});
