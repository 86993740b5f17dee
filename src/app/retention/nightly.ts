import { DeskProblem } from '../../job/trouble.ts';
import type { Clock, Ledger, Log } from '../../ports.ts';
import { dayOf } from '../../steps/days.ts';
import type { DeskPaths } from '../paths.ts';
import { readDeskFile } from '../profiles.ts';
import { carryOut, sweepLeftovers } from './erase.ts';
import { planRetention } from './plan.ts';

/** Once a day, lets go of what the settings of the desk no longer want kept. */
export function createRetention(
  paths: DeskPaths,
  { ledger, clock, log }: { readonly ledger: Ledger; readonly clock: Clock; readonly log: Log },
): { tend(): Promise<void> } {
  let lastDay: string | undefined;
  return {
    async tend() {
      const now = clock.now();
      if (dayOf(now) === lastDay) return;
      lastDay = dayOf(now);
      try {
        const { retention } = await readDeskFile(paths);
        const plan = await planRetention(retention, { ledger, paths, now });
        const { jobs, messages, files } = plan;
        const nothing = jobs.length + messages + files.length === 0;
        if (nothing) return void (await sweepLeftovers({ ledger, paths, now }));
        await carryOut(plan, { ledger, paths, now });
        log.info(
          { jobs: jobs.length, messages, files: files.length },
          'what was kept long enough was erased',
        );
      } catch (error) {
        if (!(error instanceof DeskProblem)) throw error;
        log.error({}, `Nothing was erased today. ${error.message}`);
      }
    },
  };
}
