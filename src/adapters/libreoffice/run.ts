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

/** On Windows the program as it is; elsewhere a shell sets the limits and becomes the program. */
function commandOf(run: LimitedRun): readonly string[] {
  const plain = [run.program, ...run.arguments];
  if (process.platform === 'win32') return plain;
  const blocks = Math.ceil(run.fileBytesMax / fileBlockBytes);
  const limited = ['sh', '-c', `ulimit -f ${blocks}; exec "$@"`, 'sh', ...plain];
  return withoutNetwork() ? ['unshare', '--map-root-user', '--net', ...limited] : limited;
}

/** The unit of `ulimit -f` (POSIX). */
const fileBlockBytes = 512;

let hasUnshare: boolean | undefined;

/** Whether a process can be given a network of its own, which leads nowhere. */
function withoutNetwork(): boolean {
  hasUnshare ??= spawnSync('unshare', ['--map-root-user', '--net', 'true']).status === 0;
  return hasUnshare;
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
