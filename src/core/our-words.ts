/**
 * The words that a desk, a client or a job calls right. A list has one word or phrase a line; `#` begins a remark.
 *
 * - `Okonkwo` covers `Okonkwo’s`, `Okonkwos` and `OKONKWO`, not `okonkwo`: a capital means that capitalisation.
 * - `onboard` covers `Onboard`, `ONBOARD`, `onboards`, `onboarded` and `onboarding`.
 * - `cyber*` covers whatever begins so.
 * - A compound with hyphens is covered when each of its parts is.
 */
export function createOurWords(lists: readonly string[]): (word: string) => boolean {
  const entries = entriesOf(lists);
  if (entries.folded.size + entries.exact.size + entries.stems.size === 0) return () => false;
  const isCovered = (word: string): boolean =>
    isWhole(word, entries) || isBegun(word, entries.stems);
  return (written) => {
    const word = normalised(written);
    if (word === '') return false;
    if (isCovered(word)) return true;
    const parts = word.split('-');
    return parts.length > 1 && parts.every((part) => part !== '' && isCovered(part));
  };
}

interface Entries {
  /** Entries without a capital: they cover every capitalisation that a sentence asks for. */
  readonly folded: ReadonlySet<string>;
  /** Entries with a capital, and their forms in capitals throughout. */
  readonly exact: ReadonlySet<string>;
  /** What stands before a final `*`, with whether its case matters. */
  readonly stems: ReadonlyMap<string, 'exact' | 'folded'>;
}

function entriesOf(lists: readonly string[]): Entries {
  const folded = new Set<string>();
  const exact = new Set<string>();
  const stems = new Map<string, 'exact' | 'folded'>();
  for (const line of lists.flatMap((list) => list.split(/\r?\n/))) {
    const entry = normalised(line.replace(/(?:^|\s)#.*$/, ''));
    const isFolded = entry === entry.toLowerCase();
    if (entry === '' || entry === '*') continue;
    if (entry.endsWith('*')) stems.set(entry.slice(0, -1), isFolded ? 'folded' : 'exact');
    else if (isFolded) folded.add(entry);
    else exact.add(entry).add(entry.toUpperCase());
  }
  return { folded, exact, stems };
}

function normalised(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .replaceAll(/[’ʼ]/g, "'")
    .replaceAll(/[‐‑]/g, '-')
    .replaceAll(/\s+/g, ' ');
}

function isWhole(word: string, { folded, exact }: Entries): boolean {
  if (exact.has(word) || nameStems(word).some((stem) => exact.has(stem))) return true;
  if (folded.size === 0 || !isPlainCase(word)) return false;
  const lower = word.toLowerCase();
  return folded.has(lower) || wordStems(lower).some((stem) => folded.has(stem));
}

/** `word`, `Word`, `WORD`, and each word of a phrase so: what a sentence or a heading makes of a lower-case entry. */
function isPlainCase(word: string): boolean {
  return word
    .split(/[ -]/)
    .every(
      (part) =>
        part.slice(1) === part.slice(1).toLowerCase() ||
        part.replace(/'?s$/, '') === part.replace(/'?s$/, '').toUpperCase(),
    );
}

/** What a name may be the possessive or the plural of. */
function nameStems(word: string): readonly string[] {
  return [/'[sS]$/, /'$/, /[sS]$/, /[sS]'$/, /(?<=[sxzh])[eE][sS]$/]
    .filter((ending) => ending.test(word))
    .map((ending) => word.replace(ending, ''));
}

/** What a word may be the possessive or an inflection of: -s, -es, -ed, -ing, with a silent e or a y taken back. */
function wordStems(word: string): readonly string[] {
  const bare = word.replace(/'s$|'$/, '');
  const stems = bare === word ? [] : [bare];
  for (const [ending, begun] of inflections) {
    if (bare.length > ending.length + 2 && bare.endsWith(ending)) {
      stems.push(bare.slice(0, -ending.length) + begun);
    }
  }
  return stems;
}

const inflections: readonly (readonly [string, string])[] = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['ed', ''],
  ['ed', 'e'],
  ['ied', 'y'],
  ['ing', ''],
  ['ing', 'e'],
];

function isBegun(word: string, stems: Entries['stems']): boolean {
  if (stems.size === 0) return false;
  const lower = word.toLowerCase();
  for (let length = 1; length <= word.length; length += 1) {
    if (stems.has(word.slice(0, length))) return true;
    if (stems.get(lower.slice(0, length)) === 'folded') return true;
  }
  return false;
}
