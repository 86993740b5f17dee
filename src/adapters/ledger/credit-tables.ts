import type { Generated } from 'kysely';
import type { CreditKind } from '../../job/credits.ts';
import type { ClientName } from '../../job/job.ts';

/** Amounts are whole smallest units, as text; above zero where the client's credit grew. */
export interface CreditMovesTable {
  seq: Generated<number>;
  client: ClientName;
  currency: string;
  amount: string;
  kind: CreditKind;
  entry_id: string | null;
  number: string | null;
  booked_on: string;
  decided_by: string;
  remark: string | null;
  at: string;
}
