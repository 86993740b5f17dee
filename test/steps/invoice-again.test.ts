import { describe, expect, it } from 'vitest';
import { invoicePaper } from '../../src/billing/invoice-paper.ts';
import { numberFaults } from '../../src/billing/numbering.ts';
import { ublOf } from '../../src/billing/ubl.ts';
import type { ClientName } from '../../src/job/job.ts';
import { invoiceAgain } from '../../src/steps/invoice-again.ts';
import { intendCredit, issueInvoices } from '../../src/steps/issue.ts';
import { addTime, dropTime } from '../../src/steps/time.ts';
import { annaYaml, deliver, filesOf, office, rates } from './office.ts';
import { mailingOffice } from './post-office.ts';
import type { Workplace } from './workplace.ts';

const anna = 'anna' as ClientName;
const year = new Date().getFullYear();
const number = (ordinal: number): string => `INV-${year}-${String(ordinal).padStart(4, '0')}`;

async function invoiced({ desk }: Workplace) {
  return (await desk.ledger.invoices()).map(({ invoice }) => invoice);
}

function nextMonth(place: Workplace): void {
  const now = place.desk.clock.now();
  place.later(new Date(now.getFullYear(), now.getMonth() + 1, 2, 12).getTime() - now.getTime());
}

describe('an invoice that was taken back', () => {
  it('is made anew under the next number, with the address of now, and says what it replaces', async () => {
    const place = await office();
    await deliver(place, 'anna/one/a.txt');
    await issueInvoices(place.desk);
    await expect(invoiceAgain(number(1), place.desk)).rejects.toThrow('stands');
    const credit = await intendCredit(number(1), 'wrong address', place.desk);
    await place.set('clients/anna/client.yaml', annaYaml.replace('Gatan 1', 'Gatan 2'));
    expect(await invoiceAgain(number(1), place.desk)).toBe(number(2));
    await issueInvoices(place.desk);
    const [, , again] = await invoiced(place);
    expect(again).toMatchObject({
      number: number(2),
      job: 'one',
      totals: { gross: 10n },
      replaces: { number: number(1), creditedBy: credit },
    });
    expect(again?.buyer.street).toEqual(['Gatan 2']);
    expect(filesOf(place, 'anna/one/invoice')).toHaveLength(6);
    if (!again) return;
    const phrases = await place.desk.billing.phrasesFor('en');
    const fact = invoicePaper(again, phrases).facts.find(({ label }) => label === 'Replaces');
    expect(fact?.value).toContain(`${number(1)} of `);
    expect(fact?.value).toContain(credit);
    expect(ublOf(again, phrases)).toContain(
      `<cac:InvoiceDocumentReference><cbc:ID>${number(1)}</cbc:ID>`,
    );
    expect(numberFaults(await invoiced(place))).toEqual([]);
  });

  it('is made anew once, and may itself be taken back and made anew', async () => {
    const place = await office();
    await deliver(place, 'anna/one/a.txt');
    await issueInvoices(place.desk);
    await intendCredit(number(1), 'x', place.desk);
    const asked = [1, 2, 3].map(() => invoiceAgain(number(1), place.desk).catch(() => 'refused'));
    expect((await Promise.all(asked)).sort()).toEqual([number(2), 'refused', 'refused']);
    await expect(invoiceAgain(number(1), place.desk)).rejects.toThrow('in the place of');
    const credit = await intendCredit(number(2), 'x', place.desk);
    await expect(invoiceAgain(credit, place.desk)).rejects.toThrow('credit note');
    expect(await invoiceAgain(number(2), place.desk)).toBe(number(3));
    const credits = (await invoiced(place)).filter(({ kind }) => kind === 'credit-note');
    expect(credits.map(({ replaces }) => replaces)).toEqual([undefined, undefined]);
    await expect(invoiceAgain('INV-1', place.desk)).rejects.toThrow('There is no invoice');
  });

  it('leaves out time that was dropped after it was taken back, and takes in what was recorded', async () => {
    const place = await office();
    const hours = `${rates.trimEnd()}\n  Consulting: { model: per-hour, rate: "60.00" }\n`;
    await place.set('rates/standard.yaml', hours);
    await deliver(place, 'anna/one/a.txt');
    const spent = { person: 'eva', note: '', minutes: 60 };
    const id = await addTime({ client: anna, job: 'one' }, spent, place.desk);
    await issueInvoices(place.desk);
    await expect(dropTime(id, 'x', place.desk)).rejects.toThrow('on an invoice');
    await intendCredit(number(1), 'wrong hours', place.desk);
    await dropTime(id, 'not theirs', place.desk);
    await addTime({ client: anna, job: 'one' }, { ...spent, minutes: 30 }, place.desk);
    await invoiceAgain(number(1), place.desk);
    const amounts = (await invoiced(place)).map(({ lines }) => lines.map(({ amount }) => amount));
    expect(amounts).toEqual([
      [-8n, -6000n],
      [8n, 6000n],
      [8n, 3000n],
    ]);
  });

  it('charges its documents again, and no other job does', async () => {
    const place = await office();
    await place.drop('anna/one/a.txt', 'Four words in all.\n');
    await deliver(place);
    await issueInvoices(place.desk);
    await intendCredit(number(1), 'x', place.desk);
    await invoiceAgain(number(1), place.desk);
    await place.drop('anna/two/b.txt', 'Four words in all.\n');
    await deliver(place);
    await issueInvoices(place.desk);
    expect((await invoiced(place)).map(({ totals }) => totals.gross)).toEqual([-10n, 10n, 10n, 0n]);
  });

  it('is told to the client once, with the credit note', async () => {
    const place = await mailingOffice(undefined);
    const { tellClients } = await import('../../src/steps/tell.ts');
    await deliver(place, 'anna/one/a.txt');
    await issueInvoices(place.desk);
    await intendCredit(number(1), 'x', place.desk);
    await invoiceAgain(number(1), place.desk);
    await issueInvoices(place.desk);
    await tellClients(place.desk);
    await tellClients(place.desk);
    const about = (await place.desk.ledger.messages()).map((one) => one.about);
    expect(about.filter((one) => one === 'invoice-issued')).toHaveLength(2);
    expect(about.filter((one) => one === 'credit-note-issued')).toHaveLength(1);
  });
});

describe('the invoice of a month that was taken back', () => {
  const card = `${rates.trimEnd()}
  Consulting: { model: per-hour, rate: "60.00", increment_minutes: 15 }
retainers:
  small: { price: "100.00", includes_words: 10, overage_per_word: "0.50", rollover_months: 1 }
`;

  it('is made anew with its jobs and its time, though later months are invoiced', async () => {
    const place = await office();
    await place.set('rates/standard.yaml', card);
    await place.set('clients/anna/client.yaml', `${annaYaml}retainer: small\n`);
    await deliver(place, 'anna/one/a.txt', 'anna/two/a.txt');
    await addTime({ client: anna }, { person: 'eva', note: '', minutes: 30 }, place.desk);
    await issueInvoices(place.desk);
    nextMonth(place);
    await issueInvoices(place.desk);
    nextMonth(place);
    await issueInvoices(place.desk);
    const [first] = await invoiced(place);
    const numbers = (await invoiced(place)).map((one) => one.number);
    await intendCredit(numbers[0] ?? '', 'wrong address', place.desk);
    const again = await invoiceAgain(numbers[0] ?? '', place.desk);
    const made = (await invoiced(place)).find((one) => one.number === again);
    expect(made?.lines).toEqual(first?.lines);
    expect(made).toMatchObject({ job: first?.job, replaces: { number: numbers[0] } });
    const months = await place.desk.ledger.invoicedMonths(anna);
    expect(months.map((one) => one.number)).toEqual([again, numbers[1]]);
    await issueInvoices(place.desk);
    expect(await invoiced(place)).toHaveLength(4);
    await expect(invoiceAgain(numbers[1] ?? '', place.desk)).rejects.toThrow('stands');
  });

  it('is made anew where it holds nothing but time', async () => {
    const place = await office();
    await place.set('rates/standard.yaml', card);
    const eva = { person: 'eva', note: '', minutes: 30 };
    await addTime({ client: anna }, eva, place.desk);
    nextMonth(place);
    await issueInvoices(place.desk);
    const [first] = await invoiced(place);
    await intendCredit(first?.number ?? '', 'x', place.desk);
    const again = await invoiceAgain(first?.number ?? '', place.desk);
    const made = (await invoiced(place)).find((one) => one.number === again);
    expect(made?.totals).toEqual(first?.totals);
  });
});
