import { existingDesk } from '../compose.ts';
import { type MadeBackup, makeBackup } from './make.ts';

/** A backup of all of a desk, which may be at work. */
export function deskBackup(folder: string, target: string): Promise<MadeBackup> {
  return makeBackup(existingDesk(folder), target);
}
