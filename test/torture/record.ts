import { appendFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { FaultRow } from '../../bench/faults/results.ts';
import type { Verdict } from './judge.ts';

/** Expects that a fault did no harm, and notes what it was tried on for the table. */
export function record(
  fault: string,
  rounds: number,
  { documents, lost, doubled, wrongInvoices, complaints }: Verdict,
): void {
  note({ fault, rounds, documents, lost, doubled, wrongInvoices });
  expect(complaints, fault).toEqual([]);
  expect({ lost, doubled, wrongInvoices }, fault).toEqual({
    lost: 0,
    doubled: 0,
    wrongInvoices: 0,
  });
}

/** `bench/torture.ts` names the file. */
function note(row: FaultRow): void {
  const file = process.env['TORTURE_NOTES'];
  if (file) appendFileSync(file, `${JSON.stringify(row)}\n`);
}
