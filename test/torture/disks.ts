import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { missing } from '../parts.ts';
import { folderOfItsOwn } from './folders.ts';

/** Whether this machine lets us mount small disks and protect them: root in a container that may. */
export const mayMount = canMount() || missing('the right to mount', 'this machine') !== undefined;

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A disk of its own on which a desk can be made; it goes after the test. */
export function smallDisk(megabytes: number): string {
  const folder = join(folderOfItsOwn(), '..');
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder]);
  });
  return folder;
}

/** Fills a disk until so many bytes are free. */
export function fill(disk: string, freeBytes: number): void {
  const file = openSync(join(disk, 'filling'), 'a');
  try {
    for (;;) {
      const { bavail, bsize } = statfsSync(disk);
      const room = bavail * bsize - freeBytes;
      if (room <= 0) return;
      writeSync(file, Buffer.alloc(Math.min(room, 1_000_000)));
    }
  } finally {
    closeSync(file);
  }
}

/** Takes away what filled it. */
export function empty(disk: string): void {
  rmSync(join(disk, 'filling'), { force: true });
}

/** Takes the right to write below a folder away, even from root, as a disk does that fails; gives what gives it back. */
export function protect(folder: string): () => void {
  execFileSync('mount', ['--bind', folder, folder]);
  execFileSync('mount', ['-o', 'remount,bind,ro', folder]);
  return () => {
    execFileSync('umount', ['--lazy', folder]);
  };
}
