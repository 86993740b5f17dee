import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProduct } from './product.ts';
import { type TextSet, wordsIn } from './sets.ts';

/** `wordsPerCpuSecond` counts all threads; the others are of a process that was not running before. */
export interface Speed {
  readonly wordsPerCpuSecond: number;
  readonly firstFindingSeconds: number;
  readonly peakMemoryMb: number;
}

const program = new URL('../../src/main.ts', import.meta.url).pathname;

/** Says at its end how much memory the process held at most, in kB. */
const peakReporter =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS+'\\n'))";

/** Measures a pipeline on two texts: the first warms it up, the second counts. */
export async function measureSpeed(
  pipeline: string,
  [warming, counting]: readonly [TextSet, TextSet],
): Promise<Speed> {
  const product = createProduct(pipeline);
  await product.correct(warming);
  const before = process.cpuUsage();
  await product.correct(counting);
  const { user, system } = process.cpuUsage(before);
  await product.close();
  const folder = mkdtempSync(join(tmpdir(), 'proofdesk-speed-'));
  const short = join(folder, 'short.txt');
  const long = join(folder, 'long.txt');
  writeFileSync(short, 'We recieved it.\n');
  writeFileSync(long, `${counting.lines.join('\n\n')}\n`);
  try {
    const first = await run(['check', '--pipeline', pipeline, short]);
    const peak = await run(['check', '--pipeline', pipeline, '--format', 'json', long]);
    return {
      wordsPerCpuSecond: Math.round((1e6 * wordsIn(counting.lines)) / (user + system)),
      firstFindingSeconds: first.firstSeconds,
      peakMemoryMb: Math.round(peak.peakKb / 1000),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(words: readonly string[]): Promise<{ firstSeconds: number; peakKb: number }> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ['--import', peakReporter, program, ...words]);
    let firstSeconds = 0;
    let errors = '';
    child.stdout.on('data', () => {
      if (firstSeconds === 0) firstSeconds = (performance.now() - started) / 1000;
    });
    child.stderr.on('data', (data: Buffer) => {
      errors += data.toString();
    });
    child.on('error', reject);
    child.on('close', () => {
      const peakKb = Number(/^peak (\d+)$/m.exec(errors)?.[1] ?? 0);
      resolve({ firstSeconds, peakKb });
    });
  });
}
