import type { Pulse } from '../../adapters/system/pulse.ts';
import type { Desk } from '../../steps/step.ts';

/** One thing that health depends on. Names no document and no client. */
export interface HealthCheck {
  readonly check: string;
  readonly well: boolean;
  readonly says: string;
}

/** What the last look at the inbox and the money showed. */
export interface LastLook {
  readonly at: string;
  readonly mode: 'watching' | 'polling';
  readonly waiting: number;
  readonly stuck: number;
  /** What went wrong, in a sentence without names. */
  readonly trouble?: string;
}

/** The inbox is looked at twice a minute; the longest that a look has a right to take is a large copy from a slow share. */
const silentMsMax = 300_000;

/** Whether the desk gets on with its work at all; if not, only a new start helps. */
export function aliveCheck(pulse: Pulse): HealthCheck {
  const silentMs = pulse.silentMs();
  const says = `the last sign of life was ${Math.round(silentMs / 1_000)} seconds ago`;
  return { check: 'work', well: silentMs < silentMsMax, says };
}

/** Whether what is dropped now would be taken, worked on and recorded. */
export async function readinessChecks(
  desk: Pick<Desk, 'disk' | 'ledger' | 'office'>,
  pulse: Pulse,
  look: LastLook | undefined,
): Promise<readonly HealthCheck[]> {
  return [
    aliveCheck(pulse),
    await ledgerCheck(desk),
    await diskCheck(desk),
    {
      check: 'inbox',
      well: look !== undefined && look.trouble === undefined,
      says: look ? (look.trouble ?? `${look.mode}, looked at on ${look.at}`) : 'not looked at yet',
    },
  ];
}

/** An empty transaction takes the lock for writing and gives it back. */
async function ledgerCheck({ ledger }: Pick<Desk, 'ledger'>): Promise<HealthCheck> {
  try {
    await ledger.transaction(() => Promise.resolve());
    return { check: 'ledger', well: true, says: 'can be written' };
  } catch (error) {
    return { check: 'ledger', well: false, says: error instanceof Error ? error.name : 'fails' };
  }
}

async function diskCheck({ disk, office }: Pick<Desk, 'disk' | 'office'>): Promise<HealthCheck> {
  const free = await disk.freeBytes();
  const says = `${Math.floor(free / 1e6)} MB free, ${office.bounds.freeBytesMin / 1e6} MB are kept free`;
  return { check: 'disk', well: free >= office.bounds.freeBytesMin, says };
}
