/** One core is left to the desk itself, but two documents always move at once: one may wait for the grammar engine. */
export function threadsFor(cores: number): number {
  return Math.max(2, cores - 1);
}
