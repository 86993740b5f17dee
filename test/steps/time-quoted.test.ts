import { expect, it } from 'vitest';
import type { ClientName } from '../../src/job/job.ts';
import { approve } from '../../src/steps/approval.ts';
import { issueInvoices } from '../../src/steps/issue.ts';
import { quoteJobs } from '../../src/steps/quote.ts';
import { addTime, dropTime } from '../../src/steps/time.ts';
import { deliver, deskYaml, office, rates } from './office.ts';

it('time beyond the quote is never simply charged; a training beside the job is', async () => {
  const place = await office();
  await place.set('desk.yaml', deskYaml.replace('approval: none\n', ''));
  const more = `
  Consulting: { model: per-hour, rate: "60.00" }
  Training: { model: training, kinds: { styles: "90.00" } }
`;
  await place.set('rates/standard.yaml', rates.trimEnd() + more);
  await deliver(place, 'anna/one/a.txt');
  await quoteJobs(place.desk);
  const [record] = await place.desk.ledger.quotes();
  await approve(record?.quote.number ?? '', { by: 'Anna Ek' }, place.desk);
  await place.work();
  const eva = { person: 'eva', note: '', minutes: 30 };
  const anna = 'anna' as ClientName;
  const id = await addTime({ client: anna, job: 'one' }, eva, place.desk);
  await addTime({ client: anna }, { ...eva, training: 'styles' }, place.desk);
  const { waiting } = await issueInvoices(place.desk);
  expect(waiting[0]?.reasons[0]).toContain('more than the quote');
  expect((await place.desk.ledger.timeEntries({ unbilled: true })).length).toBe(2);
  await dropTime(id, 'a present', place.desk);
  const { issued } = await issueInvoices(place.desk);
  expect(issued[0]?.invoice.lines.map(({ amount }) => amount)).toEqual([8n, 4500n]);
});
