import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../src', import.meta.url));

/** What each part of the program may import from the others, and whether it may touch the machine. */
const rules: Readonly<
  Record<string, { readonly from: readonly string[]; readonly node: boolean }>
> = {
  core: { from: [], node: false },
  stages: { from: ['core'], node: false },
  formats: { from: ['core'], node: false },
  report: { from: ['core'], node: false },
  billing: { from: ['core'], node: false },
  job: { from: ['core', 'billing'], node: false },
  'ports.ts': { from: ['core', 'billing', 'job'], node: false },
  steps: {
    from: ['core', 'stages', 'formats', 'report', 'billing', 'job', 'ports.ts'],
    node: false,
  },
  adapters: { from: ['core', 'billing', 'job', 'ports.ts'], node: true },
  app: {
    from: [
      'core',
      'stages',
      'formats',
      'report',
      'billing',
      'job',
      'ports.ts',
      'steps',
      'adapters',
    ],
    node: true,
  },
  cli: { from: ['core', 'report', 'job', 'ports.ts', 'app'], node: true },
  'main.ts': { from: ['cli'], node: true },
};

interface SourceFile {
  readonly path: string;
  readonly part: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(join(source, path), 'utf8');
    const found = text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
    return {
      path,
      part: path.split('/')[0] ?? '',
      text,
      imports: [...found].map((match) => match[1] ?? ''),
    };
  });

function partOf(file: SourceFile, imported: string): string {
  return relative(source, join(source, dirname(file.path), imported)).split('/')[0] ?? '';
}

describe('the import table', () => {
  it('names every part of the program', () => {
    expect([...new Set(files.map((file) => file.part))].filter((part) => !rules[part])).toEqual([]);
  });

  it.each(files.map((file) => [file.path, file] as const))('%s', (_path, file) => {
    const rule = rules[file.part];
    const local = file.imports.filter((name) => name.startsWith('.'));
    const allowed = [file.part, ...(rule?.from ?? [])];
    const breaches = local
      .map((name) => partOf(file, name))
      .filter((part) => part !== '..' && !allowed.includes(part));
    expect(breaches).toEqual([]);
    if (!rule?.node) expect(file.imports.filter((name) => name.startsWith('node:'))).toEqual([]);
  });
});

describe('what is allowed in one place only', () => {
  const breaking = (pattern: RegExp, allowed: (path: string) => boolean): readonly string[] =>
    files.filter(({ path, text }) => pattern.test(text) && !allowed(path)).map(({ path }) => path);

  it('the environment is read in app/config.ts', () => {
    expect(breaking(/process\.env\b/, (path) => path === 'app/config.ts')).toEqual([]);
  });

  it('the process ends in main.ts', () => {
    expect(breaking(/process\.exit\(/, (path) => path === 'main.ts')).toEqual([]);
  });

  it('the clock and randomness are in adapters', () => {
    const pattern =
      /\bDate\.now\(|\bnew Date\(\)|Math\.random\(|randomUUID|randomBytes|performance\.now/;
    expect(breaking(pattern, (path) => path.startsWith('adapters/'))).toEqual([]);
  });

  it('console is in cli', () => {
    expect(breaking(/\bconsole\./, (path) => path.startsWith('cli/'))).toEqual([]);
  });

  it('no default exports but where a tool needs one', () => {
    const allowed = ['app/engine/thread.ts'];
    expect(breaking(/^export default /m, (path) => allowed.includes(path))).toEqual([]);
  });

  it('no source file is longer than 250 lines', () => {
    const long = files.filter(({ text }) => text.split('\n').length > 251).map(({ path }) => path);
    expect(long).toEqual([]);
  });
});
