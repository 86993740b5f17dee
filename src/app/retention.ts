import { systemClock } from '../adapters/system/clock.ts';
import type { ClientName } from '../job/job.ts';
import { dayOf } from '../steps/days.ts';
import { newestBackup, nightsKept } from './backup/nightly.ts';
import { looking } from './invoices.ts';
import { readDeskFile } from './profiles.ts';
import { type ClientErasure, eraseClient, planErasure } from './retention/client.ts';
import { carryOut } from './retention/erase.ts';
import { planRetention, type RetentionPlan } from './retention/plan.ts';

/** What the desk no longer keeps by its settings; erased only where `forGood`. */
export async function letGo(folder: string, forGood: boolean): Promise<RetentionPlan> {
  return looking(folder, async ({ ledger, paths }) => {
    const { retention } = await readDeskFile(paths);
    const now = systemClock.now();
    const plan = await planRetention(retention, { ledger, paths, now });
    if (forGood) await carryOut(plan, { ledger, paths, now });
    return plan;
  });
}

/** What erasing a client means, and until which day nightly backups still hold it; done only where `forGood`. */
export async function forgetClient(
  folder: string,
  client: string,
  forGood: boolean,
): Promise<ClientErasure & { readonly inBackupsUntil?: string }> {
  return looking(folder, async ({ ledger, paths }) => {
    const settings = await readDeskFile(paths);
    const desk = { ledger, paths, now: systemClock.now() };
    const erasure = await planErasure(client.normalize('NFC') as ClientName, settings, desk);
    if (forGood) await eraseClient(erasure, desk);
    if ((await newestBackup(paths.backups)) === undefined) return erasure;
    const until = new Date(desk.now);
    until.setDate(until.getDate() + nightsKept(settings.backups));
    return { ...erasure, inBackupsUntil: dayOf(until) };
  });
}
