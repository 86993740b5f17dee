import { amountForReading, type Minor } from '../../billing/money.ts';
import type { PastEvent } from '../../job/messages.ts';
import { dayOf } from '../days.ts';
import { currencyNamed } from '../open-invoices.ts';
import type { Occasion, Telling } from './occasion.ts';

const officeCodes: readonly string[] = ['deadline-at-risk', 'deposit-unmatched'];

/** Whether an event is news for the office itself. */
export function isOfficeCode(code: string): boolean {
  return officeCodes.includes(code);
}

/** A mail with more than these would not be read. */
const movementsMax = 20;

/** What the office is told: that a deadline comes near, that a deposit waits for a word. */
export async function officeOccasion(
  event: PastEvent,
  telling: Telling,
): Promise<Occasion | undefined> {
  return event.code === 'deadline-at-risk'
    ? deadlineOccasion(event)
    : depositOccasion(event, telling);
}

function deadlineOccasion({ jobId, client, job, data }: PastEvent): Occasion | undefined {
  if (!jobId || !client || job === undefined) return undefined;
  const dueAt = new Date(String(data?.['dueAt']));
  const time = dueAt.toTimeString().slice(0, 5);
  return {
    template: 'deadline-at-risk',
    jobId,
    round: dueAt.toISOString(),
    values: { job: `${client}/${job}`, dueAt: `${dayOf(dueAt)} ${time}` },
    attachments: async () => [],
  };
}

/** What a statement brought is told once, with the last of it. */
async function depositOccasion(
  { code, seq }: PastEvent,
  { desk, terms }: Telling,
): Promise<Occasion | undefined> {
  const all = await desk.ledger.eventsCalled(code);
  if (all.at(-1)?.seq !== seq) return undefined;
  const open = await desk.ledger.bankEntries({ state: 'open' });
  if (open.length === 0) return undefined;
  const { language } = await terms();
  const movements = open.slice(0, movementsMax).map(({ id, bookedOn, amount, currency, payer }) => {
    const sum = amountForReading(amount as Minor, currencyNamed(currency), language);
    return `${id.slice(0, 8)}, ${bookedOn}: ${sum}${payer ? `, ${payer}` : ''}`;
  });
  return {
    template: 'deposit-unmatched',
    round: String(seq),
    values: { movements, count: String(open.length) },
    attachments: async () => [],
  };
}
