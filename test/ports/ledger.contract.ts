import { billingContract } from './ledger/billing.ts';
import { clockContract } from './ledger/clock.ts';
import { findingContract } from './ledger/findings.ts';
import type { OpenEmpty } from './ledger/fresh-ledger.ts';
import { jobContract } from './ledger/jobs.ts';
import { queueContract } from './ledger/queue.ts';
import { queueModelContract } from './ledger/queue-model.ts';
import { revisionContract } from './ledger/revisions.ts';
import { transactionContract } from './ledger/transactions.ts';

/** What every ledger must do, whatever database it stands on. */
export function ledgerContract(open: OpenEmpty): void {
  transactionContract(open);
  jobContract(open);
  revisionContract(open);
  findingContract(open);
  queueContract(open);
  queueModelContract(open);
  billingContract(open);
  clockContract(open);
}
