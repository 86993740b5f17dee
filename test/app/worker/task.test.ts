import { describe, expect, it } from 'vitest';
import { carryOutTask, leaseMs } from '../../../src/app/worker/task.ts';
import { DocumentProblem } from '../../../src/core/problem.ts';
import { DeskProblem, DiskFull } from '../../../src/job/trouble.ts';
import type { Desk } from '../../../src/steps/step.ts';
import { type Workplace, workplace } from '../../steps/workplace.ts';

async function placeWithLetter(): Promise<Workplace> {
  const place = await workplace();
  await place.drop('anna/offer/a.txt', 'Dear Mrs Okonkwo, all is well.\n');
  await place.round('at-once');
  return place;
}

async function carryOutNext(desk: Desk) {
  const lease = await desk.ledger.claim(desk.clock.now().toISOString(), leaseMs);
  if (!lease) throw new Error('no task is due');
  return carryOutTask(lease, desk);
}

/** The desk with an engine whose first call fails. */
function failing(desk: Desk, error: Error): Desk {
  return { ...desk, engine: { ...desk.engine, extract: () => Promise.reject(error) } };
}

describe('a task that fails', () => {
  it('because nothing can be written puts no document aside, and is free at once for whoever comes next', async () => {
    const place = await placeWithLetter();
    const { desk } = place;
    const denied = Object.assign(new Error('EACCES: permission denied'), {
      code: 'EACCES',
      syscall: 'mkdir',
      path: 'outbox/anna',
    });
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await expect(carryOutNext(failing(desk, denied))).rejects.toBe(denied);
    }
    expect((await desk.ledger.status()).documents).toEqual({ received: 1 });
    await place.work();
    expect((await desk.ledger.status()).documents).toEqual({ delivered: 1 });
  });

  it('and cannot be put aside either, as on a full disk, is free at once and put aside later', async () => {
    const place = await placeWithLetter();
    const full = new DiskFull('The disk is full.');
    const fails = () => Promise.reject(full);
    const hopeless = failing(place.desk, new DocumentProblem('corrupt', 'It ends too early.'));
    const desk = { ...hopeless, quarantine: { ...hopeless.quarantine, place: fails } };
    await expect(carryOutNext(desk)).rejects.toBe(full);
    expect(await carryOutNext(hopeless)).toMatchObject({ kind: 'quarantined', code: 'corrupt' });
  });

  it('by a fault of the program is tried again later, four times, and its error quotes no text', async () => {
    const place = await placeWithLetter();
    const { desk } = place;
    const fault = new Error('no candidates for "Okonkwo"');
    for (const kind of ['later', 'later', 'later', 'quarantined']) {
      expect(await carryOutNext(failing(desk, fault))).toMatchObject({ kind });
      expect(JSON.stringify(await desk.ledger.status())).not.toContain('Okonkwo');
      place.later(100_000);
    }
    const { quarantined, invoiceTasks } = await desk.ledger.status();
    expect(quarantined).toMatchObject([{ path: 'a.txt', code: 'crashed' }]);
    expect(invoiceTasks).toEqual([]);
  });

  it('because of the settings is put aside with the sentence that tells what to mend', async () => {
    const { desk } = await placeWithLetter();
    const problem = new DeskProblem('“retext-x” is installed, but is no retext plugin.');
    expect(await carryOutNext(failing(desk, problem))).toMatchObject({ kind: 'quarantined' });
    const { quarantined } = await desk.ledger.status();
    expect(quarantined[0]?.detail).toBe(problem.message);
  });
});
