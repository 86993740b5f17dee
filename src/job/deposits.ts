import type { Allocation } from '../billing/deposits.ts';
import type { CalendarDate } from '../billing/invoice.ts';
import type { Minor } from '../billing/money.ts';

/** A movement of the designated account that came with a statement, once however many statements list it. */
export interface BankEntry {
  readonly id: string;
  readonly bookedOn: CalendarDate;
  readonly currency: string;
  readonly amount: Minor;
  readonly payer?: string;
  readonly words: string;
  readonly state: 'allocated' | 'open' | 'ignored';
  /** What the operator should know: which invoices it may be for, why it was left alone, what is left over. */
  readonly remark?: string;
}

/** A movement to be recorded, with what it is given to. */
export interface NewBankEntry extends BankEntry {
  /** The file it came with. */
  readonly file: string;
  readonly allocations: readonly Allocation[];
}

/** What of a movement was given to an invoice. */
export interface GivenDeposit extends Allocation {
  readonly entryId: string;
}

/** The receipt of an invoice. `void`: a deposit was taken back after it was made. */
export interface Receipt {
  readonly number: string;
  readonly state: 'intended' | 'issued' | 'void';
  readonly paidOn: CalendarDate;
}
