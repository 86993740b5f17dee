import type { InvoiceRecord } from '../../src/job/invoices.ts';
import { noonOf } from './calendar.ts';
import type { Chance } from './chance.ts';
import { daysSince } from './clients-act.ts';
import type { YearOffice } from './office.ts';
import { type Movement, writers } from './statements.ts';

/** How clients pay. */
const manners = {
  reference: 34,
  number: 8,
  parts: 12,
  combined: 12,
  over: 6,
  twice: 6,
  returned: 9,
  'no words': 8,
  never: 5,
} as const;

type Manner = keyof typeof manners;

interface Planned extends Omit<Movement, 'date'> {
  readonly day: number;
}

/** The bank: what clients will pay when, and what it has told the office. */
export interface YearBank {
  readonly manners: Map<string, Manner>;
  planned: Planned[];
  balance: bigint;
  last?: { readonly ending: string; readonly opening: bigint; readonly movements: Movement[] };
  statements: number;
  readonly endings: Set<string>;
}

export function newBank(): YearBank {
  return {
    manners: new Map(),
    planned: [],
    balance: 1_000_000n,
    statements: 0,
    endings: new Set(),
  };
}

/** Clients pay what is some days old. */
export async function clientsPay(office: YearOffice, bank: YearBank): Promise<void> {
  const records = await office.desk().ledger.invoices({ state: 'issued' });
  const due = records.filter(
    ({ invoice, creditedBy }) =>
      invoice.kind === 'invoice' &&
      creditedBy === undefined &&
      invoice.totals.gross > 0n &&
      !bank.manners.has(invoice.number) &&
      daysSince(invoice.issuedOn, office) >= 6,
  );
  for (const record of due) {
    const { number } = record.invoice;
    if (bank.manners.has(number)) continue;
    const chance = office.chance(`payment/${number}`);
    const manner = chance.weighed(manners);
    bank.manners.set(number, manner);
    const others = manner === 'combined' ? partners(record, due, bank) : [];
    for (const { invoice } of others) bank.manners.set(invoice.number, 'combined');
    bank.planned.push(...plan({ record, manner, others, chance }, office.day()));
  }
}

/** Another invoice of the same client that nobody has paid. */
function partners(
  { client, invoice }: InvoiceRecord,
  due: readonly InvoiceRecord[],
  { manners: known }: YearBank,
): readonly InvoiceRecord[] {
  return due
    .filter((one) => one.client === client && one.invoice.number !== invoice.number)
    .filter((one) => !known.has(one.invoice.number))
    .slice(0, 1);
}

interface Paying {
  readonly record: InvoiceRecord;
  readonly manner: Manner;
  readonly others: readonly InvoiceRecord[];
  readonly chance: Chance;
}

function plan({ record, manner, others, chance }: Paying, today: number): readonly Planned[] {
  const { number, reference, totals, buyer } = record.invoice;
  const first = today + chance.whole(0, 18);
  const pay = (cents: bigint, day: number, words: string): Planned => {
    return { id: `${number}/${day}/${cents}`, day, cents, payer: buyer.name, words };
  };
  const { gross } = totals;
  switch (manner) {
    case 'reference':
      return [pay(gross, first, reference)];
    case 'number':
      return [pay(gross, first, `Invoice ${number} with thanks`)];
    case 'parts':
      return [pay(gross / 2n, first, reference), pay(gross - gross / 2n, first + 9, reference)];
    case 'combined': {
      const sum = others.reduce((all, { invoice }) => all + invoice.totals.gross, gross as bigint);
      const all = [number, ...others.map(({ invoice }) => invoice.number)];
      return [pay(sum, first, all.join(' and '))];
    }
    case 'over':
      return [pay(gross + 500n, first, reference)];
    case 'twice':
      return [pay(gross, first, reference), pay(gross, first + 4, reference)];
    case 'returned':
      return [
        pay(gross, first, reference),
        pay(-gross, first + 5, reference),
        pay(gross, first + 15, reference),
      ];
    case 'no words':
      return [pay(gross, first, 'with thanks')];
    case 'never':
      return [];
  }
}

/** The bank changes its format each month; a statement may list what the last one listed, or come twice. */
export async function bankTells(office: YearOffice, bank: YearBank): Promise<void> {
  const now = office.day();
  const fresh = bank.planned.filter(({ day }) => day <= now).sort((a, b) => a.day - b.day);
  bank.planned = bank.planned.filter(({ day }) => day > now);
  const endings = Object.keys(writers);
  const ending = endings[noonOf(now).getMonth() % endings.length] ?? 'xml';
  const chance = office.chance(`bank/${now}`);
  const overlaps = bank.last?.ending === ending && chance.whole(1, 3) === 1;
  const opening = overlaps ? (bank.last?.opening ?? 0n) : bank.balance;
  const movements = [...(overlaps ? (bank.last?.movements ?? []) : []), ...fresh.map(dated)];
  bank.balance = fresh.reduce((sum, { cents }) => sum + cents, bank.balance);
  bank.last = { ending, opening, movements };
  bank.statements += 1;
  bank.endings.add(ending);
  if (movements.length === 0) return;
  const text = writers[ending]?.({ opening, movements }) ?? '';
  const names = chance.whole(1, 5) === 1 ? ['', ' (1)'] : [''];
  for (const again of names) {
    await office.step(async () => office.put(`bank/day-${now}${again}.${ending}`, text));
  }
}

function dated({ day, ...movement }: Planned): Movement {
  const at = noonOf(day);
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return { ...movement, date };
}
