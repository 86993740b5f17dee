import { expect, it } from 'vitest';
import { fontNamed } from '../../../src/adapters/pdf/fonts.ts';

/** The sum of the 32-bit numbers of a table (OpenType, “Calculating checksums”). */
function sumOf(table: Buffer): number {
  const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4);
  table.copy(padded);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

it.each(['Regular', 'Medium'] as const)('unpacks every table of %s whole, once', (name) => {
  const font = fontNamed(name);
  expect(fontNamed(name)).toBe(font);
  expect(font.readUInt32BE(0)).toBe(0x00010000);
  const count = font.readUInt16BE(4);
  expect(count).toBeGreaterThan(10);
  const wrong: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 16;
    const tag = font.toString('latin1', at, at + 4);
    const start = font.readUInt32BE(at + 8);
    const table = Buffer.from(font.subarray(start, start + font.readUInt32BE(at + 12)));
    // The sum of “head” is made without the sum of the whole, which stands in it.
    if (tag === 'head') table.writeUInt32BE(0, 8);
    if (sumOf(table) !== font.readUInt32BE(at + 4)) wrong.push(tag);
  }
  expect(wrong).toEqual([]);
});
