import type { CalendarDate } from '../billing/invoice.ts';
import type { Minor } from '../billing/money.ts';
import type { ClientName } from './job.ts';

/**
 * What changes a client's credit. `overpaid`: a deposit left it over; `deposited`: a whole movement of the bank was
 * given to it; `taken-back`: an invoice that was paid was; `used`: it was set against an invoice; `refunded`: it was
 * sent back.
 */
export type CreditKind = 'overpaid' | 'deposited' | 'taken-back' | 'used' | 'refunded';

/** One move of a client's credit; below zero where it shrank. */
export interface CreditMove {
  readonly client: ClientName;
  readonly currency: string;
  readonly amount: Minor;
  readonly kind: CreditKind;
  /** The movement of the bank that it came with. */
  readonly entryId?: string;
  /** The invoice that it is about. */
  readonly number?: string;
  readonly bookedOn: CalendarDate;
  readonly decidedBy: string;
  readonly remark?: string;
}
