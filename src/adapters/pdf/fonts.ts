import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';

const resolve = createRequire(import.meta.url).resolve;
const opened = new Map<string, Buffer>();

/**
 * A font of the papers as pdfkit can use it. The package has them packed (WOFF); pdfkit would unpack them for every paper
 * anew, in JavaScript, which takes nine tenths of the time of a paper. So it is done once, by zlib.
 */
export function fontNamed(name: 'Regular' | 'Medium'): Buffer {
  const known = opened.get(name);
  if (known) return known;
  const packed = readFileSync(resolve(`roboto-fontface/fonts/roboto/Roboto-${name}.woff`));
  const font = unpacked(packed);
  opened.set(name, font);
  return font;
}

const woffHeaderBytes = 44;
const woffEntryBytes = 20;
const sfntHeaderBytes = 12;
const sfntEntryBytes = 16;

/** A WOFF file (W3C, version 1.0) as the OpenType file that it was made of. */
function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const font = Buffer.alloc(woff.readUInt32BE(16));
  woff.copy(font, 0, 4, 8);
  font.writeUInt16BE(count, 4);
  const power = 2 ** Math.floor(Math.log2(count));
  font.writeUInt16BE(power * 16, 6);
  font.writeUInt16BE(Math.log2(power), 8);
  font.writeUInt16BE((count - power) * 16, 10);
  let offset = sfntHeaderBytes + count * sfntEntryBytes;
  for (let index = 0; index < count; index += 1) {
    const from = woffHeaderBytes + index * woffEntryBytes;
    const start = woff.readUInt32BE(from + 4);
    const packedSize = woff.readUInt32BE(from + 8);
    const size = woff.readUInt32BE(from + 12);
    const part = woff.subarray(start, start + packedSize);
    const table = packedSize === size ? part : inflateSync(part);
    const entry = sfntHeaderBytes + index * sfntEntryBytes;
    woff.copy(font, entry, from, from + 4);
    woff.copy(font, entry + 4, from + 16, from + 20);
    font.writeUInt32BE(offset, entry + 8);
    font.writeUInt32BE(size, entry + 12);
    table.copy(font, offset);
    // Tables begin at multiples of four bytes.
    offset += Math.ceil(size / 4) * 4;
  }
  return font;
}
