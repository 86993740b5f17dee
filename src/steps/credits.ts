import { parseDecimal } from '../billing/decimal.ts';
import { dueOf } from '../billing/deposits.ts';
import type { CalendarDate } from '../billing/invoice.ts';
import { amountText, type Minor, minorOf, nothing } from '../billing/money.ts';
import type { CreditMove } from '../job/credits.ts';
import type { BankEntry } from '../job/deposits.ts';
import type { InvoiceRecord } from '../job/invoices.ts';
import type { ClientName } from '../job/job.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { LedgerWrites } from '../ports.ts';
import { dayOf } from './days.ts';
import { currencyNamed, openEntry, openInvoices } from './open-invoices.ts';
import { settleReceipts } from './receipts.ts';
import type { Desk } from './step.ts';

type CreditDesk = Pick<Desk, 'clock' | 'ledger'>;

/** What is kept of a client's own, in one currency. */
export interface CreditBalance {
  readonly client: ClientName;
  readonly currency: string;
  readonly amount: Minor;
}

/** By client and currency, without those that came to nothing. */
export function balancesIn(moves: readonly CreditMove[]): readonly CreditBalance[] {
  const sums = new Map<string, CreditBalance>();
  for (const { client, currency, amount } of moves) {
    const key = `${client}/${currency}`;
    const before = sums.get(key)?.amount ?? 0n;
    sums.set(key, { client, currency, amount: (before + amount) as Minor });
  }
  return [...sums.values()].filter(({ amount }) => amount !== 0n);
}

interface Writing {
  readonly tx: LedgerWrites;
  readonly at: string;
}

/** Records a move of a client's credit, and that it happened. */
async function moveCredit(move: CreditMove, { tx, at }: Writing): Promise<void> {
  await tx.addCreditMove(move, at);
  const { client, currency, amount, kind, number, remark } = move;
  const data = {
    client,
    kind,
    currency,
    amount: amountText(amount, currencyNamed(currency)),
    units: amount.toString(),
    ...(number !== undefined && { number }),
    ...(remark !== undefined && { because: remark }),
  };
  const [record] = number === undefined ? [] : await tx.invoices({ number });
  const { jobId } = record ?? {};
  await tx.addEvent({ code: 'credit-moved', at, ...(jobId && { jobId }), data });
}

/** What was deposited for an invoice that is taken back is the client's own. */
export async function keepPaid(
  { client, invoice: { number, currency } }: InvoiceRecord,
  { on, tx, at }: Writing & { readonly on: CalendarDate },
): Promise<void> {
  const amount = (await tx.paidAmounts({ number })).get(number) ?? nothing;
  if (amount === 0n) return;
  const move = { client, currency: currency.code, amount, number, kind: 'taken-back' } as const;
  await moveCredit({ ...move, bookedOn: on, decidedBy: 'operator' }, { tx, at });
}

interface Left {
  readonly over: Minor;
  /** The invoice that the deposit was for. */
  readonly number: string | undefined;
  readonly entry: Pick<BankEntry, 'id' | 'currency' | 'bookedOn'>;
  readonly decidedBy: string;
}

/** What a deposit left over is the client's own; what the bank took back beyond the invoice is so no more. */
export async function keepOver(
  { over, number, entry, decidedBy }: Left,
  { tx, at }: Writing,
): Promise<void> {
  if (over === 0n || number === undefined) return;
  const [record] = await tx.invoices({ number });
  if (!record) return;
  const { id: entryId, currency, bookedOn } = entry;
  const move = { client: record.client, currency, amount: over, kind: 'overpaid' } as const;
  await moveCredit({ ...move, entryId, number, bookedOn, decidedBy }, { tx, at });
}

/** Sets what is kept of a client's own against an invoice of that client, as far as it is due. Throws DeskProblem. */
export async function useCredit(number: string, { clock, ledger }: CreditDesk): Promise<Minor> {
  const now = clock.now();
  const at = now.toISOString();
  return ledger.transaction(async (tx) => {
    const invoice = (await openInvoices(tx)).find((one) => one.number === number);
    const [record] = await tx.invoices({ number });
    if (!invoice || !record) throw new DeskProblem(`There is no invoice ${number} to pay.`);
    const { currency } = invoice;
    const due = dueOf(invoice);
    if (due <= 0n) throw new DeskProblem(`${number} is paid already. Nothing is due of it.`);
    const { client } = record;
    const kept = await keptOf({ client, currency }, tx);
    if (kept <= 0n) throw new DeskProblem(nothingKept({ client, currency }));
    const covers = kept >= due;
    const amount = covers ? due : kept;
    const day = dayOf(now);
    const move = { client, currency, number, bookedOn: day, decidedBy: 'operator' } as const;
    await moveCredit({ ...move, kind: 'used', amount: -amount as Minor }, { tx, at });
    await settleReceipts([number], day, { tx, at });
    return amount;
  });
}

interface Refund {
  readonly client: string;
  readonly currency: string;
  /** In whole units with places, `12.50`; all of it when absent. */
  readonly amount?: string;
  readonly because: string;
}

/** Records that what was kept of a client's own was sent back. Throws DeskProblem. */
export async function refundCredit(
  { client: name, currency, amount: wanted, because }: Refund,
  { clock, ledger }: CreditDesk,
): Promise<Minor> {
  const now = clock.now();
  const at = now.toISOString();
  const client = name as ClientName;
  return ledger.transaction(async (tx) => {
    const kept = await keptOf({ client, currency }, tx);
    if (kept <= 0n) throw new DeskProblem(nothingKept({ client, currency }));
    const amount = wanted === undefined ? kept : amountOf(wanted, currency);
    if (amount > kept) {
      const all = amountText(kept, currencyNamed(currency));
      throw new DeskProblem(`Only ${all} ${currency} are kept for ${client}.`);
    }
    const move = { client, currency, kind: 'refunded', amount: -amount as Minor } as const;
    const about = { bookedOn: dayOf(now), decidedBy: 'operator', remark: because };
    await moveCredit({ ...move, ...about }, { tx, at });
    return amount;
  });
}

/**
 * The operator gives a whole open movement to a client's credit: a deposit for nothing yet, or one that the bank took
 * back after its invoice was. Throws DeskProblem.
 */
export async function keepEntry(
  id: string,
  name: string,
  { clock, ledger }: CreditDesk,
): Promise<void> {
  const at = clock.now().toISOString();
  await ledger.transaction(async (tx) => {
    const { id: entryId, amount, currency, bookedOn } = await openEntry(id, tx);
    const known = (await tx.invoices()).find(({ client }) => client === name);
    if (!known) throw new DeskProblem(`There is no client ${name} who ever had an invoice.`);
    await tx.settleBankEntry(entryId, { state: 'allocated', remark: `kept for ${name}` });
    const move = { client: known.client, currency, amount, kind: 'deposited', entryId } as const;
    await moveCredit({ ...move, bookedOn, decidedBy: 'operator' }, { tx, at });
  });
}

async function keptOf(
  { client, currency }: Pick<CreditBalance, 'client' | 'currency'>,
  tx: LedgerWrites,
): Promise<Minor> {
  const balances = balancesIn(await tx.creditMoves());
  const found = balances.find((one) => one.client === client && one.currency === currency);
  return found?.amount ?? (0n as Minor);
}

/** An amount as a person writes it. Nothing is rounded away: one with more places than the currency has is refused. */
function amountOf(text: string, code: string): Minor {
  const currency = currencyNamed(code);
  const decimal = parseDecimal(text);
  const amount = decimal === undefined ? nothing : minorOf(decimal, currency);
  if (amount > 0n && parseDecimal(amountText(amount, currency)) === decimal) return amount;
  throw new DeskProblem(`“${text}” is no amount in ${code}: write it like 12.50.`);
}

function nothingKept({ client, currency }: Pick<CreditBalance, 'client' | 'currency'>): string {
  return `Nothing in ${currency} is kept for ${client}. “proofdesk credit list” shows what is.`;
}
