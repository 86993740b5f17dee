import { statfs } from 'node:fs/promises';
import type { Disk } from '../../job/intake.ts';

/** Types of Linux file systems, from linux/magic.h, of shares on other machines. */
const shareTypes: ReadonlySet<number> = new Set([
  0x6969, // NFS
  0xfe534d42, // SMB 2 and 3
  0xff534d42, // CIFS
  0x517b, // SMB 1
  0x5346414f, // AFS
]);

/** Others that do not tell of changes which another machine makes. */
const silentTypes: ReadonlySet<number> = new Set([
  ...shareTypes,
  0x65735546, // FUSE: sshfs, rclone, and what Docker Desktop shares
  0x01021997, // 9p: WSL and virtual machines
  0x786f4256, // VirtualBox shared folders
  0x00c36400, // Ceph
]);

/** What a folder lies on, as far as Linux says; elsewhere it is taken for a disk. */
type Ground = 'disk' | 'share' | 'silent';

export function groundOf(type: number): Ground {
  if (shareTypes.has(type >>> 0)) return 'share';
  return silentTypes.has(type >>> 0) ? 'silent' : 'disk';
}

/** Whether a folder is on another machine, where SQLite’s locks and its log may fail it. */
export async function isOnShare(folder: string): Promise<boolean> {
  return (await groundBelow(folder)) === 'share';
}

/** Whether changes that another machine makes in a folder are not told. */
export async function isNetworkFolder(folder: string): Promise<boolean> {
  return (await groundBelow(folder)) !== 'disk';
}

async function groundBelow(folder: string): Promise<Ground> {
  if (process.platform !== 'linux') return 'disk';
  return groundOf((await statfs(folder)).type);
}

/** The disk that holds a folder. */
export function diskOf(folder: string): Disk {
  return {
    async freeBytes() {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
  };
}
