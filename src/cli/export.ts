import { writeFile } from 'node:fs/promises';
import { parse } from 'node:path';
import { Argument, InvalidArgumentError } from 'commander';
import { type ExportName, exportBooks, exportNames } from '../app/books.ts';
import { DeskProblem } from '../job/trouble.ts';
import { type AddCommand, deskFolderOf, say } from './output.ts';

export const addExport: AddCommand = (program) => {
  program
    .command('export')
    .addArgument(new Argument('<program>', 'what the books are for').choices(exportNames))
    .option('--year <year>', 'only what is dated in this calendar year', yearOf)
    .option('--output <file>', 'where to write; the terminal or a pipe when absent')
    .summary('the books for another program: invoices, credit notes, deposits')
    .description(
      'Writes invoices, credit notes and deposits for hledger, Beancount, Xero (sales invoices), QuickBooks Desktop (IIF), or as a CSV table. The hledger and Beancount books end with what each client owes, which those programs check against their own sum; those of a year begin with what was owed before it.',
    )
    .action(async (name: ExportName, options: { year?: number; output?: string }) => {
      const { year, output } = options;
      const files = await exportBooks(
        deskFolderOf(program),
        name,
        year === undefined ? {} : { year },
      );
      if (output === undefined) {
        if (files.length > 1) throw new DeskProblem(tooMany(files.length));
        for (const text of files) process.stdout.write(text);
        return;
      }
      const names = namesOf(output, files.length);
      for (const [index, text] of files.entries()) await writeFile(names[index] ?? output, text);
      say(process.stdout, `Written: ${names.join(', ')}.`);
    });
};

function tooMany(count: number): string {
  return `It takes ${count} files, for the program reads only so many invoices from one. Name them with --output.`;
}

/** One file has the name that was asked for, several have numbers before the ending. */
function namesOf(output: string, count: number): readonly string[] {
  if (count === 1) return [output];
  const { ext } = parse(output);
  const stem = output.slice(0, output.length - ext.length);
  return Array.from({ length: count }, (_, index) => `${stem}-${index + 1}${ext}`);
}

function yearOf(text: string): number {
  if (/^(19|20|21)\d\d$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A year has four digits: 2026.');
}
