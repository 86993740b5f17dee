import type { Clock } from '../../ports.ts';

/** What hinders is tried again within half a minute; a hindrance that has not come again by now is over. */
const lastsMs = 90_000;

/** What last hindered the work on documents, as long as it may hinder it still. */
export interface Hindrance {
  met(error: unknown): void;
  over(): void;
  now(): unknown;
}

export function createHindrance(clock: Clock): Hindrance {
  let last: { readonly error: unknown; readonly atMs: number } | undefined;
  const nowMs = () => clock.now().getTime();
  return {
    met(error) {
      last = { error, atMs: nowMs() };
    },
    over() {
      last = undefined;
    },
    now: () => (last && Math.abs(nowMs() - last.atMs) < lastsMs ? last.error : undefined),
  };
}
