import type { Command } from 'commander';
import { forgetClient } from '../app/retention.ts';
import { type AddCommand, deskFolderOf, exitCodes, say, sayJson } from './output.ts';

type Erasure = Awaited<ReturnType<typeof forgetClient>>;

/** `client erase`, below the command `client`. */
export function addClientErase(
  client: Command,
  { program, setCode }: { readonly program: Command; readonly setCode: Parameters<AddCommand>[1] },
): void {
  client
    .command('erase')
    .argument('<client>', 'the name of the client’s folder')
    .option('--for-good', 'erase it; without this nothing is changed')
    .option('--json', 'print as JSON')
    .summary('erase what the desk has of a client, as a client may ask')
    .description(
      'Erases documents, messages, settings and the details of what was done for a client. Invoices that law wants kept stay, each with the day until which it must name the client; erase again after that. Nothing is erased while work, money or messages are open.',
    )
    .action(async (name: string, options: { forGood?: true; json?: true }) => {
      const forGood = options.forGood === true;
      const erasure = await forgetClient(deskFolderOf(program), name, forGood);
      if (options.json) sayJson(process.stdout, erasure);
      else say(process.stdout, textOf(erasure, forGood));
      if (erasure.hindrances.length > 0) setCode(exitCodes.findings);
    });
}

function textOf(erasure: Erasure, forGood: boolean): string {
  const { client, jobs, messages, kept, hindrances, inBackupsUntil } = erasure;
  const documents = jobs.reduce((sum, job) => sum + job.documents, 0);
  const what = `${documents} documents in ${jobs.length} jobs, ${messages} messages, settings and words of ${client}`;
  const papers = kept.map(({ number, until }) => `  ${number} until ${until}`);
  return [
    `${forGood ? 'Erased' : 'Would be erased'}: ${what}.`,
    ...(papers.length > 0
      ? [
          'Law wants these kept, with the client’s name; erase again after the last of them:',
          ...papers,
        ]
      : []),
    ...(hindrances.length > 0
      ? ['It cannot be done yet:', ...hindrances.map((one) => `  ${one}`)]
      : []),
    ...(inBackupsUntil === undefined
      ? []
      : [`Nightly backups hold it until ${inBackupsUntil}; then a running desk deletes them.`]),
    'Copies made with “proofdesk backup” and bank statements are yours to delete. The desk’s own log is masked; what a terminal or the journal of the system took of it is not. A backup that is restored erases it again.',
    ...(forGood || hindrances.length > 0
      ? []
      : [`To do it: proofdesk client erase ${client} --for-good`]),
  ].join('\n');
}
