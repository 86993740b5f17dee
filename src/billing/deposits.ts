import type { CalendarDate } from './invoice.ts';
import type { Minor } from './money.ts';
import type { StatementEntry } from './statements/statement.ts';

/** An invoice as far as deposits are concerned. */
export interface OpenInvoice {
  readonly number: string;
  readonly reference: string;
  readonly gross: Minor;
  /** What was deposited for it so far. */
  readonly paid: Minor;
  readonly issuedOn: CalendarDate;
  readonly buyer: string;
}

/** What a deposit is for. Money is only ever given to an invoice that the payer named. */
export type Match =
  | {
      readonly kind: 'allocated';
      readonly allocations: readonly Allocation[];
      /** What is left over: the client's credit. */
      readonly over: Minor;
    }
  | { readonly kind: 'proposal'; readonly candidates: readonly string[]; readonly why: string }
  | { readonly kind: 'unknown' }
  /** Money that went out, or is only announced. */
  | { readonly kind: 'not-a-deposit' };

export interface Allocation {
  readonly number: string;
  readonly amount: Minor;
}

/**
 * Finds the invoices that a movement is for: by its reference, then by the numbers in its words;
 * by amount and name it is only proposed. One deposit may be for several invoices when it is just their sum.
 */
export function matchOf(entry: StatementEntry, invoices: readonly OpenInvoice[]): Match {
  if (!entry.booked) return { kind: 'not-a-deposit' };
  if (entry.reversal || entry.amount < 0n) return reversalOf(entry, invoices);
  if (entry.amount === 0n) return { kind: 'not-a-deposit' };
  const named = namedIn(entry, invoices);
  const open = named.filter((invoice) => invoice.paid < invoice.gross);
  const [first] = open;
  if (first && open.length === 1) return allocated([first], entry.amount);
  if (open.length > 1) {
    const sum = open.reduce((total, invoice) => total + dueOf(invoice), 0n);
    if (sum === entry.amount) return allocated(open, entry.amount);
    const candidates = open.map(({ number }) => number);
    return { kind: 'proposal', candidates, why: 'it names several invoices and is not their sum' };
  }
  if (named.length > 0) {
    const candidates = named.map(({ number }) => number);
    return { kind: 'proposal', candidates, why: 'what it names is paid already' };
  }
  return proposalBy(entry, invoices);
}

export function dueOf({ gross, paid }: OpenInvoice): Minor {
  return (gross - paid) as Minor;
}

/** A deposit that the bank took back is taken back from the invoice it was given to. */
function reversalOf(entry: StatementEntry, invoices: readonly OpenInvoice[]): Match {
  if (entry.amount >= 0n) return { kind: 'not-a-deposit' };
  if (!entry.reversal) return wentOut(entry, invoices);
  const paid = namedIn(entry, invoices).filter((invoice) => invoice.paid >= -entry.amount);
  const [only] = paid;
  if (only && paid.length === 1) {
    const allocations = [{ number: only.number, amount: entry.amount }];
    return { kind: 'allocated', allocations, over: 0n as Minor };
  }
  const equal = invoices.filter((invoice) => invoice.paid === -entry.amount);
  const candidates = equal.map(({ number }) => number);
  return { kind: 'proposal', candidates, why: 'the bank took a deposit back without naming it' };
}

/** Not every bank marks what it takes back. Money that went out and names a paid invoice is for the operator to judge. */
function wentOut(entry: StatementEntry, invoices: readonly OpenInvoice[]): Match {
  const named = namedIn(entry, invoices).filter(({ paid }) => paid > 0n);
  if (named.length === 0) return { kind: 'not-a-deposit' };
  const candidates = named.map(({ number }) => number);
  return { kind: 'proposal', candidates, why: 'money went out that names what was paid' };
}

interface Words {
  readonly words: string;
  /** Letters and digits alone: what is not in these is not in the words, which among thousands of invoices is known at once. */
  readonly compact: string;
}

function wordsOf({ reference = '', text }: StatementEntry): Words {
  const words = `${reference} ${text}`.toUpperCase();
  return { words, compact: words.replace(/[^A-Z0-9]/g, '') };
}

/** The invoices that a movement names. A reference says it for certain; a number in the words is as good when it stands free. */
function namedIn(entry: StatementEntry, invoices: readonly OpenInvoice[]): readonly OpenInvoice[] {
  const words = wordsOf(entry);
  const byReference = invoices.filter(({ reference }) => standsIn(words, reference));
  return byReference.length > 0
    ? byReference
    : invoices.filter(({ number }) => standsIn(words, number));
}

/** Payers and banks put spaces and hyphens in or leave them out, and break lines anywhere. */
function standsIn({ words, compact }: Words, name: string): boolean {
  if (!compact.includes(name.toUpperCase().replace(/[^A-Z0-9]/g, ''))) return false;
  const signs = [...name.toUpperCase()].filter((sign) => /[A-Z0-9]/.test(sign));
  return new RegExp(`(?<![A-Z0-9])${signs.join('[\\s./-]*')}(?!\\d)`).test(words);
}

function allocated(invoices: readonly OpenInvoice[], amount: Minor): Match {
  let left: bigint = amount;
  const allocations = invoices.map((invoice) => {
    const due: bigint = dueOf(invoice);
    const part = left < due ? left : due;
    left -= part;
    return { number: invoice.number, amount: part as Minor };
  });
  return { kind: 'allocated', allocations, over: left as Minor };
}

function proposalBy(entry: StatementEntry, invoices: readonly OpenInvoice[]): Match {
  const open = invoices.filter((invoice) => dueOf(invoice) === entry.amount);
  if (open.length === 0) return { kind: 'unknown' };
  const payer = plain(entry.payer ?? '');
  const byName = open.filter(({ buyer }) => payer !== '' && plain(buyer) === payer);
  const found = byName.length > 0 ? byName : open;
  const candidates = found.map(({ number }) => number);
  const why = byName.length > 0 ? 'amount and payer are the same' : 'the amount is the same';
  return { kind: 'proposal', candidates, why };
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
