import { afterEach, beforeEach } from 'vitest';
import type { Ledger } from '../../../src/ports.ts';

/** Opens a ledger in which there is nothing yet. */
export type OpenEmpty = () => Promise<Ledger>;

/** A fresh ledger for each test; the returned function gives the one of the running test. */
export function freshLedger(open: OpenEmpty): () => Ledger {
  let current: Ledger | undefined;
  beforeEach(async () => {
    current = await open();
  });
  afterEach(() => current?.close());
  return () => {
    if (!current) throw new Error('there is a ledger within tests only');
    return current;
  };
}
