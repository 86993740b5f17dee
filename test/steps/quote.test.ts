import { describe, expect, it } from 'vitest';
import { quotePaper } from '../../src/billing/quote.ts';
import { DocumentProblem } from '../../src/core/problem.ts';
import { approve, decline, renew } from '../../src/steps/approval.ts';
import { dayOf } from '../../src/steps/days.ts';
import { issueInvoices } from '../../src/steps/issue.ts';
import { quoteJobs } from '../../src/steps/quote.ts';
import { annaYaml, deliver, deskYaml, filesOf, office, rates } from './office.ts';
import type { Workplace } from './workplace.ts';

const year = new Date().getFullYear();
const first = `Q-${year}-0001`;
const by = 'Anna Ek, by e-mail';

/** A desk whose clients approve quotes first. */
async function quotingOffice(clientYaml = annaYaml): Promise<Workplace> {
  const place = await office();
  await place.set('desk.yaml', deskYaml.replace('approval: none\n', ''));
  await place.set('clients/anna/client.yaml', clientYaml);
  return place;
}

async function states({ desk }: Workplace): Promise<readonly string[]> {
  return (await desk.ledger.quotes()).map(({ quote, state }) => `${quote.number} ${state}`);
}

async function documents({ desk }: Workplace) {
  return (await desk.ledger.status()).documents;
}

describe('quotes', () => {
  it('come before the work, which begins when the client has approved', async () => {
    const place = await quotingOffice();
    await deliver(place, 'anna/one/a.txt', 'anna/one/b.txt');
    expect(await documents(place)).toEqual({ extracted: 2 });
    const { waiting } = await quoteJobs(place.desk);
    expect(waiting[0]?.reasons[0]).toContain(`approval of the quote ${first}`);
    expect(filesOf(place, 'anna/one/quote')).toEqual([`${first}.pdf`]);
    expect((await place.desk.ledger.quotes())[0]?.quote.totals.gross).toBe(20n);
    await approve(first, { by }, place.desk);
    await place.work();
    expect(await documents(place)).toEqual({ delivered: 2 });
    await issueInvoices(place.desk);
    const [record] = await place.desk.ledger.invoices();
    expect(record?.invoice).toMatchObject({ quote: first, totals: { gross: 20n } });
  });

  it('are made once, however often the desk looks', async () => {
    const place = await quotingOffice();
    await deliver(place, 'anna/one/a.txt');
    await quoteJobs(place.desk);
    await quoteJobs(place.desk);
    expect(await states(place)).toEqual([`${first} open`]);
  });

  it('are approved by their hash, and by no other', async () => {
    const place = await quotingOffice();
    await deliver(place, 'anna/one/a.txt');
    await quoteJobs(place.desk);
    const hash = (await place.desk.ledger.quotes())[0]?.hash ?? '';
    await expect(approve(first, { by, hash: 'ffffffffffff' }, place.desk)).rejects.toThrow(
      'another text',
    );
    await expect(approve(first, { by, hash: hash.slice(0, 4) }, place.desk)).rejects.toThrow(
      'another text',
    );
    await approve(first, { by, hash: hash.slice(0, 16) }, place.desk);
    await expect(approve(first, { by }, place.desk)).rejects.toThrow('is approved');
    await expect(approve('Q-1', { by }, place.desk)).rejects.toThrow('There is no quote Q-1');
  });

  it('are not approved for documents that they do not name', async () => {
    const place = await quotingOffice();
    await place.drop('anna/one/b.docx', 'PK\u0003\u0004 cut off');
    await deliver(place, 'anna/one/a.txt');
    await quoteJobs(place.desk);
    await deliver(place, 'anna/one/b.txt');
    await expect(approve(first, { by }, place.desk)).rejects.toThrow('have changed since');
    expect(await documents(place)).toEqual({ extracted: 2, superseded: 1 });
  });

  it('no longer hold when a document is sent again in another version', async () => {
    const place = await quotingOffice();
    await place.drop('anna/one/a.txt', 'Four words in all.\n');
    await place.drop('anna/one/b.docx', 'PK\u0003\u0004 cut off');
    await place.round('at-once');
    await place.work();
    await quoteJobs(place.desk);
    expect((await place.desk.ledger.quotes())[0]?.quote.unreadable).toEqual(['b.docx']);
    await approve(first, { by }, place.desk);
    await place.drop('anna/one/b.txt', 'Four words as well.\n');
    await place.round('at-once');
    await place.work();
    await quoteJobs(place.desk);
    expect(await states(place)).toEqual([`${first} void`, `Q-${year}-0002 open`]);
    const { waiting } = await quoteJobs(place.desk);
    expect(waiting).toHaveLength(1);
  });

  it('can be declined, run out, and be made anew', async () => {
    const place = await quotingOffice();
    await deliver(place, 'anna/one/a.txt');
    await quoteJobs(place.desk);
    await decline(first, { by }, place.desk);
    expect((await quoteJobs(place.desk)).waiting[0]?.reasons[0]).toContain('declined');
    await renew(first, place.desk);
    await quoteJobs(place.desk);
    place.later(15 * 86_400_000);
    expect((await quoteJobs(place.desk)).waiting[0]?.reasons[0]).toContain('ran out');
    await expect(approve(`Q-${year}-0002`, { by }, place.desk)).rejects.toThrow('expired');
    await renew(`Q-${year}-0002`, place.desk);
    await quoteJobs(place.desk);
    expect((await states(place)).map((state) => state.split(' ')[1])).toEqual([
      'void',
      'void',
      'open',
    ]);
    expect(await documents(place)).toEqual({ extracted: 1 });
  });

  it('are approved by the agreement with the client up to a sum, and no further', async () => {
    const place = await quotingOffice(`${annaYaml}auto_approve_up_to: "0.10"\n`);
    await deliver(place, 'anna/one/a.txt', 'anna/two/a.txt', 'anna/two/b.txt');
    expect((await quoteJobs(place.desk)).begun).toBe(1);
    await place.work();
    expect(await documents(place)).toEqual({ delivered: 1, extracted: 2 });
  });

  it('are approved by the agreement though the desk stopped before it was noted', async () => {
    const place = await quotingOffice(`${annaYaml}auto_approve_up_to: "0.10"\n`);
    await deliver(place, 'anna/one/a.txt');
    const { ledger } = place.desk;
    const transaction: typeof ledger.transaction = async (work) => {
      if ((await ledger.quotes()).length > 0) throw new Error('killed');
      return ledger.transaction(work);
    };
    const dying = { ...place.desk, ledger: { ...ledger, transaction } };
    await expect(quoteJobs(dying)).rejects.toThrow('killed');
    expect(await states(place)).toEqual([`${first} open`]);
    expect((await quoteJobs(place.desk)).begun).toBe(1);
    expect(await states(place)).toEqual([`${first} approved`]);
  });

  it('keep their prices when the rate card changes', async () => {
    const place = await quotingOffice();
    await deliver(place, 'anna/one/a.txt');
    await quoteJobs(place.desk);
    await approve(first, { by }, place.desk);
    await place.set('rates/standard.yaml', rates.replace('0.02', '0.90'));
    await place.work();
    await issueInvoices(place.desk);
    expect((await place.desk.ledger.invoices())[0]?.invoice.totals.gross).toBe(10n);
  });

  it('cost more when the job is needed soon or at the weekend, and so does the invoice', async () => {
    const place = await quotingOffice();
    const rush = 'rush: [ { within_hours: 24, percent: "50" } ]\nweekend_percent: "20"\n';
    await place.set('rates/standard.yaml', `${rates.replace('0.02', '1.00')}${rush}`);
    const saturday = new Date();
    saturday.setDate(saturday.getDate() + ((6 - saturday.getDay() + 7) % 7));
    const day = dayOf(saturday);
    await place.drop('anna/one/job.yaml', `deadline: ${day} 18:00\n`);
    await deliver(place, 'anna/one/a.txt');
    const desk = { ...place.desk, clock: { now: () => new Date(`${day}T08:00:00`) } };
    await quoteJobs(desk);
    const [record] = await desk.ledger.quotes();
    expect(record?.quote.lines.map(({ text, amount }) => [text.kind, amount])).toEqual([
      ['service', 400n],
      ['rush', 200n],
      ['weekend', 80n],
    ]);
    await approve(record?.quote.number ?? '', { by }, desk);
    await place.work();
    const { issued } = await issueInvoices(place.desk);
    expect(issued[0]?.invoice.totals).toEqual(record?.quote.totals);
  });

  it('measure how full of mistakes a text is where the rate card asks', async () => {
    const place = await quotingOffice();
    const complex = rates.replace(
      'rate: "0.02"',
      'rate: "0.02", complexity: [ { findings_max: 10, factor: "1" }, { factor: "2" } ]',
    );
    await place.set('rates/standard.yaml', complex);
    await place.drop('anna/bad/a.txt', 'Two  spaces ,  and  more  .\n');
    await deliver(place, 'anna/good/a.txt');
    await quoteJobs(place.desk);
    const quotes = await place.desk.ledger.quotes();
    const priced = Object.fromEntries(
      quotes.map(({ quote }) => [quote.job, quote.lines[0]?.price]),
    );
    expect(priced).toEqual({ bad: 4_000_000n, good: 2_000_000n });
  });

  it('say what was found when the documents were looked through, what it takes, and by when', async () => {
    const place = await quotingOffice();
    const hours = 'words_per_hour: 4\nwords_per_day: 4\n';
    await place.set('rates/standard.yaml', `${rates.replace('tax: S23', 'tax: AE')}${hours}`);
    await place.set(
      'clients/anna/client.yaml',
      annaYaml.replace(' }', ', vat_id: SE556677889901 }'),
    );
    await place.drop('anna/late/job.yaml', 'deadline: 2039-05-04\n');
    await deliver(place, 'anna/late/a.txt', 'anna/one/a.txt');
    await place.drop('anna/bad/a.txt', 'Two  spaces ,  and  more  .\n');
    await place.round('at-once');
    await place.work();
    await quoteJobs(place.desk);
    const phrases = await place.desk.billing.phrasesFor('en');
    const facts: Record<string, readonly string[]> = {};
    for (const { quote, hash } of await place.desk.ledger.quotes()) {
      const paper = quotePaper(quote, hash, phrases);
      facts[quote.job] = paper.facts.slice(4).map(({ label, value }) => `${label}: ${value}`);
      expect(paper.notes[0]).toBe('Reverse charge');
    }
    const four = ['To be read: 4 words', 'Likely mistakes: none in a sample', 'Time: about 1 h'];
    expect(facts['late']).toEqual([...four, 'Needed by: May 4, 2039']);
    expect(facts['one']).toEqual([...four, 'Working days: 1 from your approval']);
    expect(facts['bad']?.[1]).toMatch(
      /^Likely mistakes: about [\d,]+ in 1,000 words, by a sample$/,
    );
  });

  it('are written for the others when one cannot be printed', async () => {
    const place = await quotingOffice(`${annaYaml}language: de\n`);
    await place.set('clients/bea/client.yaml', annaYaml);
    await place.set('translations/de.yaml', 'sum-gross: "{{wrong}}"\n');
    await deliver(place, 'anna/one/a.txt', 'bea/two/a.txt');
    const { waiting } = await quoteJobs(place.desk);
    expect(waiting.flatMap(({ reasons }) => reasons).join()).toContain('“sum-gross”');
    expect(filesOf(place, 'bea/two/quote')).toHaveLength(1);
    expect(filesOf(place, 'anna/one/quote')).toHaveLength(0);
  });

  it('are made for all jobs though one document cannot be sampled', async () => {
    const place = await quotingOffice();
    const complex = rates.replace('rate: "0.02"', 'rate: "0.02", complexity: [ { factor: "2" } ]');
    await place.set('rates/standard.yaml', complex);
    await place.drop('anna/bad/a.txt', 'Crash me please now.\n');
    await deliver(place, 'anna/good/a.txt');
    const { engine } = place.desk;
    const proofread: typeof engine.proofread = async (request) => {
      if (request.document.text.startsWith('Crash')) throw new DocumentProblem('crashed', 'x');
      return engine.proofread(request);
    };
    await quoteJobs({ ...place.desk, engine: { ...engine, proofread } });
    expect(await states(place)).toHaveLength(2);
  });

  it('are not waited for once the client has agreed to do without', async () => {
    const place = await quotingOffice();
    await deliver(place, 'anna/one/a.txt');
    expect((await quoteJobs(place.desk)).begun).toBe(0);
    await place.set('clients/anna/client.yaml', `${annaYaml}approval: none\n`);
    expect((await quoteJobs(place.desk)).begun).toBe(1);
    await place.work();
    expect(await documents(place)).toEqual({ delivered: 1 });
  });

  it('wait for what the settings lack', async () => {
    const place = await quotingOffice('');
    await deliver(place, 'anna/one/a.txt');
    expect((await quoteJobs(place.desk)).waiting[0]?.reasons[0]).toContain('no address to bill');
    expect(await states(place)).toEqual([]);
  });
});
