import { createHash, randomBytes } from 'node:crypto';

/** An event as the chain knows it. Of `data`, which may name people, it holds a digest alone. */
export interface Link {
  readonly code: string;
  readonly at: string;
  readonly jobId: string | null;
  readonly revisionId: string | null;
  readonly dataDigest: string | null;
}

/** Strings and whole numbers, so that every program writes the same bytes for the same record. */
type Canonical = Readonly<Record<string, string | number | null>>;

/** The digits of a seal that are printed: nobody finds another record that shares so many. */
const printedDigits = 32;

/**
 * The seal of a record: a hash over the seal before it and over the record. Whoever changes, adds or takes away one
 * changes all seals after it. How it is made is fixed for good: old seals would no longer hold.
 */
export function sealOf(before: string, link: Link): string {
  return sha256(`${before}\n${canonical({ ...link })}`);
}

/** Salted, so that nobody learns by trying names what an erased record said. */
export function digestOf(salt: string, data: string): string {
  return sha256(`${salt}\n${canonicalData(data)}`);
}

export function newSalt(): string {
  return randomBytes(16).toString('hex');
}

/** A head as it is printed on what is issued. */
export function headText(record: number, seal: string): string {
  return `${record}-${seal.slice(0, printedDigits)}`;
}

function canonicalData(data: string): string {
  const values: Record<string, unknown> = JSON.parse(data);
  const entries = Object.entries(values).map(([key, value]) => {
    return [key, Number.isInteger(value) ? Number(value) : String(value)] as const;
  });
  return canonical(Object.fromEntries(entries));
}

function canonical(values: Canonical): string {
  const sorted = Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(Object.fromEntries(sorted));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
