import type { Currency } from '../money.ts';
import { amountIn, dateIn, knownCurrency } from './amounts.ts';
import { type Statement, type StatementEntry, StatementProblem } from './statement.ts';

/** OFX and QFX, as SGML (version 1, where ends of elements may be left out) and as XML (version 2). */
export function readOfx(text: string): readonly Statement[] {
  const statements = [...text.matchAll(/<(STMTRS|CCSTMTRS)>([\s\S]*?)<\/\1>/gi)];
  if (statements.length === 0) throw new StatementProblem('The file is OFX without a statement.');
  return statements.map(([, , body]) => statementOf(body ?? ''));
}

function statementOf(body: string): Statement {
  const currency = knownCurrency(field(body, 'CURDEF') ?? '');
  const account = field(body, 'ACCTID');
  if (account === undefined) throw new StatementProblem('The statement names no account.');
  const entries = [...body.matchAll(/<STMTTRN>([\s\S]*?)(?=<\/?(?:STMTTRN|BANKTRANLIST)>)/gi)];
  const ledger = /<LEDGERBAL>([\s\S]*?)(?:<\/LEDGERBAL>|$)/i.exec(body)?.[1];
  const closing = ledger === undefined ? undefined : field(ledger, 'BALAMT');
  return {
    format: 'OFX',
    account: account.replace(/\s/g, ''),
    currency,
    ...(closing !== undefined && { closing: amountIn(closing, currency) }),
    entries: entries.map(([, entry]) => entryOf(entry ?? '', currency)),
  };
}

/** The text of an element up to the next one, or its end; an empty one counts as absent. */
function field(body: string, name: string): string | undefined {
  const value = new RegExp(`<${name}>([^<\\r\\n]*)`, 'i').exec(body)?.[1]?.trim();
  return value === undefined || value === '' ? undefined : unescaped(value);
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', nbsp: ' ', amp: '&' };

function unescaped(text: string): string {
  return text.replace(
    /&(lt|gt|nbsp|amp);/gi,
    (_all, name: string) => entities[name.toLowerCase()] ?? '',
  );
}

function entryOf(body: string, currency: Currency): StatementEntry {
  const payer = field(body, 'NAME');
  const bankReference = field(body, 'FITID');
  return {
    bookedOn: dateIn(field(body, 'DTPOSTED') ?? ''),
    amount: amountIn(field(body, 'TRNAMT') ?? '', currency),
    booked: true,
    // A correction names the movement that it takes the place of, or takes away.
    reversal: field(body, 'CORRECTACTION')?.toUpperCase() === 'DELETE',
    text: field(body, 'MEMO') ?? '',
    ...(bankReference !== undefined && { bankReference }),
    ...(payer !== undefined && { payer }),
  };
}
