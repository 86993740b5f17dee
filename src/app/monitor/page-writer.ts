import { replaceFile } from '../../adapters/fs/durable.ts';
import { saidOf } from '../../job/system-sentences.ts';
import type { Desk } from '../../steps/step.ts';
import { boardOf, type InboxLook } from '../status.ts';
import type { HealthCheck } from './health.ts';
import { deskPage } from './status-page.ts';

/** The page of a large desk takes a moment to make; its reader looks now and then. */
const pageEveryMs = 10_000;

/** Keeps the page of the desk as the desk is. */
export interface PageWriter {
  looked(look: InboxLook): void;
  /** Something went on, so that the page is no longer true. */
  changed(): void;
  /** Writes that the desk is stopped. */
  close(): Promise<void>;
}

export function createPageWriter(
  file: string,
  desk: Pick<Desk, 'billing' | 'clock' | 'ledger' | 'log' | 'office'>,
  { office, checks }: { office(): string; checks(): Promise<readonly HealthCheck[]> },
): PageWriter {
  let look: InboxLook | undefined;
  let isTrue = false;
  let underWay: Promise<void> | undefined;
  let saidWhy: string | undefined;
  const write = async (isStopped: boolean): Promise<void> => {
    if (!look) return;
    isTrue = true;
    try {
      const now = { office: office(), at: desk.clock.now(), isStopped };
      const troubles = isStopped ? [] : await checks();
      const page = deskPage(await boardOf(desk, look), { ...now, checks: troubles });
      await replaceFile(file, page);
      saidWhy = undefined;
    } catch (error) {
      const why = saidOf(error);
      if (why !== saidWhy) desk.log.warn({ why }, 'the page of the desk could not be written');
      saidWhy = why;
    }
  };
  const writeAgain = (): void => {
    if (isTrue) return;
    underWay ??= write(false).finally(() => {
      underWay = undefined;
    });
  };
  const timer = setInterval(writeAgain, pageEveryMs);
  return {
    looked(now) {
      const isFirst = look === undefined;
      look = now;
      isTrue = false;
      if (isFirst) writeAgain();
    },
    changed() {
      isTrue = false;
    },
    async close() {
      clearInterval(timer);
      await underWay;
      await write(true);
    },
  };
}
