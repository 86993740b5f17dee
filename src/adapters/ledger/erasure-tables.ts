import type { Generated } from 'kysely';
import type { LeftoverKind } from '../../job/erasures.ts';

/** The table of erasures. */
export interface ErasureTables {
  readonly leftovers: LeftoversTable;
}

/** What was erased in the ledger and is still to be taken from the disk. */
interface LeftoversTable {
  seq: Generated<number>;
  kind: LeftoverKind;
  /** The hash of a content, or a path below the desk. */
  what: string;
}
