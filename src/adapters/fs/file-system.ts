import { statfs } from 'node:fs/promises';
import type { Disk } from '../../job/intake.ts';

/** Types of Linux file systems, from linux/magic.h, that do not tell of changes which another machine makes. */
const networkTypes: ReadonlySet<number> = new Set([
  0x6969, // NFS
  0xfe534d42, // SMB 2 and 3
  0xff534d42, // CIFS
  0x517b, // SMB 1
  0x65735546, // FUSE: sshfs, rclone, and what Docker Desktop shares
  0x01021997, // 9p: WSL and virtual machines
  0x786f4256, // VirtualBox shared folders
  0x00c36400, // Ceph
  0x5346414f, // AFS
]);

/** Whether a folder is on a network or shared from another machine, as far as Linux says; elsewhere it is not known: false. */
export async function isNetworkFolder(folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const { type } = await statfs(folder);
  return networkTypes.has(type >>> 0);
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
