/** Takes long enough to write that a process can be killed meanwhile. */
export const largeText = new Uint8Array(80_000_000).fill(97);
