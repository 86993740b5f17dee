/** What one fault was tried on, and what it did. */
export interface FaultRow {
  readonly fault: string;
  readonly rounds: number;
  readonly documents: number;
  readonly lost: number;
  readonly doubled: number;
  readonly wrongInvoices: number;
}

/** What a desk took when it had been given so many documents. */
export interface SoakPoint {
  readonly documents: number;
  readonly deskMb: number;
  /** Of the process of the engine, or of both while one is followed by a fresh one. */
  readonly engineMb: number;
  /** Processor time of the desk since it was started. */
  readonly deskSeconds: number;
  readonly handles: number;
  readonly watches: number;
}

/** What `bench/results/faults.json` holds. */
export interface FaultResults {
  readonly date: string;
  readonly node: string;
  readonly faults: readonly FaultRow[];
  readonly soak: readonly SoakPoint[];
}

/** One row a fault, in the order in which they were first seen. */
export function summed(rows: readonly FaultRow[]): readonly FaultRow[] {
  const sums = new Map<string, FaultRow>();
  for (const row of rows) {
    const before = sums.get(row.fault);
    sums.set(row.fault, before ? plus(before, row) : row);
  }
  return [...sums.values()];
}

function plus(a: FaultRow, b: FaultRow): FaultRow {
  return {
    fault: a.fault,
    rounds: a.rounds + b.rounds,
    documents: a.documents + b.documents,
    lost: a.lost + b.lost,
    doubled: a.doubled + b.doubled,
    wrongInvoices: a.wrongInvoices + b.wrongInvoices,
  };
}

/** The table of the README. */
export function faultsTable({ faults }: Pick<FaultResults, 'faults'>): string {
  const head = ['fault', 'rounds', 'documents', 'lost', 'doubled', 'wrong invoices'];
  const rows = faults.map((row) => [
    row.fault,
    row.rounds.toLocaleString('en'),
    row.documents.toLocaleString('en'),
    row.lost,
    row.doubled,
    row.wrongInvoices,
  ]);
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
