import { deflateSync, Inflate } from 'fflate';
import { DocumentProblem } from '../../core/problem.ts';
import { partBytesMax, ratioFreeBytes, ratioMax } from '../limits.ts';
import { crc32 } from './crc32.ts';
import { nameAt, viewOf, type Zip, type ZipEntry } from './zip.ts';

/** Methods of APPNOTE 4.4.5 that documents use. */
const stored = 0;
const deflated = 8;

/**
 * Unpacks one file. What comes out never exceeds what the directory states: an entry that lies is refused.
 * Throws DocumentProblem: 'corrupt', 'unsafe', 'too-large', 'needs-password'.
 */
export function unpack(zip: Zip, entry: ZipEntry): Uint8Array {
  checkEntry(entry);
  const start = dataStart(zip, entry);
  const packed = zip.bytes.subarray(start, start + entry.packedBytes);
  if (packed.length < entry.packedBytes) throw damaged(entry);
  const content = entry.method === stored ? packed : inflate(packed, entry);
  if (content.length !== entry.sizeBytes || crc32(content) !== entry.crc) throw damaged(entry);
  return content;
}

/** Packs content by a method of `unpack`; the same content always gives the same bytes. */
export function pack(content: Uint8Array, method: number): Uint8Array {
  return method === stored ? content : deflateSync(content, { level: 6 });
}

/** Where the packed bytes of an entry begin: after its local header, whose lengths are its own (APPNOTE 4.3.7). */
export function dataStart(zip: Zip, entry: ZipEntry): number {
  const view = viewOf(zip.bytes);
  const fits = entry.headerAt + localHeaderBytes <= zip.bytes.length;
  if (!fits || view.getUint32(entry.headerAt, true) !== localSignature) throw damaged(entry);
  const nameBytes = view.getUint16(entry.headerAt + 26, true);
  const nameStart = entry.headerAt + localHeaderBytes;
  if (nameStart + nameBytes > zip.bytes.length) throw damaged(entry);
  if (nameAt(view, nameStart, nameBytes) !== entry.name) {
    throw new DocumentProblem('unsafe', `The archive calls ${entry.name} by another name as well.`);
  }
  const extraBytes = view.getUint16(entry.headerAt + 28, true);
  return nameStart + nameBytes + extraBytes;
}

const localHeaderBytes = 30;

const localSignature = 0x04034b50;
/** How much is fed to the inflater at once: each step can grow a thousandfold before it is measured. */
const stepBytes = 32_768;

function checkEntry(entry: ZipEntry): void {
  if ((entry.flags & 1) !== 0) {
    throw new DocumentProblem('needs-password', `The part ${entry.name} is encrypted.`);
  }
  if (entry.method !== stored && entry.method !== deflated) {
    throw new DocumentProblem('corrupt', `The part ${entry.name} is packed in an unknown way.`);
  }
  if (entry.sizeBytes > Math.max(entry.packedBytes * ratioMax, ratioFreeBytes)) {
    throw new DocumentProblem('unsafe', `The part ${entry.name} unpacks to a suspicious size.`);
  }
  if (entry.sizeBytes > partBytesMax) {
    const megabytes = Math.round(entry.sizeBytes / 1_000_000);
    throw new DocumentProblem('too-large', `The part ${entry.name} has ${megabytes} MB of XML.`);
  }
}

function inflate(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  const content = new Uint8Array(entry.sizeBytes);
  let length = 0;
  const inflater = new Inflate((chunk) => {
    if (length + chunk.length > content.length) throw lying(entry);
    content.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += stepBytes) {
      inflater.push(packed.subarray(at, at + stepBytes), at + stepBytes >= packed.length);
    }
  } catch (error) {
    throw error instanceof DocumentProblem ? error : damaged(entry);
  }
  return content.subarray(0, length);
}

function lying(entry: ZipEntry): DocumentProblem {
  return new DocumentProblem('unsafe', `The part ${entry.name} is larger than the archive states.`);
}

function damaged(entry: ZipEntry): DocumentProblem {
  return new DocumentProblem('corrupt', `The part ${entry.name} is damaged.`);
}
