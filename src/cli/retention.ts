import { letGo } from '../app/retention.ts';
import { type AddCommand, deskFolderOf, say, sayJson } from './output.ts';

export const addRetention: AddCommand = (program) => {
  program
    .command('retention')
    .option('--erase', 'erase it now, for good')
    .option('--json', 'print as JSON')
    .summary('what is older than desk.yaml wants it kept; --erase lets go of it')
    .description(
      'Shows which documents, messages and duplicates are older than “retention” in desk.yaml wants them kept. A running desk erases them once a day. Quotes, invoices and what the desk did are kept.',
    )
    .action(async (options: { erase?: true; json?: true }) => {
      const plan = await letGo(deskFolderOf(program), options.erase === true);
      if (options.json) return sayJson(process.stdout, plan);
      const { jobs, held, messages, files } = plan;
      const verb = options.erase ? 'Erased' : 'Would be erased';
      const lines = [
        ...jobs.map(
          ({ client, name, documents, lastAt }) =>
            `  ${client}/${name}: ${documents} documents, last touched ${lastAt.slice(0, 10)}`,
        ),
        ...(messages > 0 ? [`  ${messages} messages`] : []),
        ...files.map((path) => `  ${path}`),
      ];
      const kept = held.map(
        ({ client, name, need }) =>
          `  ${client}/${name} is old enough, but ${reasons[need ?? 'work']}`,
      );
      const text = lines.length > 0 ? [`${verb}:`, ...lines] : ['Nothing is older than it may be.'];
      say(process.stdout, [...text, ...(kept.length > 0 ? ['Kept:', ...kept] : [])].join('\n'));
    });
};

const reasons = {
  work: 'is not finished.',
  review: 'is in review.',
  invoice: 'has no invoice yet.',
} as const;
