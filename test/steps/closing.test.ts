import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { intakeRound } from '../../src/app/worker/intake.ts';
import { quietBareMs, quietMs } from './real-desk.ts';
import { type Workplace, workplace } from './workplace.ts';

const gathering = async ({ desk }: Workplace) =>
  (await desk.ledger.gatheringJobs()).map(({ client, folder }) => `${client}/${folder}`);

const closedBy = async ({ desk }: Workplace, client: string) => {
  const { jobs } = await desk.ledger.status();
  return jobs.filter((job) => job.client === client).map(({ state }) => state);
};

describe('a job is complete', () => {
  it('when its folder has been quiet for long enough, and says when that will be', async () => {
    const place = await workplace();
    await place.drop('anna/offer/a.txt');
    const { lookAgainMs } = await place.round('quiet-period');
    expect(lookAgainMs).toBeGreaterThan(quietMs - 10_000);
    expect(lookAgainMs).toBeLessThanOrEqual(quietMs);
    place.later(quietMs - 5_000);
    await place.round('quiet-period');
    expect(await gathering(place)).toEqual(['anna/offer']);
    place.later(5_000);
    const { lookAgainMs: never } = await place.round('quiet-period');
    expect(await gathering(place)).toEqual([]);
    expect(never).toBeUndefined();
  });

  it('sooner when it is a bare file', async () => {
    const place = await workplace();
    await place.drop('anna/a.txt');
    await place.round('quiet-period');
    expect(await gathering(place)).toEqual(['anna/a']);
    place.later(quietBareMs);
    await place.round('quiet-period');
    expect(await gathering(place)).toEqual([]);
  });

  it('when READY is there and no file is left, and its folder goes', async () => {
    const place = await workplace();
    await place.drop('anna/offer/a.txt');
    await place.drop('anna/offer/READY');
    await place.drop('anna/offer/b.txt', '');
    await place.round('quiet-period');
    expect(await gathering(place)).toEqual(['anna/offer']);
    await place.drop('anna/offer/b.txt');
    await place.round('quiet-period');
    expect(await gathering(place)).toEqual([]);
    expect(existsSync(join(place.root, 'inbox/anna/offer'))).toBe(false);
  });

  it('when all that job.yaml expects is there, however long that takes; until then it is said what is missing', async () => {
    const place = await workplace();
    await place.drop('anna/offer/job.yaml', 'expected_files: [a.txt, annex/b.txt]\n');
    await place.drop('anna/offer/a.txt');
    await place.round('quiet-period');
    place.later(10 * quietMs);
    for (const patience of ['quiet-period', 'at-once'] as const) {
      const { waiting, lookAgainMs } = await place.round(patience);
      expect(await gathering(place)).toEqual(['anna/offer']);
      expect(waiting).toEqual([
        {
          path: 'anna/offer/annex/b.txt',
          reason: expect.stringContaining('names it'),
          stuck: false,
        },
      ]);
      expect(lookAgainMs).toBeUndefined();
    }
    await place.drop('anna/offer/annex/b.txt');
    expect((await place.round('quiet-period')).waiting).toEqual([]);
    expect(await gathering(place)).toEqual([]);
  });

  it('at once in a run that ends, also where names are decomposed on the disk', async () => {
    const place = await workplace();
    await place.drop('mu\u0308ller/gebu\u0308hr/bru\u0308cke.txt');
    await place.round('at-once');
    expect(await closedBy(place, 'm\u00fcller')).toEqual(['working']);
  });
});

describe('a bare file', () => {
  it('is not held up by a folder of the same name', async () => {
    const place = await workplace();
    await place.drop('anna/offer/job.yaml', 'expected_files: [b.txt]\n');
    await place.drop('anna/offer/a.txt');
    await place.drop('anna/offer.txt');
    await place.round('at-once');
    expect((await closedBy(place, 'anna')).sort()).toEqual(['gathering', 'working']);
  });
});

describe('a file that an earlier run had begun to take', () => {
  it('does not count for another that is still being copied', async () => {
    const place = await workplace();
    const { desk } = place;
    await place.drop('anna/offer/a.txt');
    await desk.inbox.scan({ patient: true });
    await new Promise((resolve) => setTimeout(resolve, 30));
    const { settled } = await desk.inbox.scan({ patient: true });
    const [file] = settled;
    if (!file) throw new Error('nothing has settled');
    const intent = desk.inbox.intend(file);
    await desk.ledger.transaction((tx) => tx.addIntent(intent, desk.clock.now().toISOString()));
    await desk.inbox.claim(intent);
    await place.drop('anna/offer/b.txt');
    await place.drop('anna/offer/READY');
    await intakeRound(desk, 'quiet-period');
    expect(await gathering(place)).toEqual(['anna/offer']);
    await place.round('quiet-period');
    expect(await gathering(place)).toEqual([]);
    const [job] = (await desk.ledger.status()).jobs;
    expect(job?.documents).toEqual({ received: 2 });
  });
});

describe('a READY that has said what it had to say', () => {
  it('goes with a file that was worked on before, so that it does not close the next job too soon', async () => {
    const place = await workplace();
    await place.drop('anna/offer/a.txt', 'A letter.\n');
    await place.round('at-once');
    await place.drop('anna/offer/a.txt', 'A letter.\n');
    await place.drop('anna/offer/READY');
    await place.round('quiet-period');
    expect(existsSync(join(place.root, 'inbox/anna/offer/READY'))).toBe(false);
    await place.drop('anna/offer/b.txt');
    await place.round('quiet-period');
    expect(await gathering(place)).toEqual(['anna/offer']);
  });
});

describe('a client whose settings cannot be read', () => {
  it('waits, and nobody else does', async () => {
    const place = await workplace();
    await mkdir(join(place.root, 'clients/anna/client.yaml'), { recursive: true });
    await place.drop('anna/offer/a.txt');
    await place.drop('ben/offer/a.txt');
    const { waiting, taken } = await place.round('at-once');
    expect(taken.map(({ kind, file }) => `${kind} ${file.client}`)).toEqual([
      'held anna',
      'received ben',
    ]);
    expect(waiting).toMatchObject([{ path: 'anna/offer/a.txt', stuck: true }]);
    expect(waiting[0]?.reason).toContain('client.yaml is a folder');
    expect(await closedBy(place, 'ben')).toEqual(['working']);
  });
});
