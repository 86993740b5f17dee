import {
  type Allocation,
  dueOf,
  type Match,
  matchOf,
  type OpenInvoice,
} from '../billing/deposits.ts';
import type { BankAccount } from '../billing/invoice.ts';
import { type Minor, sumOf } from '../billing/money.ts';
import { readStatements } from '../billing/statements/read.ts';
import {
  entryKeys,
  type Statement,
  type StatementEntry,
  StatementProblem,
} from '../billing/statements/statement.ts';
import type { BankEntry, NewBankEntry } from '../job/deposits.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { LedgerWrites } from '../ports.ts';
import {
  type CurrentInvoice,
  currencyNamed,
  openInvoices,
  remarkOver,
  tellDeposit,
} from './open-invoices.ts';
import { settleReceipts } from './receipts.ts';
import type { Desk } from './step.ts';

type BankDesk = Pick<Desk, 'bank' | 'billing' | 'clock' | 'ledger' | 'log'>;

/**
 * Reads the statements that were dropped into `bank/`, each in one transaction: its movements, once however many
 * statements list them, what each is given to, and which invoices are paid by it.
 */
export async function importStatements(desk: BankDesk): Promise<void> {
  const files = await desk.bank.files();
  if (files.length === 0) return;
  const own = await desk.billing.account();
  if (!own) {
    desk.log.warn({}, 'Statements wait in bank/: write “bank” into desk.yaml first.');
    return;
  }
  for (const file of files) {
    try {
      const statements = readStatements(decoded(file.bytes), own.profiles);
      for (const statement of statements) refuseOthers(statement, own.account);
      await record(statements, file, desk);
      await desk.bank.done(file.name, file.hash);
      desk.log.info({ file: file.name }, 'a bank statement was imported');
    } catch (error) {
      if (!(error instanceof StatementProblem)) throw error;
      await desk.bank.refuse(file.name, error.message);
      desk.log.warn({ file: file.name }, error.message);
    }
  }
}

/** The operator gives an open movement to an invoice, as far as it is due. Throws DeskProblem. */
export async function assignEntry(
  id: string,
  number: string,
  desk: Pick<BankDesk, 'clock' | 'ledger'>,
): Promise<void> {
  await desk.ledger.transaction(async (tx) => {
    const entry = await openEntry(id, tx);
    const invoice = (await openInvoices(tx)).find((one) => one.number === number);
    if (!invoice) throw new DeskProblem(`There is no invoice ${number} to pay.`);
    if (entry.currency !== invoice.currency) {
      throw new DeskProblem(
        `${number} is in ${invoice.currency}, the movement in ${entry.currency}.`,
      );
    }
    const amount = amountFor(entry, invoice);
    const at = desk.clock.now().toISOString();
    const remark = remarkOver((entry.amount - amount) as Minor, entry);
    await tx.settleBankEntry(entry.id, { state: 'allocated', remark });
    await tx.allocate({ entryId: entry.id, number, amount, decidedBy: 'operator', at });
    await tellDeposit({ number, amount }, { currency: currencyNamed(entry.currency), tx, at });
    await settleReceipts([number], entry.bookedOn, { tx, at });
  });
}

/** How much of a movement an invoice takes: what is due of it, or what was paid of it where the bank takes back. */
function amountFor({ amount }: BankEntry, invoice: OpenInvoice): Minor {
  const { number, paid } = invoice;
  const due = dueOf(invoice);
  if (amount >= 0n && due <= 0n) {
    throw new DeskProblem(`${number} is paid already. Nothing is due of it.`);
  }
  if (amount < 0n && paid < -amount) {
    throw new DeskProblem(`Less was deposited for ${number} than the movement takes back.`);
  }
  return amount > due ? due : amount;
}

/** The operator says that an open movement has nothing to do with invoices. Throws DeskProblem. */
export async function ignoreEntry(
  id: string,
  because: string,
  desk: Pick<BankDesk, 'ledger'>,
): Promise<void> {
  await desk.ledger.transaction(async (tx) => {
    const entry = await openEntry(id, tx);
    await tx.settleBankEntry(entry.id, { state: 'ignored', remark: because });
  });
}

/** The open movement whose id begins so. Money is not given by a guess, so there must be just one. */
async function openEntry(id: string, tx: LedgerWrites): Promise<BankEntry> {
  const [entry, other] = (await tx.bankEntries({ state: 'open' })).filter(
    (one) => id !== '' && one.id.startsWith(id),
  );
  if (!entry)
    throw new DeskProblem(`There is no open movement ${id}. “proofdesk bank” shows them.`);
  if (!other) return entry;
  throw new DeskProblem(`Several open movements begin with ${id}. Write more of the id.`);
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
