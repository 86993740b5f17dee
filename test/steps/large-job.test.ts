import { expect, it } from 'vitest';
import { carryOutTask, leaseMs } from '../../src/app/worker/task.ts';
import type { Ledger } from '../../src/ports.ts';
import { tellClients } from '../../src/steps/tell.ts';
import { mailingOffice } from './post-office.ts';

const documents = 12;

/** A ledger that notes when all that is known of a job is asked for, in transactions too. */
function noting(ledger: Ledger, asked: { times: number }): Ledger {
  const noted = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get(target, key, receiver) {
        if (key === 'revisionsOf') asked.times += 1;
        if (key !== 'transaction') return Reflect.get(target, key, receiver);
        return (work: Parameters<Ledger['transaction']>[0]) =>
          ledger.transaction((tx) => work(noted(tx)));
      },
    });
  return noted(ledger);
}

it('a job of many documents is read as a whole when it is complete and when it is back, not for each document', async () => {
  const place = await mailingOffice(undefined);
  for (let index = 0; index < documents; index += 1) {
    await place.drop(`anna/letters/${index}.txt`, `The words of number ${index}.\n`);
  }
  await place.round('at-once');
  const asked = { times: 0 };
  const desk = { ...place.desk, ledger: noting(place.desk.ledger, asked) };
  for (;;) {
    const lease = await desk.ledger.claim(desk.clock.now().toISOString(), leaseMs);
    if (!lease) break;
    await carryOutTask(lease, desk);
  }
  expect((await desk.ledger.status()).documents).toEqual({ delivered: documents });
  expect(asked.times).toBe(1);
  await tellClients(desk);
  expect(asked.times).toBe(3);
  const told = (await desk.ledger.messages()).map(({ about }) => about);
  expect(told).toEqual(['job-received', 'job-returned']);
});
