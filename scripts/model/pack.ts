import {
  type CellLayout,
  locate,
  type Place,
  packedCount,
} from '../../src/stages/context/cells.ts';
import type { Grams } from './grams.ts';

export interface PackedGrams {
  readonly layout: CellLayout;
  readonly cells: Uint16Array;
}

/** The n-grams as a static function. A seed by which they cannot be peeled one after the other is given up for the next. */
export function packGrams(grams: Grams): PackedGrams {
  const { size } = grams;
  const segmentLength = 2 ** Math.min(18, Math.floor(Math.log(size) / Math.log(3.33) + 2.25));
  const factor = Math.max(1.125, 0.875 + (0.25 * Math.log(1_000_000)) / Math.log(size));
  const segmentCount = Math.ceil((size * factor) / segmentLength);
  for (let seed = 1; seed < 20; seed += 1) {
    // Every third seed that fails gets a little more room.
    const room = Math.ceil(segmentCount * 1.02 ** Math.floor(seed / 3));
    const layout = { seed, segmentLength, segmentCount: room };
    const order = peeled(grams, layout);
    if (order) return { layout, cells: filled(grams, layout, order) };
  }
  throw new Error('no seed packs the n-grams');
}

interface Peeling {
  readonly grams: Uint32Array;
  readonly cells: Uint32Array;
}

/** Takes away, again and again, an n-gram that has a cell for itself. */
function peeled(grams: Grams, layout: CellLayout): Peeling | undefined {
  const cellCount = (layout.segmentCount + 2) * layout.segmentLength;
  const owners = new Uint32Array(cellCount);
  const degrees = new Uint8Array(cellCount);
  const place = { first: 0, second: 0, third: 0, fingerprint: 0 };
  const change = (gram: number, by: number) => {
    locate(place, layout, [grams.high[gram] ?? 0, grams.low[gram] ?? 0]);
    for (const cell of [place.first, place.second, place.third]) {
      owners[cell] = (owners[cell] ?? 0) ^ gram;
      degrees[cell] = (degrees[cell] ?? 0) + by;
    }
  };
  for (let gram = 0; gram < grams.size; gram += 1) change(gram, 1);
  const order = { grams: new Uint32Array(grams.size), cells: new Uint32Array(grams.size) };
  const queue = new Uint32Array(cellCount + 3 * grams.size);
  let [waiting, done] = [0, 0];
  for (let cell = 0; cell < cellCount; cell += 1) if (degrees[cell] === 1) queue[waiting++] = cell;
  while (waiting > 0) {
    waiting -= 1;
    const cell = queue[waiting] ?? 0;
    if (degrees[cell] !== 1) continue;
    const gram = owners[cell] ?? 0;
    order.grams[done] = gram;
    order.cells[done] = cell;
    done += 1;
    change(gram, -1);
    for (const other of [place.first, place.second, place.third]) {
      if (degrees[other] === 1) queue[waiting++] = other;
    }
  }
  return done === grams.size ? order : undefined;
}

function filled(grams: Grams, layout: CellLayout, order: Peeling): Uint16Array {
  const cells = new Uint16Array((layout.segmentCount + 2) * layout.segmentLength);
  const place: Place = { first: 0, second: 0, third: 0, fingerprint: 0 };
  for (let at = grams.size - 1; at >= 0; at -= 1) {
    const gram = order.grams[at] ?? 0;
    const cell = order.cells[at] ?? 0;
    locate(place, layout, [grams.high[gram] ?? 0, grams.low[gram] ?? 0]);
    const value = (place.fingerprint << 6) | packedCount((grams.counts[gram] ?? 0) / 2);
    cells[cell] = 0;
    cells[cell] =
      value ^ (cells[place.first] ?? 0) ^ (cells[place.second] ?? 0) ^ (cells[place.third] ?? 0);
  }
  return cells;
}
