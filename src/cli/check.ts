import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { type Checked, type CheckTerms, checkFile, checkProfile } from '../app/check.ts';
import { createSingleEngine } from '../app/compose.ts';
import { type Dialect, dialects } from '../core/dialect.ts';
import type { Engine } from '../ports.ts';
import { checkText } from './check-text.ts';
import { type ApplyLevel, writeFix } from './fix.ts';
import { type AddCommand, exitCodes, say, sentenceOf } from './output.ts';

interface CheckOptions {
  readonly pipeline: string;
  readonly dialect?: Dialect;
  readonly words?: readonly string[];
  readonly format: 'pretty' | 'json' | 'html' | 'sarif';
  readonly fix?: true;
  readonly apply: ApplyLevel;
  readonly output?: string;
}

export const addCheck: AddCommand = (program, setCode) => {
  const command = program
    .command('check')
    .argument('<file...>', 'documents: .docx, .txt, .md, .html')
    .summary('proofread files and say what was found, the way a linter does');
  withOptions(command)
    .description(
      'Proofreads files without a desk. Nothing is changed unless --fix is given, and then a corrected copy is written beside the file or to --output. Exit code 0: nothing found; 1: there are corrections or suggestions; 2: a file could not be read.',
    )
    .action(async (files: readonly string[], options: CheckOptions) => {
      refuseMany(files, options);
      const engine = createSingleEngine();
      try {
        setCode(await checkAll(files, options, engine));
      } finally {
        await engine.close();
      }
    });
};

function withOptions(command: Command): Command {
  return command
    .option(
      '--pipeline <name>',
      'standard, light, strict, uk, legal, academic, or one of yours',
      'standard',
    )
    .addOption(new Option('--dialect <dialect>', 'the English to proofread').choices(dialects))
    .option('--words <file...>', 'word lists: names and terms that are right')
    .addOption(
      new Option('--format <format>', 'how to say what was found')
        .choices(['pretty', 'json', 'html', 'sarif'])
        .default('pretty'),
    )
    .option('--fix', 'write a corrected copy')
    .addOption(
      new Option(
        '--apply <level>',
        'with --fix: what is certain, or the first suggestion of the rest too',
      )
        .choices(['applied', 'suggested'])
        .default('applied'),
    )
    .option('--output <file>', 'with --fix: where the corrected copy goes; - for standard output');
}

function refuseMany(files: readonly string[], { fix, output, format }: CheckOptions): void {
  if (output !== undefined && !fix) throw new Error('--output goes with --fix.');
  if (files.length === 1) return;
  if (output !== undefined) throw new Error('--output takes one file at a time.');
  if (format === 'html') throw new Error('--format html takes one file at a time.');
}

async function checkAll(
  files: readonly string[],
  options: CheckOptions,
  engine: Engine,
): Promise<number> {
  const profile = await checkProfile(await termsOf(options));
  const checked: Checked[] = [];
  let troubles = 0;
  for (const file of files) {
    try {
      const one = await checkFile(file, profile, engine);
      if (options.fix) await writeFix(one, options, engine);
      checked.push(one);
    } catch (error) {
      troubles += 1;
      say(process.stderr, sentenceOf(error));
    }
  }
  const findingsTo = options.output === '-' ? process.stderr : process.stdout;
  if (checked.length > 0) say(findingsTo, await checkText(checked, options.format, engine));
  if (troubles > 0) return exitCodes.trouble;
  return checked.some((one) => isOpen(one, options)) ? exitCodes.findings : exitCodes.fine;
}

async function termsOf({ pipeline, dialect, words = [] }: CheckOptions): Promise<CheckTerms> {
  const lists = await Promise.all(words.map((file) => readFile(file, 'utf8')));
  return { pipeline, words: lists, ...(dialect ? { dialect } : {}) };
}

/** What is left to do: without --fix everything that would change the text, with it what was not written. */
function isOpen({ request }: Checked, { fix, apply }: CheckOptions): boolean {
  return request.findings.some(({ decision }) => {
    if (decision === 'noted') return false;
    return !fix || (decision === 'suggested' && apply === 'applied');
  });
}
