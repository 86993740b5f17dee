/**
 * Where in the lines of a message the words of its writer end: at the signature (RFC 3676, section 4.3), or where a
 * mail program put the message that is answered or forwarded below it without marking its lines. The number of the
 * first line that is not the writer's; the count of lines where all are.
 */
export function ownLines(lines: readonly string[]): number {
  const end = lines.findIndex((_, index) => isSignature(lines, index) || isOriginal(lines, index));
  return end === -1 ? lines.length : end;
}

/** Whether a line says of what follows that somebody else wrote it. */
export function isForwardMark(line: string): boolean {
  return /^[-_*\s]{2,}\s*(?:original (?:message|appointment)|forwarded (?:message|by)[^\n]*|begin forwarded message:?)\s*[-_*]{0,20}\s*$|^begin forwarded message:$/i.test(
    line,
  );
}

/** The header that a mail program writes above a message it quotes. */
export function isQuotedHeader(text: string): boolean {
  return /^\*?From:\*? [^\n]+\n\*?(?:Sent|Date|To):\*? /.test(text);
}

/** Whether a line leads into a quotation: “On Monday Jo wrote:”. */
export function isAttribution(line: string): boolean {
  return /^(?:On\b.{4,200}\bwrote|.{1,100} writes|Le .{4,200} a écrit ?|Am .{4,200} schrieb.{0,100}):$/.test(
    line,
  );
}

/** Some people part their paragraphs with two hyphens, so only few lines may follow those without a blank. */
const signatureLinesMax = 12;

function isSignature(lines: readonly string[], index: number): boolean {
  const line = lines[index];
  if (line === '-- ') return true;
  if (line !== '--') return false;
  const rest = lines.slice(index + 1).filter((each) => each.trim() !== '' && !each.startsWith('>'));
  return rest.length <= signatureLinesMax;
}

function isOriginal(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (isForwardMark(line)) return true;
  return isQuotedHeader(`${line}\n${lines[index + 1] ?? ''}`);
}
