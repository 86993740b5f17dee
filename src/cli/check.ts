import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import {
  type Checked,
  type CheckMeans,
  type CheckTerms,
  checkFile,
  checkProfile,
} from '../app/check.ts';
import { environment } from '../app/config.ts';
import { createSingleEngine } from '../app/engine/single.ts';
import { converterFor } from '../app/libreoffice.ts';
import { type DialectChoice, dialectChoices } from '../core/dialect.ts';
import { type CheckPrint, checkText } from './check-text.ts';
import { type ApplyLevel, writeFix } from './fix.ts';
import { type AddCommand, deskFolderOf, exitCodes, say, sentenceOf } from './output.ts';
import { passwordsIn } from './passwords.ts';

interface CheckOptions {
  readonly pipeline: string;
  readonly dialect?: DialectChoice;
  readonly words?: readonly string[];
  readonly passwordFile?: string;
  readonly format: CheckPrint['format'];
  readonly fix?: true;
  readonly apply?: ApplyLevel;
  readonly output?: string;
}

export const addCheck: AddCommand = (program, setCode) => {
  const command = program
    .command('check')
    .argument(
      '<file...>',
      'documents: .docx, .odt, .pptx, .xlsx, .rtf, .eml, .txt, .md, .html and more; .pdf to look at only',
    )
    .summary('proofread files and say what was found, the way a linter does');
  withOptions(command)
    .description(
      'Proofreads files; no desk is needed. Nothing is changed unless --fix is given, and then a corrected copy is written beside the file or to --output. Exit code 0: nothing found, or with --fix all of it written; 1: there are corrections or suggestions; 2: a file could not be read.',
    )
    .addHelpText('after', examples)
    .action(async (files: readonly string[], options: CheckOptions) => {
      refuseWhatDoesNotFit(files, options);
      const engine = createSingleEngine();
      try {
        const profile = await checkProfile(await termsOf(options, deskFolderOf(program)));
        const passwords = await passwordsIn(options.passwordFile);
        const converter = converterFor(undefined, environment().searchPath);
        setCode(await checkAll(files, options, { engine, profile, passwords, converter }));
      } finally {
        await engine.close();
      }
    });
};

const examples = `
Examples:
  proofdesk check chapter-*.docx                        what would be corrected, and why
  proofdesk check --dialect en-GB --words names.txt letter.docx
  proofdesk check --fix letter.docx                     writes letter.corrected.docx
  proofdesk check --fix --apply suggested --output - notes.txt
  proofdesk check --format sarif docs/*.md > findings.sarif`;

function withOptions(command: Command): Command {
  return command
    .option(
      '--pipeline <name>',
      'standard, light, quick, strict, uk, legal, academic, or one in pipelines/ of your desk',
      'standard',
    )
    .addOption(
      new Option('--dialect <dialect>', 'the English to proofread').choices(dialectChoices),
    )
    .addOption(
      new Option(
        '--words <file>',
        'a list of names and terms that are right, one a line; may be given more than once',
      ).argParser((file: string, before: readonly string[] = []) => [...before, file]),
    )
    .option('--password-file <file>', 'passwords of encrypted documents, one a line')
    .addOption(
      new Option('--format <format>', 'how to say what was found')
        .choices(['pretty', 'json', 'html', 'sarif'])
        .default('pretty'),
    )
    .option('--fix', 'write a corrected copy')
    .addOption(
      new Option(
        '--apply <level>',
        'with --fix: what is certain (applied, the default), or the first suggestion of the rest too',
      ).choices(['applied', 'suggested']),
    )
    .option('--output <file>', 'with --fix: where the corrected copy goes; - for standard output');
}

function refuseWhatDoesNotFit(files: readonly string[], options: CheckOptions): void {
  const { fix, apply, output, format } = options;
  if (output !== undefined && !fix) throw new Error('--output goes with --fix.');
  if (apply !== undefined && !fix) throw new Error('--apply goes with --fix.');
  if (files.length === 1) return;
  if (output !== undefined) throw new Error('--output takes one file at a time.');
  if (format === 'html') throw new Error('--format html takes one file at a time.');
}

async function checkAll(
  files: readonly string[],
  options: CheckOptions,
  means: CheckMeans,
): Promise<number> {
  const checked: Checked[] = [];
  let troubles = 0;
  for (const file of files) {
    try {
      const one = await checkFile(file, means);
      if (options.fix) await writeFix(one, options, means.engine);
      checked.push(one);
    } catch (error) {
      troubles += 1;
      say(process.stderr, sentenceOf(error, file));
    }
  }
  const findingsTo = options.output === '-' ? process.stderr : process.stdout;
  const many = files.length > 1;
  const text = await checkText(checked, { format: options.format, many }, means.engine);
  if (text !== '') say(findingsTo, text);
  if (troubles > 0) return exitCodes.trouble;
  return checked.some((one) => isOpen(one, options)) ? exitCodes.findings : exitCodes.fine;
}

async function termsOf(
  { pipeline, dialect, words = [] }: CheckOptions,
  deskFolder: string,
): Promise<CheckTerms> {
  const lists = await Promise.all(words.map((file) => readFile(file, 'utf8')));
  const pipelinesFolder = join(deskFolder, 'pipelines');
  return { pipeline, pipelinesFolder, words: lists, ...(dialect ? { dialect } : {}) };
}

/** What is left to do: without --fix everything that would change the text, with it what was not written. */
function isOpen({ request }: Checked, { fix, apply }: CheckOptions): boolean {
  return request.findings.some(({ decision }) => {
    if (decision === 'noted') return false;
    return !fix || (decision === 'suggested' && apply !== 'suggested');
  });
}
