import { withdrawDocument } from '../app/mending.ts';
import { type AddCommand, deskFolderOf, say, sayJson } from './output.ts';

export const addWithdraw: AddCommand = (program) => {
  program
    .command('withdraw')
    .argument('<document>', 'client/job/file as “status” shows it')
    .requiredOption('--because <reason>', 'the client’s word for it, for the record')
    .option('--json', 'print as JSON')
    .summary('leave a document in quarantine out of its job')
    .description(
      'Takes a document that is in quarantine out of its job, so that the job can be finished and invoiced without it. Do it only when the client agrees. Its file leaves the quarantine when the desk runs next, and stays in the content store; one that was too large for that stays where it is.',
    )
    .action(async (name: string, options: { because: string; json?: true }) => {
      const { invoiced } = await withdrawDocument(deskFolderOf(program), name, options.because);
      if (options.json) sayJson(process.stdout, { withdrawn: name, invoiced });
      else {
        const more = invoiced ? ' It was the last one: the invoice is queued.' : '';
        say(process.stdout, `${name} is left out of its job.${more}`);
      }
    });
};
