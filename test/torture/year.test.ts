import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { booksOf } from '../../src/app/books.ts';
import { beancountOf } from '../../src/billing/exports/beancount.ts';
import { hledgerOf } from '../../src/billing/exports/hledger.ts';
import { proofdesk } from '../e2e/desk.ts';
import { program } from '../parts.ts';
import { accountOf } from '../year/account.ts';
import { playYear } from '../year/year.ts';

/**
 * How many jobs the year has: with four hundred it is the year of the README, which takes some ten minutes and which
 * `UPDATE=1` writes down. PROOFDESK_YEAR_SEED plays another one.
 */
const wholeYear = 400;
const asked = process.env['PROOFDESK_YEAR_JOBS'];
const jobs = Number(asked ?? (process.env['TORTURE_ROUNDS'] ? wholeYear : 40));
const seed = process.env['PROOFDESK_YEAR_SEED'] ?? '2027';
const results = fileURLToPath(new URL('../../bench/results/year.json', import.meta.url));

it(`a year of an office with ${jobs} jobs, killed at every twentieth step, by the seed ${seed}`, {
  timeout: 7_200_000,
}, async () => {
  const { office, bank } = await playYear(seed, jobs);
  const { root, counts, mails } = office;
  const { ledger, billing } = office.desk();
  const account = await accountOf({ seed, root, counts, mails, ledger });
  expect(account.faults).toEqual([]);
  // Where the work of a round was over sooner than its time had come, the crash waits for the next.
  expect(counts.crashes).toBeGreaterThanOrEqual(Math.floor(counts.steps / 20) - 2);
  expect([...bank.endings].sort()).toEqual(['bai', 'csv', 'ofx', 'sta', 'xml']);
  const books = await booksOf(ledger, billing);
  await office.close();
  check('hledger', ['-f', fileOf('books.journal', hledgerOf(books, {})), 'check']);
  check('bean-check', [fileOf('books.beancount', beancountOf(books, {}))]);
  const files = await proofdesk('--desk', root, 'doctor', '--audit');
  expect(files.stdout).toContain('Every file is accounted for.');
  expect((await proofdesk('--desk', root, 'audit', 'verify')).code).toBe(0);
  expect((await proofdesk('--desk', root, 'invoice', 'check')).code).toBe(0);
  if (process.env['UPDATE'] === '1' && jobs >= wholeYear) {
    writeFileSync(results, `${JSON.stringify(account.results, undefined, 2)}\n`);
  }
  rmSync(dirname(root), { recursive: true });

  function fileOf(name: string, text: string): string {
    const path = join(dirname(root), name);
    writeFileSync(path, text);
    return path;
  }
});

/** Throws when the program finds a fault. */
function check(name: string, args: readonly string[]): void {
  const path = program(name);
  if (path !== undefined) execFileSync(path, args, { stdio: 'pipe' });
}
