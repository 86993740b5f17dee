import { amountForReading, type Minor } from '../../billing/money.ts';
import type { ClientName } from '../../job/job.ts';
import type { PastEvent } from '../../job/messages.ts';
import { balancesIn } from '../credits.ts';
import { currencyNamed } from '../open-invoices.ts';
import type { Occasion, Telling } from './occasion.ts';

/** What a client is told when what is kept of the client's own changes. */
export async function creditOccasion(
  { seq, jobId, data }: PastEvent,
  { desk, terms }: Telling,
): Promise<Occasion> {
  const client = String(data?.['client']) as ClientName;
  const currency = currencyNamed(String(data?.['currency']));
  const { language } = await terms(client);
  const moved = BigInt(String(data?.['units'] ?? '0'));
  const size = (moved < 0n ? -moved : moved) as Minor;
  const kept = balancesIn(await desk.ledger.creditMoves()).find(
    (one) => one.client === client && one.currency === currency.code,
  );
  const kind = String(data?.['kind']);
  const flag = (is: boolean): string => (is ? 'yes' : '');
  return {
    template: 'credit-moved',
    client,
    ...(jobId && { jobId }),
    round: String(seq),
    values: {
      number: String(data?.['number'] ?? ''),
      amount: amountForReading(size, currency, language),
      balance: amountForReading(kept?.amount ?? (0n as Minor), currency, language),
      overpaid: flag(kind === 'overpaid' && moved > 0n),
      takenBack: flag(kind === 'taken-back'),
      used: flag(kind === 'used'),
      refunded: flag(kind === 'refunded'),
    },
    attachments: async () => [],
  };
}
