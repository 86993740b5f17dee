/** What names a client in the log: the client, and jobs and documents of the client. */
export interface LoggedNames {
  readonly client: readonly string[];
  readonly theirs: readonly string[];
}

/** What may stay of a line that names a client; `msg` too, where it names nothing. */
const harmless = ['level', 'time', 'step', 'code', 'state', 'outcome', 'about', 'tookMs'] as const;

/**
 * What is to stand in the place of a line of the log that names a client: when something happened and of what kind it
 * was, in as many bytes. Undefined for a line that does not.
 */
export function createLineMask(names: LoggedNames): (line: string) => string | undefined {
  const called = names.client.map(literally).join('|');
  const asValue = new RegExp(`^(?:${called})(?:$|/)`, 'u');
  const within = new RegExp(`[/\\\\“"](?:${called})(?:$|[/\\\\”"])|(?:^|\\s)(?:${called})/`, 'u');
  const inSentence = (text: string): boolean =>
    within.test(text) || names.theirs.some((name) => text.includes(name));
  return (line) => {
    const data = parsed(line);
    if (data === undefined) {
      return within.test(line) ? ' '.repeat(Buffer.byteLength(line)) : undefined;
    }
    const { msg, ...rest } = data;
    const says = typeof msg === 'string' ? msg : '';
    const texts = Object.values(rest).filter((value) => typeof value === 'string');
    const isTheirs = texts.some((text) => asValue.test(text) || within.test(text));
    if (!isTheirs && !within.test(says)) return undefined;
    const kept = Object.fromEntries(
      harmless.filter((key) => key in rest).map((key) => [key, rest[key]] as const),
    );
    const withWords = inSentence(says) ? kept : { ...kept, msg: says };
    return fitted([withWords, kept, {}], Buffer.byteLength(line));
  };
}

/** The first that fits, filled up with spaces, which mean nothing in JSON. */
function fitted(candidates: readonly object[], bytes: number): string {
  for (const one of candidates) {
    const text = JSON.stringify(one);
    const left = bytes - Buffer.byteLength(text);
    if (left >= 0) return `${text.slice(0, -1)}${' '.repeat(left)}}`;
  }
  return ' '.repeat(bytes);
}

function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return value !== null && typeof value === 'object' ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
