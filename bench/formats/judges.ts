import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { type Delivery, sha256 } from '../judge/desk.ts';
import { type Copies, stamp } from './laws.ts';
import type { Sample } from './samples.ts';

/** A new folder for what the judges look at. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'bench-formats-'));
}

/** Puts the copies of a document where the judges of deliveries find them. */
export function delivered(sample: Sample, copies: Copies, folder: string): Delivery {
  const { name, path, bytes, opened, edits, format } = sample;
  const redline = copies.redline ?? copies.corrected;
  const own = join(folder, sha256(name));
  mkdirSync(own);
  const write = (kind: string, content: Uint8Array) => {
    const file = join(own, `${kind}${extname(path)}`);
    writeFileSync(file, content);
    return { path: file, sha256: sha256(content), sizeBytes: content.length };
  };
  const files = {
    original: write('original', bytes),
    corrected: write('corrected', copies.corrected),
    redline: { ...write('redline', redline), kind: copies.redline ? 'tracked' : 'html' } as const,
  };
  const { text } = opened.document;
  return {
    name,
    reportPath: '',
    pagePath: '',
    report: {
      createdAt: stamp.date,
      client: '',
      job: '',
      fileName: name,
      format: { name: format.name },
      counts: { applied: edits.length, suggested: 0, noted: 0 },
      files,
      edits: [],
      textHash: sha256(text),
      text,
    },
    applied: edits.map(({ span, before, after }) => ({ ...span, before, after })),
    given: files.original.path,
    original: files.original.path,
    corrected: files.corrected.path,
    redline: files.redline.path,
  };
}
