import { type AuditReport, verifyAudit } from '../app/audit.ts';
import { looking } from '../app/invoices.ts';
import { type AddCommand, deskFolderOf, exitCodes, say, sayJson } from './output.ts';

export const addAudit: AddCommand = (program, setCode) => {
  const audit = program
    .command('audit')
    .summary('prove that the record of what the desk did is as it was written')
    .description(
      'Everything the desk does is recorded, each record sealed onto the one before it. What is changed, added or taken away afterwards breaks the seals; invoices print where the record stood when they were made.',
    );
  audit
    .command('verify', { isDefault: true })
    .option('--head <record...>', 'a record as an invoice prints it, which must be there')
    .option('--json', 'print as JSON')
    .summary('check every record, and name the first that is not as it was written')
    .action(async (options: { head?: readonly string[]; json?: true }) => {
      const report = await looking(deskFolderOf(program), ({ ledger, paths }) =>
        verifyAudit(ledger, paths, options.head),
      );
      if (options.json) sayJson(process.stdout, report);
      else say(process.stdout, textOf(report));
      setCode(report.whole ? exitCodes.fine : exitCodes.findings);
    });
};

function textOf({ records, erased, head, whole, faults }: AuditReport): string {
  if (!whole) {
    const remedy =
      'Keep this desk as it is, and compare it with a backup: “proofdesk restore BACKUP --to FOLDER”, then “audit verify” there.';
    return [...faults, remedy].join('\n');
  }
  if (head === undefined) return 'Nothing is recorded yet.';
  const gone =
    erased > 0 ? ` The details of ${erased} were erased; that they were there is proved.` : '';
  return `All ${records} records are as they were written. The last is ${head}.${gone}`;
}
