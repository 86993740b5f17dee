import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** A program that is run on one document, and what it may take. */
interface LimitedRun {
  readonly program: string;
  readonly arguments: readonly string[];
  /** It works here, and takes this for the home of its user. */
  readonly folder: string;
  readonly searchPath: string;
  readonly deadlineMs: number;
  readonly fileBytesMax: number;
}

export type Runner = (run: LimitedRun) => Promise<'ended' | 'deadline'>;

/** Runs a program without a network where the system can do that, and ends it at its deadline with all that it started. */
export const runLimited: Runner = async (run) => {
  const [command = run.program, ...rest] = commandOf(run);
  const child = spawn(command, rest, {
    cwd: run.folder,
    detached: process.platform !== 'win32',
    stdio: 'ignore',
    env: { PATH: run.searchPath, HOME: run.folder, TMPDIR: run.folder, LANG: 'C.UTF-8' },
  });
  let end: 'ended' | 'deadline' = 'ended';
  const deadline = setTimeout(() => {
    end = 'deadline';
    kill(child);
  }, run.deadlineMs);
  try {
    await once(child, 'close');
    return end;
  } finally {
    clearTimeout(deadline);
    kill(child);
  }
};

/** The program as it is, within limits where the system has a program that sets them; never by way of a shell. */
function commandOf(run: LimitedRun): readonly string[] {
  const plain = [run.program, ...run.arguments];
  const limited = has(limiting)
    ? ['prlimit', `--fsize=${run.fileBytesMax}`, '--', ...plain]
    : plain;
  return has(isolating) ? [...isolating, ...limited] : limited;
}

/** On Linux; elsewhere the deadline is the only limit. */
const limiting = ['prlimit', '--fsize=1', '--'];

/** Gives a process a network of its own, which leads nowhere. */
const isolating = ['unshare', '--map-root-user', '--net'];

const known = new Map<string, boolean>();

function has([program = '', ...options]: readonly string[]): boolean {
  const found = known.get(program) ?? spawnSync(program, [...options, 'true']).status === 0;
  known.set(program, found);
  return found;
}

/** The whole group: LibreOffice starts a second process that does the work. */
function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!gone) throw error;
  }
}
