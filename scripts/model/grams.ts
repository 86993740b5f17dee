/** N-grams with their counts; `high` and `low` hold two ids each. */
export interface Grams {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly counts: Uint32Array;
  readonly size: number;
}

/** Below these (in half counts) an n-gram of two, three, four words is not kept. */
const leastCounts = [0, 0, 2, 3, 4];
const slotBits = 26;
const slots = 2 ** slotBits;

/** Counts the pairs, threes and fours of a text of ids, see `Vocabulary`, and keeps the frequent ones. */
export function countGrams(text: Uint16Array, capacity: number): Grams {
  const kept = {
    high: new Uint32Array(capacity),
    low: new Uint32Array(capacity),
    counts: new Uint32Array(capacity),
    size: 0,
  };
  const table = {
    high: new Uint32Array(slots),
    low: new Uint32Array(slots),
    counts: new Uint32Array(slots),
  };
  for (const order of [2, 3, 4]) {
    table.counts.fill(0);
    countOrder(text, order, table);
    keep(table, order, kept);
    console.log(`order ${order}: ${kept.size} kept`);
  }
  return kept;
}

type Table = Omit<Grams, 'size'>;

function countOrder(text: Uint16Array, order: number, table: Table): void {
  const ids = [0, 0, 0, 0];
  for (let start = 0; start < text.length; ) {
    const weight = text[start] ?? 0;
    let end = start + 1;
    while (text[end] !== 3) end += 1;
    for (let last = start + order; last <= end; last += 1) {
      for (let back = 0; back < order; back += 1) ids[3 - back] = text[last - back] ?? 0;
      if (order === 2 || !isVague(ids, order)) count(table, ids, weight);
    }
    start = end + 1;
  }
}

/** Longer n-grams with an unknown or a hyphenated rare word say nothing. */
function isVague(ids: readonly number[], order: number): boolean {
  return ids.some((id, at) => at >= 4 - order && (id === 0 || id === 4));
}

function count(table: Table, ids: readonly number[], weight: number): void {
  const [a = 0, b = 0, c = 0, d = 0] = ids;
  const high = ((a << 16) | b) >>> 0;
  const low = ((c << 16) | d) >>> 0;
  let hash = Math.imul(high ^ (low >>> 15), 0x85ebca6b) ^ Math.imul(low, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x27d4eb2f);
  let slot = (hash ^ (hash >>> 13)) >>> (32 - slotBits);
  while (table.counts[slot] !== 0 && (table.high[slot] !== high || table.low[slot] !== low)) {
    slot = (slot + 1) & (slots - 1);
  }
  table.high[slot] = high;
  table.low[slot] = low;
  table.counts[slot] = (table.counts[slot] ?? 0) + weight;
}

function keep(table: Table, order: number, kept: { -readonly [K in keyof Grams]: Grams[K] }): void {
  const least = leastCounts[order] ?? 0;
  for (let slot = 0; slot < slots; slot += 1) {
    const found = table.counts[slot] ?? 0;
    if (found < least) continue;
    if (kept.size === kept.counts.length) throw new Error('more n-grams than there is room for');
    kept.high[kept.size] = table.high[slot] ?? 0;
    kept.low[kept.size] = table.low[slot] ?? 0;
    kept.counts[kept.size] = found;
    kept.size += 1;
  }
}
