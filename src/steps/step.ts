import type { BankFolder, Billing } from '../job/books.ts';
import type { Disk, OfficeSettings } from '../job/intake.ts';
import type { DocumentState, Revision } from '../job/job.ts';
import type { Mailer, Notices } from '../job/messages.ts';
import type { Returns } from '../job/reviews.ts';
import type {
  Clock,
  ContentStore,
  Converter,
  Engine,
  Inbox,
  Ledger,
  LedgerWrites,
  Log,
  Profiles,
  Shelf,
  Vault,
} from '../ports.ts';

/** All of the world that the steps touch. */
export interface Desk {
  readonly bank: BankFolder;
  readonly billing: Billing;
  readonly clock: Clock;
  /** Absent where LibreOffice is not installed. */
  readonly converter?: Converter | undefined;
  readonly disk: Disk;
  readonly engine: Engine;
  readonly inbox: Inbox;
  readonly ledger: Ledger;
  readonly log: Log;
  readonly mailer: Mailer;
  readonly notices: Notices;
  readonly office: OfficeSettings;
  readonly outbox: Shelf;
  readonly profiles: Profiles;
  readonly quarantine: Shelf;
  readonly returns: Returns;
  readonly store: ContentStore;
  readonly vault: Vault;
}

/** What a step writes once its work is done; it runs in the transaction that moves the revision on. */
export type Outcome = (tx: LedgerWrites) => Promise<Progress>;

/** `words` where the step counted them. */
interface Progress {
  readonly words?: number;
}

/**
 * A step that takes one revision from one state to the next. It may be run again after a crash at any instant:
 * all it makes goes to the content store or, whole, onto a shelf; only its outcome is recorded.
 */
export interface Step {
  readonly name: string;
  readonly from: DocumentState;
  readonly to: DocumentState;
  run(revision: Revision, desk: Desk): Promise<Outcome>;
}
