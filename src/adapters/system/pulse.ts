import { performance } from 'node:perf_hooks';

/** Whether the desk gets on with its work, by a clock that nobody sets. */
export interface Pulse {
  beat(): void;
  /** How long ago the last beat was. */
  silentMs(): number;
}

export function createPulse(): Pulse {
  let lastMs = performance.now();
  return {
    beat() {
      lastMs = performance.now();
    },
    silentMs: () => performance.now() - lastMs,
  };
}
