import { XMLParser } from 'fast-xml-parser';
import type { CalendarDate } from '../invoice.ts';
import type { Currency, Minor } from '../money.ts';
import { amountIn, dateIn, knownCurrency, signed } from './amounts.ts';
import { type Statement, type StatementEntry, StatementProblem } from './statement.ts';

/** ISO 20022 camt.053, every version: the elements that matter have kept their names. */
export function readCamt053(xml: string): readonly Statement[] {
  const root = parsed(xml);
  const statements = all(at(root, 'Document', 'BkToCstmrStmt'), 'Stmt');
  if (statements.length > 0) return statements.map(statementOf);
  throw new StatementProblem('The file is XML, but no bank statement (camt.053).');
}

/** An element: text, or children by name. Several of one name are a list. */
type Node = string | { readonly [name: string]: Node | readonly Node[] } | undefined;

function parsed(xml: string): Node {
  if (/<!DOCTYPE/i.test(xml))
    throw new StatementProblem('The file has a DOCTYPE, which no bank writes.');
  const parser = new XMLParser({
    removeNSPrefix: true,
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: true,
  });
  try {
    return parser.parse(xml, true) as Node;
  } catch {
    throw new StatementProblem('The file is damaged XML. Download the statement again.');
  }
}

function all(node: Node, name: string): readonly Node[] {
  if (typeof node !== 'object') return [];
  const found = node[name];
  if (found === undefined) return [];
  return Array.isArray(found) ? (found as readonly Node[]) : [found as Node];
}

function at(node: Node, ...path: readonly string[]): Node {
  return path.reduce<Node>((here, name) => all(here, name)[0], node);
}

function text(node: Node, ...path: readonly string[]): string | undefined {
  const found = at(node, ...path);
  const value = typeof found === 'object' ? at(found, '#text') : found;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function statementOf(node: Node): Statement {
  const account = text(node, 'Acct', 'Id', 'IBAN') ?? text(node, 'Acct', 'Id', 'Othr', 'Id');
  if (account === undefined) throw new StatementProblem('The statement names no account.');
  const entries = all(node, 'Ntry');
  const code =
    text(node, 'Acct', 'Ccy') ??
    text(at(all(node, 'Bal')[0], 'Amt'), '@Ccy') ??
    text(at(entries[0], 'Amt'), '@Ccy') ??
    '';
  const currency = knownCurrency(code);
  const opening = balance(node, ['OPBD', 'PRCD'], currency);
  const closing = balance(node, ['CLBD'], currency);
  return {
    format: 'camt.053',
    account: account.replace(/\s/g, ''),
    currency,
    ...(opening !== undefined && { opening }),
    ...(closing !== undefined && { closing }),
    entries: entries.flatMap((entry) => entriesOf(entry, currency)),
  };
}

function balance(node: Node, kinds: readonly string[], currency: Currency): Minor | undefined {
  const balances = all(node, 'Bal');
  for (const kind of kinds) {
    const found = balances.find((one) => text(one, 'Tp', 'CdOrPrtry', 'Cd') === kind);
    if (found) return amountOf(found, currency);
  }
  return undefined;
}

function amountOf(node: Node, currency: Currency): Minor {
  return signed(amountIn(text(node, 'Amt') ?? '', currency), text(node, 'CdtDbtInd') === 'CRDT');
}

/** A bank books several deposits at once and lists them below: each is a movement of its own where it has its amount. */
function entriesOf(entry: Node, currency: Currency): readonly StatementEntry[] {
  const details = all(entry, 'NtryDtls').flatMap((node) => all(node, 'TxDtls'));
  const amounts = details.map((node) => text(node, 'Amt') ?? text(node, 'AmtDtls', 'TxAmt', 'Amt'));
  const whole = amountOf(entry, currency);
  if (details.length > 1 && amounts.every((amount) => amount !== undefined)) {
    const parts = amounts.map((amount) => signed(amountIn(amount ?? '', currency), whole > 0n));
    if (parts.reduce((sum, part) => sum + part, 0n) === whole) {
      return details.map((node, index) =>
        entryOf(entry, { details: node, amount: parts[index] ?? whole }),
      );
    }
  }
  return [
    together(
      details.map((node) => entryOf(entry, { details: node, amount: whole })),
      {
        entry,
        amount: whole,
      },
    ),
  ];
}

/** Deposits that are booked as one sum, without what each comes to: the movement names all that they name. */
function together(
  parts: readonly StatementEntry[],
  { entry, amount }: { readonly entry: Node; readonly amount: Minor },
): StatementEntry {
  const [first = entryOf(entry, { details: undefined, amount })] = parts;
  if (parts.length < 2) return first;
  const { bookedOn, booked, reversal } = first;
  const words = parts.flatMap(({ reference, text }) => [reference, text]).filter(Boolean);
  const bankReference = text(entry, 'AcctSvcrRef');
  return {
    bookedOn,
    amount,
    booked,
    reversal,
    text: words.join(' '),
    ...(bankReference !== undefined && { bankReference }),
  };
}

function entryOf(
  entry: Node,
  { details, amount }: { readonly details: Node; readonly amount: Minor },
): StatementEntry {
  const status = text(entry, 'Sts', 'Cd') ?? text(entry, 'Sts');
  const booked = status === undefined || status === 'BOOK';
  const bankReference = text(details, 'Refs', 'AcctSvcrRef') ?? text(entry, 'AcctSvcrRef');
  const party = at(details, 'RltdPties', 'Dbtr');
  const payer = text(party, 'Pty', 'Nm') ?? text(party, 'Nm');
  const payerAccount = text(details, 'RltdPties', 'DbtrAcct', 'Id', 'IBAN');
  const info = at(details, 'RmtInf');
  const reference = text(info, 'Strd', 'CdtrRefInf', 'Ref');
  const words = all(info, 'Ustrd').map((one) => (typeof one === 'string' ? one : ''));
  return {
    bookedOn: dayIn(entry, booked),
    amount,
    booked,
    reversal: ['true', '1'].includes(text(entry, 'RvslInd') ?? ''),
    text: words.join('') || (text(entry, 'AddtlNtryInf') ?? ''),
    ...(bankReference !== undefined && { bankReference }),
    ...(payer !== undefined && { payer }),
    ...(payerAccount !== undefined && { payerAccount }),
    ...(reference !== undefined && { reference }),
  };
}

/**
 * Some banks give only the day from which the money counts. Throws StatementProblem where a booked movement has none;
 * what is only announced need not have one.
 */
function dayIn(entry: Node, booked: boolean): CalendarDate {
  const [day] = ['BookgDt', 'ValDt'].flatMap(
    (name) => text(entry, name, 'Dt') ?? text(entry, name, 'DtTm') ?? [],
  );
  if (day === undefined && !booked) return '';
  return dateIn((day ?? '').slice(0, 10).replaceAll('-', ''));
}
