import { type Allocation, type Match, matchOf } from '../billing/deposits.ts';
import type { BankAccount } from '../billing/invoice.ts';
import { sumOf } from '../billing/money.ts';
import { readStatements } from '../billing/statements/read.ts';
import {
  entryKeys,
  type Statement,
  type StatementEntry,
  StatementProblem,
} from '../billing/statements/statement.ts';
import type { NewBankEntry } from '../job/deposits.ts';
import type { LedgerWrites } from '../ports.ts';
import { keepOver } from './credits.ts';
import { type CurrentInvoice, openInvoices, remarkOver, tellDeposit } from './open-invoices.ts';
import { settleReceipts } from './receipts.ts';
import type { Desk } from './step.ts';

/** What a look into `bank/` came to. */
export interface BankRound {
  readonly read: readonly string[];
  readonly refused: readonly { readonly name: string; readonly reason: string }[];
  /** What lies there and is not read yet, and why. */
  readonly waiting: readonly { readonly name: string; readonly reason: string }[];
}

type BankDesk = Pick<Desk, 'bank' | 'billing' | 'clock' | 'ledger' | 'log'>;

/**
 * Reads the statements that were dropped into `bank/`, each in one transaction: its movements, once however many
 * statements list them, what each is given to, and which invoices are paid by it.
 */
export async function importStatements(desk: BankDesk): Promise<BankRound> {
  const files = await desk.bank.files();
  const read: string[] = [];
  const refused: BankRound['refused'][number][] = [];
  const reason = 'It was written to a moment ago, and is read when it is still.';
  const waiting = (await desk.bank.settling()).map((name) => ({ name, reason }));
  if (files.length === 0) return { read, refused, waiting };
  const own = await desk.billing.account();
  if (!own) {
    desk.log.warn({}, 'Statements wait in bank/: write “bank” into desk.yaml first.');
    const lacking = files.map(({ name }) => ({
      name,
      reason: 'Write “bank” into desk.yaml first.',
    }));
    return { read, refused, waiting: [...waiting, ...lacking] };
  }
  for (const file of files) {
    try {
      const statements = readStatements(decoded(file.bytes), own.profiles);
      for (const statement of statements) refuseOthers(statement, own.account);
      await record(statements, file, desk);
      await desk.bank.done(file.name, file.hash);
      read.push(file.name);
      desk.log.info({ file: file.name }, 'a bank statement was imported');
    } catch (error) {
      if (!(error instanceof StatementProblem)) throw error;
      await desk.bank.refuse(file.name, error.message);
      refused.push({ name: file.name, reason: error.message });
      desk.log.warn({ file: file.name }, error.message);
    }
  }
  return { read, refused, waiting };
}

/** Banks write UTF-8 or an older encoding of the West. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Nothing but the designated account counts. */
function refuseOthers({ account }: Statement, { number }: BankAccount): void {
  const plain = (text: string): string => text.replace(/[^A-Z0-9]/gi, '').toUpperCase();
  const own = plain(number.kind === 'iban' ? number.iban : number.account);
  const other = plain(account);
  // Older formats give the account number alone, which ends an IBAN.
  if (other === own || (other.length >= 6 && own.endsWith(other.replace(/^0+/, '')))) return;
  throw new StatementProblem(
    `The statement is of the account ending in ${account.slice(-4)}, not of the one in desk.yaml.`,
  );
}

interface File {
  readonly name: string;
  readonly hash: string;
}

async function record(statements: readonly Statement[], file: File, desk: BankDesk): Promise<void> {
  const at = desk.clock.now().toISOString();
  await desk.ledger.transaction(async (tx) => {
    const format = statements[0]?.format ?? '';
    if (!(await tx.addBankFile({ hash: file.hash, name: file.name, format, at }))) return;
    let invoices = await openInvoices(tx);
    for (const statement of statements) {
      for (const [index, key] of entryKeys(statement).entries()) {
        const entry = statement.entries[index];
        const id = desk.bank.idOf(key);
        if (!entry?.booked || (await tx.hasBankEntry(id))) continue;
        const movement = { id, entry, statement, file: file.hash };
        const allocations = await recordEntry(movement, { tx, at, invoices });
        invoices = invoices.map((invoice) => afterDeposits(invoice, allocations));
      }
    }
  });
}

interface Movement {
  readonly id: string;
  readonly entry: StatementEntry;
  readonly statement: Statement;
  readonly file: string;
}

interface Recording {
  readonly tx: LedgerWrites;
  readonly at: string;
  readonly invoices: readonly CurrentInvoice[];
}

async function recordEntry(
  movement: Movement,
  { tx, at, invoices }: Recording,
): Promise<readonly Allocation[]> {
  const { entry, statement } = movement;
  const match = matchOf(
    entry,
    invoices.filter(({ currency }) => currency === statement.currency.code),
  );
  const fresh = bankEntryOf(movement, match);
  await tx.addBankEntry(fresh, at);
  for (const allocation of fresh.allocations) {
    await tellDeposit(allocation, { currency: statement.currency, tx, at });
  }
  if (match.kind === 'allocated') {
    const left = { over: match.over, number: fresh.allocations[0]?.number };
    await keepOver({ ...left, entry: fresh, decidedBy: 'proofdesk' }, { tx, at });
  }
  if (fresh.state === 'open') {
    await tx.addEvent({ code: 'deposit-unmatched', at, data: { entry: fresh.id } });
  }
  const numbers = fresh.allocations.map(({ number }) => number);
  await settleReceipts(numbers, entry.bookedOn, { tx, at });
  return fresh.allocations;
}

function afterDeposits(
  invoice: CurrentInvoice,
  allocations: readonly Allocation[],
): CurrentInvoice {
  const given = allocations.find(({ number }) => number === invoice.number);
  return given ? { ...invoice, paid: sumOf([invoice.paid, given.amount]) } : invoice;
}

function bankEntryOf({ id, entry, statement, file }: Movement, match: Match): NewBankEntry {
  const currency = statement.currency.code;
  const base = {
    id,
    file,
    bookedOn: entry.bookedOn,
    currency,
    amount: entry.amount,
    words: [entry.reference, entry.text].filter(Boolean).join(' '),
    ...(entry.payer !== undefined && { payer: entry.payer }),
  };
  switch (match.kind) {
    case 'allocated': {
      const remark = remarkOver(match.over, { currency });
      const { allocations } = match;
      return { ...base, state: 'allocated', allocations, ...(remark !== '' && { remark }) };
    }
    case 'proposal': {
      const remark = `perhaps for ${match.candidates.join(' or ')}: ${match.why}`;
      return { ...base, state: 'open', allocations: [], remark };
    }
    case 'unknown':
      return { ...base, state: 'open', allocations: [] };
    case 'not-a-deposit':
      return { ...base, state: 'ignored', allocations: [], remark: 'not a deposit' };
  }
}
