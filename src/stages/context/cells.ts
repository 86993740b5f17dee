/**
 * A static function from n-grams to counts in the layout of a binary fuse filter: three cells of 16 bits,
 * combined by exclusive or, give a fingerprint of 10 bits and a logarithmic count of 6.
 * An n-gram that was never stored passes for one in about one case of a thousand.
 */
export interface CellLayout {
  readonly seed: number;
  /** A power of two. */
  readonly segmentLength: number;
  readonly segmentCount: number;
}

/** Where an n-gram's cells are, and its fingerprint; filled by `locate`, so that no look-up allocates. */
export interface Place {
  first: number;
  second: number;
  third: number;
  fingerprint: number;
}

/** `high` holds the first two words' ids, `low` the last two, 16 bits each; shorter n-grams begin with zeros. */
export function locate(place: Place, layout: CellLayout, [high, low]: readonly [number, number]) {
  const { seed, segmentLength, segmentCount } = layout;
  const x = mixed((mixed(high ^ Math.imul(seed, 0x9e3779b1)) + Math.imul(low, 0x85ebca77)) | 0);
  const y = mixed(
    (mixed((low + Math.imul(seed, 0xc2b2ae3d)) | 0) + Math.imul(high, 0x27d4eb2f)) | 0,
  );
  const z = mixed(x ^ Math.imul(y, 0x9e3779b1));
  const mask = segmentLength - 1;
  const start = ((x >>> 0) % segmentCount) * segmentLength;
  place.first = start + (y & mask);
  place.second = start + segmentLength + (z & mask);
  place.third = start + 2 * segmentLength + (((y >>> 18) | ((z >>> 18) << 14)) & mask);
  place.fingerprint = mixed(z ^ y) >>> 22;
}

/** Counts are kept to a quarter of a natural logarithm. */
export function packedCount(count: number): number {
  return Math.min(63, 1 + Math.round(Math.log(count) * 4));
}

export function unpackedCount(packed: number): number {
  return packed === 0 ? 0 : Math.exp((packed - 1) / 4);
}

function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
