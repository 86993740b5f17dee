import { execFile, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const main = join(checkout, 'src', 'main.ts');

/** What a command printed and how it ended. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command line in a process of its own. */
export function proofdesk(...args: readonly string[]): Promise<Ran> {
  return runWith({}, ...args);
}

/** The same, with more in its environment. */
export function runWith(
  more: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [main, ...args],
      { maxBuffer: 100_000_000, encoding: 'utf8', env: { ...process.env, ...more } },
      (error, stdout, stderr) => {
        const code = error ? (typeof error.code === 'number' ? error.code : -1) : 0;
        resolve({ code, stdout, stderr });
      },
    );
  });
}

/** Starts the real command line; the caller ends it. */
export function startProofdesk(...args: readonly string[]) {
  return startProofdeskIn({}, ...args);
}

/** Where a process runs: with more in its environment, or by way of another program, such as one that limits it. */
export interface Surroundings {
  readonly environment?: Readonly<Record<string, string>>;
  readonly by?: readonly string[];
}

/** The same, in other surroundings. */
export function startProofdeskIn(
  { environment = {}, by = [] }: Surroundings,
  ...args: readonly string[]
) {
  const [program = process.execPath, ...words] = [...by, process.execPath, main, ...args];
  const env = { ...process.env, ...environment };
  return spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], env });
}

/** A desk at work. */
export interface Running {
  readonly pid: number;
  /** All that it has printed so far. */
  said(): string;
  kill(signal: NodeJS.Signals): void;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** Asks it to stop, and resolves when it has. */
  stop(): Promise<number | NodeJS.Signals | null>;
}

/** Starts `run` at a desk, with more in its environment where that is asked for. */
export function runDesk(root: string, more: Readonly<Record<string, string>> = {}): Running {
  const daemon = spawn(process.execPath, [main, '--desk', root, 'run'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...more },
  });
  let said = '';
  for (const stream of [daemon.stdout, daemon.stderr]) {
    stream.on('data', (chunk) => {
      said += String(chunk);
    });
  }
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    daemon.on('close', (code, signal) => resolve(code ?? signal)),
  );
  const kill = (signal: NodeJS.Signals): void => {
    daemon.kill(signal);
  };
  return {
    pid: daemon.pid ?? 0,
    said: () => said,
    kill,
    ended,
    stop() {
      kill('SIGTERM');
      return ended;
    },
  };
}

/** A desk in a folder of its own that settles quickly; its sample letter is taken out. */
export async function newDesk(): Promise<{ readonly root: string; remove(): void }> {
  const root = join(mkdtempSync(join(tmpdir(), 'proofdesk-')), 'desk');
  const made = await proofdesk('init', root);
  if (made.code !== 0) throw new Error(made.stderr);
  rmSync(join(root, 'inbox', 'sample'), { recursive: true });
  const settings = join(root, 'desk.yaml');
  const quick = readFileSync(settings, 'utf8')
    .replace('settle_seconds: 5', 'settle_seconds: 0.3')
    .replace('quiet_seconds: 120', 'quiet_seconds: 2')
    .replace('quiet_seconds_bare_file: 5', 'quiet_seconds_bare_file: 1');
  writeFileSync(settings, quick);
  return { root, remove: () => rmSync(dirname(root), { recursive: true }) };
}

/** Puts a file into the inbox. */
export function drop(root: string, path: string, content: string | Uint8Array): void {
  const target = join(root, 'inbox', path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}

/** Puts a copy of a file into the inbox. */
export function dropCopy(root: string, path: string, source: string): void {
  const target = join(root, 'inbox', path);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(source, target);
}

/** The files below a folder, relative and sorted; none where it is missing. */
export function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Resolves when `holds` does; rejects after `timeoutMs`. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  timeoutMs: number,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('it did not come about in time');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** `status --json` of a desk. */
export async function statusOf(root: string): Promise<{
  readonly documents: Readonly<Record<string, number>>;
  readonly jobs: readonly {
    readonly client: string;
    readonly name: string;
    readonly state: string;
  }[];
  readonly quarantined: readonly { readonly path: string; readonly code: string }[];
  readonly invoiceTasks: readonly {
    readonly client: string;
    readonly job: string;
    readonly lines: readonly { readonly quantity: number; readonly description: string }[];
  }[];
  readonly waiting: readonly { readonly path: string; readonly reason: string }[];
  readonly waits: readonly {
    readonly what: string;
    readonly why: string;
    readonly whose: string;
    readonly until?: string;
  }[];
}> {
  const { stdout } = await proofdesk('--desk', root, 'status', '--json');
  return JSON.parse(stdout);
}
