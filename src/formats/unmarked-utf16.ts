/**
 * Whether bytes without a byte order mark are UTF-16, as some programs of Windows write it: every second byte is
 * nearly always zero, on one side only, and what is read that way holds no control characters.
 */
export function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const label = bytes[0] === 0 ? 'utf-16be' : 'utf-16le';
  const high = label === 'utf-16be' ? 0 : 1;
  let zeros = 0;
  for (let at = 0; at < bytes.length; at += 2) {
    if (bytes[at + high] === 0) zeros += 1;
    if (bytes[at + 1 - high] === 0) return undefined;
  }
  const isLatin = zeros * 2 >= bytes.length * latinShareMin;
  return isLatin && isText(bytes, label) ? label : undefined;
}

/** English with its typographic quotation marks is far above this, and numbers of 16 bits are rarely. */
const latinShareMin = 0.7;

/** Tabs, line ends and page breaks; the end of a file of DOS, and escapes. */
const textControls: ReadonlySet<string> = new Set('\t\n\v\f\r\x1A\x1B\x85');

function isText(bytes: Uint8Array, label: string): boolean {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    return !text.match(/\p{Cc}/gu)?.some((each) => !textControls.has(each));
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
