/**
 * Preloaded into a desk and its engine. The product asks for a sign of life every ten seconds and waits for a minute; a
 * test cannot. A process that gets SIGUSR2 does nothing more and does not end, as one does that hangs.
 */
const haste = 25;

const every = globalThis.setInterval;
globalThis.setInterval = ((work: () => void, ms: number) => every(work, ms / haste)) as never;

process.on('SIGUSR2', () => {
  while (true);
});
