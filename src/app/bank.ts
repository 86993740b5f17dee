import { systemClock } from '../adapters/system/clock.ts';
import { amountText, currencyOf, type Minor } from '../billing/money.ts';
import type { BankEntry } from '../job/deposits.ts';
import { DeskProblem } from '../job/trouble.ts';
import { accountWait, changeAccount, type LockedAccount, lockedAccount } from '../steps/account.ts';
import { keepEntry } from '../steps/credits.ts';
import { assignEntry, ignoreEntry } from '../steps/settle-entry.ts';
import { createBilling } from './compose.ts';
import { looking } from './invoices.ts';

/** A movement as lists show it. */
export interface MovementRow {
  readonly id: string;
  readonly bookedOn: string;
  readonly amount: string;
  readonly currency: string;
  readonly payer: string;
  readonly words: string;
  readonly state: string;
  readonly remark: string;
}

/** The movements of the account; only those that wait for a decision unless `all`. */
export async function listMovements(folder: string, all: boolean): Promise<readonly MovementRow[]> {
  return looking(folder, async ({ ledger }) => {
    const entries = await ledger.bankEntries(all ? {} : { state: 'open' });
    return entries.map(rowOf);
  });
}

/** Gives a movement to an invoice, by the operator's word. */
export async function assignMovement(folder: string, id: string, number: string): Promise<void> {
  await looking(folder, ({ ledger }) => assignEntry(id, number, { ledger, clock: systemClock }));
}

/** Gives a movement to a client's credit, by the operator's word. */
export async function keepMovement(folder: string, id: string, client: string): Promise<void> {
  await looking(folder, ({ ledger }) => keepEntry(id, client, { ledger, clock: systemClock }));
}

/** Leaves a movement alone, by the operator's word. */
export async function ignoreMovement(folder: string, id: string, because: string): Promise<void> {
  await looking(folder, ({ ledger }) => ignoreEntry(id, because, { ledger, clock: systemClock }));
}

/** The account that deposits go to, and what is wrong with that of the settings. */
export async function designatedAccount(folder: string): Promise<{
  readonly locked: LockedAccount | undefined;
  readonly fault: string | undefined;
}> {
  return looking(folder, async ({ ledger, paths }) => ({
    locked: await lockedAccount(ledger),
    fault: await accountWait({ billing: createBilling(paths), ledger }),
  }));
}

/** Makes the account of desk.yaml the designated one. */
export async function changeDesignatedAccount(
  folder: string,
  word: { readonly by: string; readonly because: string },
): Promise<void> {
  await looking(folder, async ({ ledger, paths }) => {
    const own = await createBilling(paths).account();
    if (!own) throw new DeskProblem('There is no account yet: write “bank” into desk.yaml.');
    await changeAccount(own.account, word, { ledger, clock: systemClock });
  });
}

function rowOf({
  id,
  bookedOn,
  amount,
  currency,
  payer,
  words,
  state,
  remark,
}: BankEntry): MovementRow {
  const known = currencyOf(currency) ?? { code: currency, places: 2 };
  return {
    id,
    bookedOn,
    amount: amountText(amount as Minor, known),
    currency,
    payer: payer ?? '',
    words,
    state,
    remark: remark ?? '',
  };
}
