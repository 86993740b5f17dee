import type { Invoice } from './invoice.ts';

/** Where a series is not as the law wants it: a number that is missing, or a day before that of the number before. */
export interface NumberFault {
  readonly number: string;
  readonly sentence: string;
}

/** Looks through invoices in the order of their series, years and numbers. */
export function numberFaults(invoices: readonly Invoice[]): readonly NumberFault[] {
  const faults: NumberFault[] = [];
  let before:
    | { readonly prefix: string; readonly ordinal: number; readonly date: string }
    | undefined;
  for (const { number, issuedOn } of invoices) {
    const dash = number.lastIndexOf('-');
    const prefix = number.slice(0, dash);
    const ordinal = Number(number.slice(dash + 1));
    const same = before?.prefix === prefix ? before : undefined;
    const expected = (same?.ordinal ?? 0) + 1;
    if (ordinal !== expected) {
      const sentence = `The number before it is missing: ${prefix}-${String(expected).padStart(4, '0')}.`;
      faults.push({ number, sentence });
    }
    if (same && issuedOn < same.date) {
      faults.push({ number, sentence: `It is dated ${issuedOn}, before the number before it.` });
    }
    if (prefix.slice(-4) !== issuedOn.slice(0, 4)) {
      faults.push({ number, sentence: `Its year is not that of its date, ${issuedOn}.` });
    }
    before = { prefix, ordinal, date: issuedOn };
  }
  return faults;
}
