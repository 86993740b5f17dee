/** A replacement in an XML text. */
export interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text with its patches made. Patches at the same place keep their order.
 * Throws when two overlap: that is a bug of whoever made them.
 */
export function patched(xml: string, patches: readonly Patch[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const patch of [...patches].sort((a, b) => a.start - b.start)) {
    if (patch.start < position) throw new Error(`patches overlap at ${patch.start}`);
    pieces.push(xml.slice(position, patch.start), patch.text);
    position = patch.end;
  }
  pieces.push(xml.slice(position));
  return pieces.join('');
}
