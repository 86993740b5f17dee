/** Whether a font gives every sign the same width, as code is set. */
export function isMonospaced(font: string | undefined): boolean {
  return font !== undefined && pattern.test(font);
}

const pattern =
  /courier|consolas|\bmono\b|monospace|menlo|monaco|lucida console|typewriter|fira code|source code|cascadia|inconsolata|andale|fixedsys|terminal/i;
