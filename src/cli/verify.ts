import { verifyReport } from '../app/verify.ts';
import { type AddCommand, exitCodes, say, sayJson } from './output.ts';

export const addVerify: AddCommand = (program, setCode) => {
  program
    .command('verify')
    .argument('<report>', 'a report/….json in the outbox')
    .option('--json', 'print as JSON')
    .summary('prove that a report accounts for every change')
    .description(
      'Makes the changes that the report lists in the original and compares the result with the corrected copy, byte for byte. Nothing is written.',
    )
    .action(async (report: string, options: { json?: true }) => {
      const result = await verifyReport(report);
      if (options.json) sayJson(process.stdout, result);
      else say(process.stdout, result.sentence);
      setCode(result.proved ? exitCodes.fine : exitCodes.findings);
    });
};
