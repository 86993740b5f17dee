import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type FaultResults, type FaultRow, faultsTable, summed } from './faults/results.ts';
import { soakSvg } from './faults/soak-curve.ts';

/**
 * Tries the faults on the real program, in their long form, and prints what they did. `--rounds` is how often a process is
 * killed, from which all other numbers follow; `--only` is the name of a file in test/torture; with UPDATE=1 the results
 * are written, and with `--add` they are added to those of the same faults that are there.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '500' },
    only: { type: 'string', default: '' },
    add: { type: 'boolean', default: false },
  },
});

const checkout = fileURLToPath(new URL('..', import.meta.url));
const resultsFile = join(checkout, 'bench/results/faults.json');
const folder = mkdtempSync(join(tmpdir(), 'proofdesk-torture-'));
const notes = join(folder, 'notes');
const soakFile = join(folder, 'soak');

const vitest = join(checkout, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--no-file-parallelism', `test/torture/${values.only}`],
  {
    cwd: checkout,
    stdio: 'inherit',
    env: {
      ...process.env,
      TORTURE_ROUNDS: values.rounds,
      TORTURE_NOTES: notes,
      TORTURE_SOAK: soakFile,
    },
  },
);

const rows = existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n').map(parseRow) : [];
const faults = summed(rows);
const soak = existsSync(soakFile) ? JSON.parse(readFileSync(soakFile, 'utf8')) : [];
rmSync(folder, { recursive: true });
console.log(faultsTable({ faults }));
if (process.env['UPDATE'] === '1') write();
process.exit(status ?? 2);

function parseRow(line: string): FaultRow {
  return JSON.parse(line);
}

/** What was not tried now stays as it was. */
function write(): void {
  const before: Partial<FaultResults> = existsSync(resultsFile)
    ? JSON.parse(readFileSync(resultsFile, 'utf8'))
    : {};
  const tried = new Set(faults.map(({ fault }) => fault));
  const old = (before.faults ?? []).filter(({ fault }) => values.add || !tried.has(fault));
  const results: FaultResults = {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    faults: summed([...old, ...faults]).toSorted((a, b) => (a.fault < b.fault ? -1 : 1)),
    soak: soak.length > 0 ? soak : (before.soak ?? []),
  };
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(checkout, 'docs/soak.svg'), soakSvg(results.soak));
}
