import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Delivery, JudgedReport } from './desk.ts';
import type { Tally } from './tally.ts';

/** One start of LibreOffice costs more than a document. */
const batchSize = 20;
const batchTimeoutMs = 400_000;
/** A document alone, tried once more: a neighbour may have taken the batch down with it. */
const singleTimeoutMs = 90_000;

const kinds = ['original', 'corrected', 'redline'] as const;
type Kind = (typeof kinds)[number];

/**
 * LibreOffice opens every corrected copy and every redline whose original it opens, the copy with as many pages, give
 * or take one. Equal files are converted once, and one that fails once more, since it is not steady.
 */
export function judgeOffice(deliveries: readonly Delivery[], tally: Tally): void {
  const folder = mkdtempSync(join(tmpdir(), 'judge-office-'));
  try {
    const pages = convertAll(deliveries, folder);
    judgePages(deliveries, pages, tally);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function judgePages(
  deliveries: readonly Delivery[],
  pages: ReadonlyMap<string, number>,
  tally: Tally,
): void {
  const of = ({ report }: Delivery, kind: Kind): number | undefined =>
    pages.get(keyOf(report, kind));
  for (const delivery of deliveries) {
    const [before, after] = [of(delivery, 'original'), of(delivery, 'corrected')];
    if (before === undefined) {
      tally.note('LibreOffice refuses the original', delivery.name);
      continue;
    }
    tally.judge('office: corrected copy opens', delivery.name, after !== undefined, () => 'no PDF');
    const redline = of(delivery, 'redline');
    if (delivery.report.files.redline.kind === 'tracked') {
      tally.judge('office: redline opens', delivery.name, redline !== undefined, () => 'no PDF');
    }
    const apart = Math.abs((after ?? before) - before);
    tally.judge(
      'office: corrected copy has as many pages, give or take one',
      delivery.name,
      apart <= 1,
      () => {
        return `${before} and ${after} pages`;
      },
    );
  }
  for (const kind of kinds) {
    const opened = deliveries.filter((delivery) => of(delivery, kind) !== undefined).length;
    tally.note(`LibreOffice opens, of ${deliveries.length} (${kind})`, opened);
  }
  const moved = deliveries.filter(
    (delivery) => of(delivery, 'original') !== of(delivery, 'corrected'),
  );
  tally.note('corrected copies with another number of pages', moved.length);
}

function keyOf({ files }: JudgedReport, kind: Kind): string {
  return files[kind].sha256;
}

/** The number of pages by the file's hash; a file that LibreOffice does not open is not in it. */
function convertAll(deliveries: readonly Delivery[], folder: string): ReadonlyMap<string, number> {
  const sources = new Map<string, string>();
  mkdirSync(join(folder, 'pdf'));
  for (const delivery of deliveries) {
    const isTracked = delivery.report.files.redline.kind === 'tracked';
    for (const kind of isTracked ? kinds : kinds.slice(0, 2)) {
      const key = keyOf(delivery.report, kind);
      const source = join(folder, `${key}${extname(delivery.original).toLowerCase()}`);
      if (!sources.has(key)) copyFileSync(delivery[kind], source);
      sources.set(key, source);
    }
  }
  const all = [...sources.values()];
  for (let at = 0; at < all.length; at += batchSize) {
    convert(folder, all.slice(at, at + batchSize), batchTimeoutMs);
  }
  const pdfOf = (key: string): string => join(folder, 'pdf', `${key}.pdf`);
  for (const [key, source] of sources) {
    if (!existsSync(pdfOf(key))) convert(folder, [source], singleTimeoutMs);
  }
  const opened = [...sources.keys()].filter((key) => existsSync(pdfOf(key)));
  return new Map(opened.map((key) => [key, pageCount(pdfOf(key))]));
}

/** LibreOffice ends with 0 also when it wrote nothing, so only the PDF tells. */
function convert(folder: string, sources: readonly string[], timeoutMs: number): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
  const options = [
    profile,
    '--headless',
    '--norestore',
    '--convert-to',
    'pdf',
    '--outdir',
    join(folder, 'pdf'),
  ];
  const { error } = spawnSync('soffice', [...options, ...sources], {
    timeout: timeoutMs,
    stdio: 'ignore',
    killSignal: 'SIGKILL',
  });
  if (error && !('code' in error && error.code === 'ETIMEDOUT')) throw error;
}

function pageCount(pdf: string): number {
  const { stdout, error } = spawnSync('pdfinfo', [pdf], { encoding: 'utf8' });
  if (error) throw error;
  const count = /^Pages:\s+(\d+)$/m.exec(stdout)?.[1];
  if (count === undefined) throw new Error(`pdfinfo counts no pages in ${pdf}`);
  return Number(count);
}
