import { describe, expect, it } from 'vitest';
import { numberFaults } from '../../src/billing/numbering.ts';
import { heldUpInvoices, intendCredit, issueInvoices } from '../../src/steps/issue.ts';
import { annaYaml, deliver, deskYaml, filesOf, office, rates } from './office.ts';
import type { Workplace } from './workplace.ts';

async function rows({ desk }: Workplace): Promise<readonly string[]> {
  return (await desk.ledger.invoices()).map(
    ({ invoice, state }) => `${invoice.number} ${invoice.totals.gross} ${state}`,
  );
}

describe('issuing invoices', () => {
  it('gives each job its number and its files, once', async () => {
    const place = await office();
    await deliver(place, 'anna/one/a.txt', 'anna/two/a.txt', 'anna/two/b.txt');
    const { issued, waiting } = await issueInvoices(place.desk);
    expect(waiting).toEqual([]);
    expect(issued).toHaveLength(2);
    const year = new Date().getFullYear();
    expect(await rows(place)).toEqual([`INV-${year}-0001 10 issued`, `INV-${year}-0002 20 issued`]);
    expect(filesOf(place, 'anna/one/invoice')).toEqual([
      `INV-${year}-0001.pdf`,
      `INV-${year}-0001.xml`,
    ]);
    expect((await issueInvoices(place.desk)).issued).toEqual([]);
    expect(await rows(place)).toHaveLength(2);
  });

  it('gives no number twice, however many ask at once', async () => {
    const place = await office();
    await deliver(place, 'anna/one/a.txt', 'anna/two/a.txt', 'anna/three/a.txt');
    await Promise.all([1, 2, 3].map(() => issueInvoices(place.desk)));
    const invoices = await place.desk.ledger.invoices();
    expect(invoices).toHaveLength(3);
    expect(numberFaults(invoices.map(({ invoice }) => invoice))).toEqual([]);
  });

  it('goes on after a crash with the number that was taken', async () => {
    const place = await office();
    await deliver(place, 'anna/one/a.txt');
    const broken = { ...place.desk.outbox, place: () => Promise.reject(new Error('no disk')) };
    await expect(issueInvoices({ ...place.desk, outbox: broken })).rejects.toThrow('no disk');
    const [number] = (await rows(place))[0]?.split(' ') ?? [];
    expect(await rows(place)).toEqual([`${number} 10 intended`]);
    await place.set('rates/standard.yaml', rates.replace('0.02', '0.05'));
    await deliver(place, 'anna/two/a.txt');
    await issueInvoices(place.desk);
    expect(await rows(place)).toEqual([
      `${number} 10 issued`,
      `${number?.replace('0001', '0002')} 25 issued`,
    ]);
    expect(filesOf(place, 'anna/one/invoice')).toHaveLength(2);
  });

  it('makes the others when one cannot be printed, and that one when it can', async () => {
    const place = await office();
    await place.set('translations/de.yaml', 'title-invoice: Rechnung\n');
    await place.set('clients/anna/client.yaml', `${annaYaml}language: de\n`);
    await place.set('clients/bea/client.yaml', annaYaml);
    await deliver(place, 'anna/one/a.txt', 'bea/two/a.txt');
    await place.set('translations/de.yaml', 'sum-gross: "{{wrong}}"\n');
    const { issued, waiting } = await issueInvoices(place.desk);
    expect(issued.map(({ client }) => client)).toEqual(['bea']);
    expect(waiting[0]).toMatchObject({ client: 'anna', job: 'one' });
    expect(waiting[0]?.reasons[0]).toContain('“sum-gross”');
    await place.set('translations/de.yaml', '{}\n');
    expect((await issueInvoices(place.desk)).issued.map(({ client }) => client)).toEqual(['anna']);
    const faults = (await place.desk.ledger.invoices()).map(({ invoice }) => invoice);
    expect(numberFaults(faults)).toEqual([]);
  });

  it('waits for what is missing and says where to write it', async () => {
    const place = await office();
    await place.set('desk.yaml', 'pipeline: quick\n');
    await place.set('clients/anna/client.yaml', '');
    await deliver(place, 'anna/one/a.txt');
    const [waiting] = (await issueInvoices(place.desk)).waiting;
    expect(waiting?.reasons).toEqual([
      'The office has no address yet: write “address” into desk.yaml.',
      'There is no account to deposit into: write “bank” into desk.yaml.',
      'There is no rate card for this client: write “rates” into desk.yaml or clients/anna/client.yaml.',
      'There is no address to bill: write “invoice_to” into clients/anna/client.yaml.',
    ]);
    expect(await heldUpInvoices(place.desk.ledger, place.desk.billing)).toEqual([waiting]);
    await place.set('desk.yaml', deskYaml);
    await place.set('clients/anna/client.yaml', annaYaml);
    expect((await issueInvoices(place.desk)).issued).toHaveLength(1);
  });

  it('charges the tax that the client’s file names in place of the one of the rate card', async () => {
    const place = await office();
    const abroad = annaYaml.replace(' }', ', vat_id: SE556677889901 }');
    await place.set('clients/anna/client.yaml', `${abroad}tax: AE\n`);
    await deliver(place, 'anna/one/a.txt');
    const [record] = (await issueInvoices(place.desk)).issued;
    expect(record?.invoice.totals.taxes.map(({ tax }) => tax.code)).toEqual(['AE']);
    expect(record?.invoice.totals.gross).toBe(8n);
  });

  it.each([
    [
      'a rate card that is not there',
      { 'clients/anna/client.yaml': `${annaYaml}rates: gold\n` },
      'rates/gold.yaml',
    ],
    [
      'a service that has no price',
      { 'clients/anna/client.yaml': `${annaYaml}service: Poems\n` },
      'no service “Poems”',
    ],
    [
      'a tax that is not in the table',
      { 'rates/standard.yaml': rates.replace('S23', 'S99') },
      '“S99”',
    ],
    [
      'reverse charge without a VAT id',
      { 'rates/standard.yaml': rates.replace('S23', 'AE') },
      'VAT id',
    ],
    [
      'a language without a translation',
      { 'clients/anna/client.yaml': `${annaYaml}language: fi\n` },
      '“fi”',
    ],
    [
      'a language that is none',
      { 'clients/anna/client.yaml': `${annaYaml}language: de-1\n` },
      'must be a language',
    ],
    [
      'a standard rate of nothing',
      { 'desk.yaml': deskYaml.replace('percent: "23"', 'percent: "0"') },
      'category Z',
    ],
    [
      'a rate that is no number',
      { 'rates/standard.yaml': rates.replace('0.02', '2c') },
      'rates/standard.yaml:5:',
    ],
    [
      'a name that the font of the papers has no letters for',
      { 'clients/anna/client.yaml': annaYaml.replace('Anna Ek', '田中 Anna') },
      'cannot show “田中”',
    ],
    ['a wrong account', { 'desk.yaml': deskYaml.replace('78', '79') }, 'check digits'],
  ])('says so of %s', async (_name, files, sentence) => {
    const place = await office();
    await deliver(place, 'anna/one/a.txt');
    for (const [path, content] of Object.entries(files)) await place.set(path, content);
    const { issued, waiting } = await issueInvoices(place.desk);
    expect(issued).toEqual([]);
    expect(waiting[0]?.reasons.join(' ')).toContain(sentence);
  });

  it('never dates a number before the one before it, though the clock goes back', async () => {
    const place = await office();
    await deliver(place, 'anna/one/a.txt');
    await issueInvoices(place.desk);
    place.later(-400 * 86_400_000);
    await place.desk.ledger.transaction(async () => {});
    const early = { ...place.desk, clock: { now: () => new Date('2020-05-05T12:00:00Z') } };
    await deliver(place, 'anna/two/a.txt');
    await issueInvoices(early);
    const invoices = await place.desk.ledger.invoices();
    expect(invoices.map(({ invoice }) => invoice.number.slice(-4))).toContain('0001');
    expect(numberFaults(invoices.map(({ invoice }) => invoice))).toEqual([]);
  });

  it('takes an invoice back once, in a series of its own', async () => {
    const place = await office();
    await deliver(place, 'anna/one/a.txt');
    await issueInvoices(place.desk);
    const year = new Date().getFullYear();
    const number = `INV-${year}-0001`;
    expect(await intendCredit(number, 'a mistake', place.desk)).toBe(`CN-${year}-0001`);
    await issueInvoices(place.desk);
    expect(await rows(place)).toEqual([`CN-${year}-0001 -10 issued`, `${number} 10 issued`]);
    expect(filesOf(place, 'anna/one/invoice')).toContain(`CN-${year}-0001.pdf`);
    await expect(intendCredit(number, 'again', place.desk)).rejects.toThrow('taken back before');
    await expect(intendCredit(`CN-${year}-0001`, 'x', place.desk)).rejects.toThrow('itself');
    await expect(intendCredit('INV-1', 'x', place.desk)).rejects.toThrow('There is no invoice');
  });

  it('charges a text again whose invoice was taken back', async () => {
    const place = await office();
    const text = 'Four words of text.\n';
    const again = async (path: string): Promise<bigint | undefined> => {
      await place.drop(path, text);
      await place.round('at-once');
      await place.work();
      return (await issueInvoices(place.desk)).issued.at(-1)?.invoice.totals.gross;
    };
    expect(await again('anna/one/a.txt')).toBe(10n);
    expect(await again('anna/two/a.txt')).toBe(0n);
    for (const { invoice } of await place.desk.ledger.invoices()) {
      await intendCredit(invoice.number, 'the wrong price', place.desk);
    }
    await issueInvoices(place.desk);
    expect(await again('anna/three/a.txt')).toBe(10n);
  });

  it('makes a new year begin with one', async () => {
    const place = await office();
    const at = (date: string) => ({ ...place.desk, clock: { now: () => new Date(date) } });
    await deliver(place, 'anna/one/a.txt');
    await issueInvoices(at('2026-12-31T12:00:00Z'));
    await deliver(place, 'anna/two/a.txt');
    await issueInvoices(at('2027-01-01T12:00:00Z'));
    const numbers = (await place.desk.ledger.invoices()).map(({ invoice }) => invoice.number);
    expect(numbers).toEqual(['INV-2026-0001', 'INV-2027-0001']);
  });
});

describe('the look through the numbers', () => {
  it('finds gaps, and dates and years that do not fit', async () => {
    const place = await office();
    await deliver(place, 'anna/one/a.txt');
    await issueInvoices(place.desk);
    const [record] = await place.desk.ledger.invoices();
    if (!record) throw new Error('no invoice');
    const of = (number: string, issuedOn: string) => ({ ...record.invoice, number, issuedOn });
    const faults = numberFaults([
      of('INV-2026-0001', '2026-03-01'),
      of('INV-2026-0003', '2026-02-01'),
      of('INV-2027-0001', '2026-02-01'),
    ]);
    expect(faults.map(({ sentence }) => sentence)).toEqual([
      'The number before it is missing: INV-2026-0002.',
      'It is dated 2026-02-01, before the number before it.',
      'Its year is not that of its date, 2026-02-01.',
    ]);
  });
});
