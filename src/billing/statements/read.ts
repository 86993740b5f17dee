import { readBai2 } from './bai2.ts';
import { readCamt053 } from './camt053.ts';
import { type CsvProfile, matchesProfile, readCsv } from './csv.ts';
import { readMt940 } from './mt940.ts';
import { readOfx } from './ofx.ts';
import { balanceFault, type Statement, StatementProblem } from './statement.ts';

/**
 * Reads a file of a bank by what is in it, whatever it is called. Throws StatementProblem when it is none,
 * when it is damaged, or when its movements do not add up.
 */
export function readStatements(
  text: string,
  profiles: readonly CsvProfile[],
): readonly Statement[] {
  const statements = reader(text.slice(0, 4_000), { text, profiles })(text);
  for (const statement of statements) {
    const fault = balanceFault(statement);
    if (fault !== undefined) throw new StatementProblem(fault);
  }
  return statements;
}

function reader(
  head: string,
  { text, profiles }: { readonly text: string; readonly profiles: readonly CsvProfile[] },
): (text: string) => readonly Statement[] {
  if (/OFXHEADER|<OFX>/i.test(head)) return readOfx;
  if (/^\s*<\?xml|^\s*<(?:\w+:)?Document/.test(head)) return readCamt053;
  if (/^01,/.test(head.trimStart())) return readBai2;
  if (/^:20:/m.test(head) && /^:25:/m.test(text)) return readMt940;
  const profile = profiles.find((one) => matchesProfile(text, one));
  if (profile) return (whole) => readCsv(whole, profile);
  throw new StatementProblem(
    'This is no bank statement that can be read here: camt.053, MT940, OFX, BAI2, or CSV with a profile under “bank_csv” in desk.yaml.',
  );
}
