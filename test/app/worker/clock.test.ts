import { expect, it } from 'vitest';
import { quietMs } from '../../steps/real-desk.ts';
import { type Workplace, workplace } from '../../steps/workplace.ts';

const year = 365 * 86_400_000;

async function states({ desk }: Workplace): Promise<Readonly<Record<string, number>>> {
  return (await desk.ledger.status()).documents;
}

it('a document that came in while the clock was ahead is worked on when the clock is right again', async () => {
  const place = await workplace();
  place.later(year);
  await place.drop('anna/one/a.txt');
  await place.round('quiet-period');
  place.later(-year);
  await place.work();
  expect(await states(place)).toEqual({ received: 1 });
  await place.round('quiet-period');
  await place.work();
  expect(await states(place)).toEqual({ delivered: 1 });
  place.later(quietMs + 1_000);
  await place.round('quiet-period');
  expect((await place.desk.ledger.status()).invoiceTasks).toHaveLength(1);
});

it('a document in hand while the clock jumps ahead is delivered once', async () => {
  const place = await workplace();
  await place.drop('anna/one/a.txt');
  await place.round('at-once');
  const { ledger, clock } = place.desk;
  const first = await ledger.claim(clock.now().toISOString(), 20_000);
  place.later(year);
  await place.work();
  if (!first) throw new Error('nothing was due');
  expect(await ledger.transaction((tx) => tx.complete(first))).toBe(false);
  expect(await states(place)).toEqual({ delivered: 1 });
  expect((await ledger.status()).invoiceTasks).toHaveLength(1);
});

it('a lease that was taken while the clock was ahead does not hold its document for ever', async () => {
  const place = await workplace();
  await place.drop('anna/one/a.txt');
  await place.round('at-once');
  const { ledger, clock } = place.desk;
  place.later(year);
  await ledger.claim(clock.now().toISOString(), 20_000);
  place.later(-year);
  await place.round('at-once');
  await place.work();
  expect(await states(place)).toEqual({ delivered: 1 });
});
