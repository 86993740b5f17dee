/**
 * Opens and saves real documents of every format, with one mistake put into each paragraph, and times it.
 *
 *   npm run bench:formats -- [FOLDER] [--only FORMAT] [--judges] [--libreoffice] [--write]
 *
 * FOLDER, by default ../shared/corpus, holds the documents; only its files that open are timed, the others are counted
 * by the code of their refusal. mammoth, which only reads, opens the same Word documents in the same run.
 * The laws of editing in place are held against every document. With --judges the judges of `judge-outbox.ts` look at
 * the Office documents, the Open XML validator at each of them; with --libreoffice, that opens what it can.
 * With --write the times go to bench/results/formats.json; `UPDATE=1 vitest run test/readme.test.ts` then brings the
 * README up to date. Prints counts and names of files, never their text. Ends with 1 when a law was broken.
 */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { limitYoungMemory } from '../src/cli/young-memory.ts';
import { formats } from '../src/formats/index.ts';
import { delivered, newFolder } from './formats/judges.ts';
import { judgeLaws } from './formats/laws.ts';
import { type Results, resultsTable } from './formats/results.ts';
import { isRefusal, pathsIn, readSample } from './formats/samples.ts';
import { newStopwatch, time, timingsOf } from './formats/timing.ts';
import type { Delivery } from './judge/desk.ts';
import { judgeDocx } from './judge/docx-check.ts';
import { judgeOdt } from './judge/odt-check.ts';
import { judgeOffice } from './judge/office-check.ts';
import { judgeOfficeParts } from './judge/office-parts-check.ts';
import { newTally } from './judge/tally.ts';
import { judgeValidity } from './judge/validator-check.ts';

limitYoungMemory();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    judges: { type: 'boolean', default: false },
    libreoffice: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const [folder = '../shared/corpus'] = positionals;
const tally = newTally();
const copies = newFolder();
const deliveries: Delivery[] = [];
const counts = new Map(
  formats.map(({ name }) => [name, { documents: 0, edits: 0, bytes: 0, watch: newStopwatch() }]),
);
const refused = new Map<string, number>();

try {
  for (const path of pathsIn(folder)) await measure(path);
  const results = resultsOf();
  if (values.judges) await judge();
  if (values.libreoffice) judgeOffice(deliveries, tally);
  for (const [code, count] of [...refused].sort()) tally.note(`refused as ${code}`, count);
  console.log([...tally.lines(), '', resultsTable(results)].join('\n'));
  if (values.write) write(results);
} finally {
  rmSync(copies, { recursive: true });
}
process.exitCode = tally.failed() ? 1 : 0;

async function measure(path: string): Promise<void> {
  const sample = readSample(folder, path, values.only);
  if (!sample) return;
  if (isRefusal(sample)) {
    refused.set(sample.code, (refused.get(sample.code) ?? 0) + 1);
    return;
  }
  const count = counts.get(sample.format.name);
  if (!count) return;
  const written = judgeLaws(sample, tally);
  await time(sample, count.watch);
  count.documents += 1;
  count.edits += sample.edits.length;
  count.bytes += sample.bytes.length;
  if (values.judges || values.libreoffice) deliveries.push(delivered(sample, written, copies));
}

async function judge(): Promise<void> {
  const documents = deliveries.filter(({ report }) =>
    /^(?:docx|pptx|xlsx)$/.test(report.format.name),
  );
  for (const delivery of documents) {
    if (delivery.report.format.name === 'docx') await judgeDocx(delivery, tally);
    else judgeOfficeParts(delivery, tally);
  }
  for (const delivery of deliveries) {
    if (delivery.report.format.name === 'odt') judgeOdt(delivery, tally);
  }
  await judgeValidity(documents, tally, documents.length);
}

function resultsOf(): Results {
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    formats: [...counts].flatMap(([format, { documents, edits, bytes, watch }]) => {
      if (documents === 0) return [];
      const megabytes = Math.round(bytes / 100_000) / 10;
      const peakMemoryMb = peakMemoryOf(format);
      return [{ format, documents, edits, megabytes, peakMemoryMb, timings: timingsOf(watch) }];
    }),
  };
}

function peakMemoryOf(format: string): number {
  const script = fileURLToPath(new URL('formats/memory.ts', import.meta.url));
  const output = execFileSync(process.execPath, [script, folder, format], { encoding: 'utf8' });
  return Number(output);
}

function write(results: Results): void {
  const file = fileURLToPath(new URL('results/formats.json', import.meta.url));
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}
