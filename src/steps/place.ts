import type { Shelf } from '../ports.ts';

/** What lies on the disk is read back before anyone is told that it is there. */
export async function placeChecked(
  { outbox }: { readonly outbox: Shelf },
  path: readonly string[],
  bytes: Uint8Array,
): Promise<string> {
  const taken = await outbox.place(path, bytes);
  const back = await outbox.read(taken);
  if (!sameBytes(back, bytes)) throw new Error(`${taken} reads back otherwise than it was written`);
  return taken;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
