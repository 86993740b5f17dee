import type { CalendarDate } from '../invoice.ts';
import type { Currency, Minor } from '../money.ts';

/** What a bank says of one account over some days. Amounts in the account's currency, its smallest unit. */
export interface Statement {
  readonly format: string;
  /** IBAN or account number, without spaces. */
  readonly account: string;
  readonly currency: Currency;
  readonly opening?: Minor;
  readonly closing?: Minor;
  readonly entries: readonly StatementEntry[];
}

/** One movement on the account: above zero is money in. */
export interface StatementEntry {
  readonly bookedOn: CalendarDate;
  readonly amount: Minor;
  /** Only what is booked counts; what is announced may still vanish. */
  readonly booked: boolean;
  /** Takes an earlier movement back. */
  readonly reversal: boolean;
  /** How the bank calls it, where it does. */
  readonly bankReference?: string;
  readonly payer?: string;
  readonly payerAccount?: string;
  /** A structured reference that the payer gave, else the words that came with the deposit. */
  readonly reference?: string;
  readonly text: string;
}

/** A statement that cannot be read, or does not add up. The message says what to do. */
export class StatementProblem extends Error {
  override readonly name = 'StatementProblem';
}

/**
 * Whether what was booked leads from the opening to the closing balance; a sentence when not.
 * Banks leave balances out of some files: then there is nothing to check.
 */
export function balanceFault({ opening, closing, entries }: Statement): string | undefined {
  if (opening === undefined || closing === undefined) return undefined;
  let sum: bigint = opening;
  for (const { booked, amount } of entries) if (booked) sum += amount;
  if (sum === closing) return undefined;
  return 'Opening balance and movements do not lead to the closing balance. Download the statement again; it may be cut off.';
}

/**
 * What a movement is known by, the same each time the bank lists it: overlapping statements count once.
 * Two equal deposits on one day are told apart by their order, which comes after `#`; what is only announced has none,
 * since it may be gone from the next statement.
 */
export function entryKeys({ account, entries }: Statement): readonly string[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const { bookedOn, booked, amount, bankReference, reference, text, payer, payerAccount } = entry;
    const key = JSON.stringify([
      account,
      bookedOn,
      amount.toString(),
      bankReference ?? '',
      reference ?? '',
      text,
      payer ?? '',
      payerAccount ?? '',
    ]);
    if (!booked) return `${key}#announced`;
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return `${key}#${occurrence}`;
  });
}
