/** How often a process is killed: the one number from which all others follow. Unset, as in `npm test`, it is small. */
export const killRounds = Number(process.env['TORTURE_ROUNDS'] ?? 6);

/** In the short form, what is long for waiting and is tested elsewhere in a simpler way is left out. */
export const isShort = killRounds < 10;

/** Whether there is enough of it to see what grows. */
export const isLong = killRounds >= 100;

/** For faults of which each round takes seconds: a fraction of the kills, but some always. */
export function roundsOf(fraction: number, least: number): number {
  return Math.max(least, Math.round(killRounds * fraction));
}

/** How long one test may take, on a machine that does other things too. */
export const timeoutMs = Math.max(300_000, 10_000 * killRounds);

/** Numbers that look random and are the same for the same seed, so that a failure can be repeated. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
