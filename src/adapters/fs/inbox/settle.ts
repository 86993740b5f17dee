import { performance } from 'node:perf_hooks';
import type { InboxLimits } from './limits.ts';
import type { Stamp } from './seen.ts';

/** What looking at a file again and again has shown. `soonMs` is when it could have settled. */
type Settling =
  | { readonly kind: 'settled'; readonly unchangedMs: number }
  | {
      readonly kind: 'moving';
      readonly unchangedMs: number;
      readonly changes: number;
      readonly note?: string;
      readonly soonMs: number;
    };

/** Remembers every file of the inbox as it was, and since when; nothing that is no longer there. */
export interface Settlement {
  look(path: string, stamp: Stamp, patience: Patience): Settling;
  /** The mark of a file when it was last looked at. */
  markOf(path: string): string | undefined;
  /** A file could not be taken: it has to settle again, and the reason is told meanwhile. */
  refuse(path: string, note: string): void;
  /** Forgets what was not looked at since the last call. */
  forgetRest(): void;
}

/** With `patient: false`, the age of a file counts as time that it stood still. */
export interface Patience {
  readonly patient: boolean;
  readonly nowMs: number;
}

interface Memory {
  readonly mark: string;
  readonly sinceMs: number;
  readonly changes: number;
  readonly note?: string;
  round: number;
}

/** Between looks, time is measured by a clock that nobody sets. */
export function createSettlement(limits: InboxLimits): Settlement {
  const memories = new Map<string, Memory>();
  let round = 0;
  return {
    look(path, stamp, patience) {
      const nowMs = performance.now();
      const before = memories.get(path);
      const memory = before?.mark === stamp.mark ? before : begun(stamp.mark, nowMs, before);
      memory.round = round;
      memories.set(path, memory);
      const unchangedMs = nowMs - memory.sinceMs;
      const soonMs = soonest(unchangedMs, patience.nowMs - stamp.changedMs, patience.patient);
      if (soonMs <= 0) return { kind: 'settled', unchangedMs };
      const { changes, note } = memory;
      const moving = { kind: 'moving', unchangedMs, changes, soonMs } as const;
      return note === undefined ? moving : { ...moving, note };
    },
    markOf: (path) => memories.get(path)?.mark,
    refuse(path, note) {
      const before = memories.get(path);
      if (before) memories.set(path, { ...before, note, sinceMs: performance.now() });
    },
    forgetRest() {
      for (const [path, memory] of memories) if (memory.round !== round) memories.delete(path);
      round += 1;
    },
  };

  /** A file whose time of change lies in the future has no age that means anything: it is looked at for the whole time. */
  function soonest(unchangedMs: number, ageMs: number, patient: boolean): number {
    const byLooking = limits.settleMs - unchangedMs;
    if (patient) return byLooking;
    const byAge = Math.max(limits.quickLookMs - unchangedMs, limits.settleMs - ageMs);
    return Math.min(byLooking, byAge);
  }
}

function begun(mark: string, sinceMs: number, before?: Memory): Memory {
  return { mark, sinceMs, changes: before ? before.changes + 1 : 0, round: 0 };
}
