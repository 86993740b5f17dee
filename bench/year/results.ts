/** What a scripted year of an office ended with; amounts in cents, as text. */
export interface YearResults {
  readonly seed: string;
  readonly clients: number;
  readonly steps: number;
  readonly rounds: number;
  readonly crashes: number;
  readonly jobs: Counts;
  readonly quotes: Counts;
  readonly invoices: Counts;
  readonly numbers: Counts;
  readonly movements: Counts;
  readonly receipts: Counts;
  readonly mails: Counts;
  /** From the sum of the approved quotes to that of the invoices that stand, step by step. */
  readonly sum: Readonly<Record<string, string>>;
}

export type Counts = Readonly<Record<string, number>>;

/** The year as a table for the README. */
export function yearTable(results: YearResults): string {
  const { steps, rounds, crashes, clients, jobs, quotes, invoices, numbers, ...more } = results;
  const all = Object.values(jobs).reduce((sum, count) => sum + count, 0);
  const amounts = Object.entries(more.sum).map(([what, cents]) => `${what} ${euros(cents)}`);
  const rows = [
    ['the script', `${clients} clients, ${all} jobs, ${steps} steps, ${rounds} rounds of the desk`],
    ['killed (`SIGKILL`)', String(crashes)],
    ['jobs', told(jobs)],
    ['quotes', told(quotes)],
    ['invoices', told(invoices)],
    ['numbers without a gap', told(numbers)],
    ['movements of the account', told(more.movements)],
    ['receipts', told(more.receipts)],
    ['mails, one for each event', told(more.mails)],
    ['sum of the invoices in EUR', amounts.join('<br>')],
  ];
  return [['the year', 'how it ended'], ['---', '---'], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function told(counts: Counts): string {
  return Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ');
}

function euros(cents: string): string {
  const digits = cents.replace('-', '').padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${cents.startsWith('-') ? '−' : ''}${whole}.${digits.slice(-2)}`;
}
