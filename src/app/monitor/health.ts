import type { Pulse } from '../../adapters/system/pulse.ts';
import type { Desk } from '../../steps/step.ts';

/** One thing that health depends on. Names no document and no client. */
export interface HealthCheck {
  readonly check: string;
  readonly well: boolean;
  readonly says: string;
  /** The same with names and paths, for the office alone. */
  readonly toOffice?: string;
}

/** What the last look at the inbox and the money showed. */
export interface LastLook {
  readonly at: string;
  readonly mode: 'watching' | 'polling';
  readonly waiting: number;
  readonly stuck: number;
  /** What went wrong, in a sentence for the office, and as a word without names. */
  readonly trouble?: { readonly says: string; readonly kind: string };
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
  return [aliveCheck(pulse), await ledgerCheck(desk), await diskCheck(desk), inboxCheck(look)];
}

function inboxCheck(look: LastLook | undefined): HealthCheck {
  const check = 'inbox';
  if (!look) return { check, well: false, says: 'not looked at yet' };
  const { trouble, mode, at } = look;
  if (!trouble) return { check, well: true, says: `${mode}, looked at on ${at}` };
  return { check, well: false, says: trouble.kind, toOffice: trouble.says };
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
