import type { BankAccount } from '../billing/invoice.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { Ledger, LedgerWrites } from '../ports.ts';
import { digestOf } from './notices/digest.ts';
import type { Desk } from './step.ts';

/** The account that deposits go to, as the record of the desk has it: by its hash, and by its last digits for people. */
export interface LockedAccount {
  readonly digest: string;
  readonly ends: string;
  readonly since: string;
  /** Why it took the place of another; absent of the first. */
  readonly because?: string;
}

type Events = Pick<Ledger, 'eventsCalled'>;

/** The designated account; undefined before the first invoice names one. */
export async function lockedAccount({ eventsCalled }: Events): Promise<LockedAccount | undefined> {
  const last = (await eventsCalled('account-locked')).at(-1);
  if (!last) return undefined;
  const { digest, ends, because } = last.data ?? {};
  const why = because === undefined ? {} : { because: String(because) };
  return { digest: String(digest), ends: String(ends), since: last.at, ...why };
}

/** Why the account of the settings may not be used, as a sentence: somebody who can write there could divert deposits. */
export async function accountFault(
  account: BankAccount,
  events: Events,
): Promise<string | undefined> {
  const locked = await lockedAccount(events);
  if (!locked || locked.digest === (await digestOf(numberOf(account)))) return undefined;
  return `desk.yaml names an account ending in ${endOf(account)}, and deposits go to the one ending in ${locked.ends}. If you changed it, type “proofdesk bank account --because …”; if you did not, somebody else did: put the old one back.`;
}

/** The same for the settings as they are now; a fault in the file itself is told elsewhere. */
export async function accountWait({
  billing,
  ledger,
}: {
  readonly billing: Pick<Desk['billing'], 'account'>;
  readonly ledger: Events;
}): Promise<string | undefined> {
  try {
    const own = await billing.account();
    return own && (await accountFault(own.account, ledger));
  } catch (error) {
    if (error instanceof DeskProblem) return undefined;
    throw error;
  }
}

/** Locks the account with the first invoice that names one, and refuses any other after that. Throws DeskProblem. */
export async function lockAccount(
  account: BankAccount,
  { tx, at }: { readonly tx: LedgerWrites; readonly at: string },
): Promise<void> {
  if (!(await lockedAccount(tx))) return record(account, { tx, at });
  const fault = await accountFault(account, tx);
  if (fault !== undefined) throw new DeskProblem(fault);
}

/** Makes the account of the settings the designated one, by the operator’s word. Throws DeskProblem when it is already. */
export async function changeAccount(
  account: BankAccount,
  { by, because }: { readonly by: string; readonly because: string },
  { clock, ledger }: Pick<Desk, 'clock' | 'ledger'>,
): Promise<void> {
  const at = clock.now().toISOString();
  await ledger.transaction(async (tx) => {
    const locked = await lockedAccount(tx);
    if (locked && (await accountFault(account, tx)) === undefined) {
      throw new DeskProblem(`Deposits go to the account ending in ${locked.ends} already.`);
    }
    await record(account, { tx, at, by, because });
  });
}

interface Recording {
  readonly tx: LedgerWrites;
  readonly at: string;
  readonly by?: string;
  readonly because?: string;
}

async function record(account: BankAccount, { tx, at, ...word }: Recording): Promise<void> {
  const data = { digest: await digestOf(numberOf(account)), ends: endOf(account), ...word };
  await tx.addEvent({ code: 'account-locked', at, data });
}

function numberOf({ number }: BankAccount): string {
  const parts = number.kind === 'iban' ? [number.iban] : [number.account, number.routing];
  return parts.map((part) => part.replace(/[^A-Z0-9]/gi, '').toUpperCase()).join(' ');
}

function endOf({ number }: BankAccount): string {
  const digits = number.kind === 'iban' ? number.iban : number.account;
  return digits.replace(/[^A-Z0-9]/gi, '').slice(-4);
}
