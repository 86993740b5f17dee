import { performance } from 'node:perf_hooks';
import type { Clock } from '../../ports.ts';

const lookEveryMs = 1_000;

/** A clock that is put right little by little never moves as far between two looks. */
const setMs = 500;

/**
 * Calls `onSet` soon after the clock was set, or the computer woke: it then says something else than a clock that
 * nobody sets. Timers go by that other one, and sleep on. The returned function ends it.
 */
export function watchClock(clock: Clock, onSet: () => void): () => void {
  const aheadMs = (): number => clock.now().getTime() - performance.now();
  let lastMs = aheadMs();
  const timer = setInterval(() => {
    const nowMs = aheadMs();
    const isSet = Math.abs(nowMs - lastMs) >= setMs;
    lastMs = nowMs;
    if (isSet) onSet();
  }, lookEveryMs);
  return () => clearInterval(timer);
}
