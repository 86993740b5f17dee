import { systemClock } from '../adapters/system/clock.ts';
import { amountText } from '../billing/money.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { Ledger } from '../ports.ts';
import { balancesIn, refundCredit, useCredit } from '../steps/credits.ts';
import { currencyNamed } from '../steps/open-invoices.ts';
import { looking } from './invoices.ts';

/** What is kept of a client's own, and every move that led to it. */
export interface CreditRow {
  readonly client: string;
  readonly currency: string;
  readonly amount: string;
  readonly moves: readonly {
    readonly on: string;
    readonly kind: string;
    readonly amount: string;
    readonly number: string;
    readonly remark: string;
  }[];
}

export async function listCredits(folder: string): Promise<readonly CreditRow[]> {
  return looking(folder, async ({ ledger }) => {
    const moves = await ledger.creditMoves();
    return balancesIn(moves).map(({ client, currency, amount }) => ({
      client,
      currency,
      amount: amountText(amount, currencyNamed(currency)),
      moves: moves
        .filter((one) => one.client === client && one.currency === currency)
        .map(({ bookedOn, kind, amount: part, number = '', remark = '' }) => ({
          on: bookedOn,
          kind,
          amount: amountText(part, currencyNamed(currency)),
          number,
          remark,
        })),
    }));
  });
}

interface Sum {
  readonly amount: string;
  readonly currency: string;
}

/** Sets a client's credit against an invoice, by the operator's word; how much. */
export async function setAgainst(folder: string, number: string): Promise<Sum> {
  return looking(folder, async ({ ledger }) => {
    const amount = await useCredit(number, { ledger, clock: systemClock });
    const [record] = await ledger.invoices({ number });
    const code = record?.invoice.currency.code ?? '';
    return { amount: amountText(amount, currencyNamed(code)), currency: code };
  });
}

interface Refund {
  readonly client: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly because: string;
}

/** Records a refund, by the operator's word; how much. */
export async function refund(folder: string, request: Refund): Promise<Sum> {
  return looking(folder, async ({ ledger }) => {
    const currency = request.currency ?? (await onlyCurrency(request.client, ledger));
    const amount = await refundCredit({ ...request, currency }, { ledger, clock: systemClock });
    return { amount: amountText(amount, currencyNamed(currency)), currency };
  });
}

async function onlyCurrency(client: string, ledger: Ledger): Promise<string> {
  const [first, other] = balancesIn(await ledger.creditMoves()).filter(
    (one) => one.client === client,
  );
  if (!first) throw new DeskProblem(`Nothing is kept for ${client}.`);
  if (!other) return first.currency;
  throw new DeskProblem(`Credit of ${client} is kept in several currencies: say --currency.`);
}
