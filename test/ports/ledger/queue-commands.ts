import fc from 'fast-check';
import { expect } from 'vitest';
import type { Revision } from '../../../src/job/job.ts';
import type { Lease } from '../../../src/job/records.ts';
import type { Ledger } from '../../../src/ports.ts';
import { second } from './setting.ts';

/** The ledger under test. Leases are kept for ever, so that lost ones are tried too. */
export interface Real {
  readonly ledger: Ledger;
  readonly revisions: readonly Revision[];
  readonly leases: Lease[];
}

interface Task {
  readonly seq: number;
  readonly revision: number;
  readonly kind: string;
  dueAt: number;
  /** The number of the lease that holds it; -1 while it waits. */
  lease: number;
  attempts: number;
}

/** A queue as one would write it on the back of an envelope. */
export interface Model {
  now: number;
  nextSeq: number;
  leaseCount: number;
  tasks: Task[];
}

export function startingModel(): Model {
  return { now: 100, nextSeq: 0, leaseCount: 0, tasks: [] };
}

type Command = fc.AsyncCommand<Model, Real>;
const leaseSeconds = 10;

/** Some more often, so that the same task is asked for while it waits and while it is in hand. */
const someRevision = fc.constantFrom(0, 0, 0, 1, 2, 4);
const someTask = fc.tuple(someRevision, fc.constantFrom('x', 'x', 'x', 'y'), fc.nat({ max: 8 }));
/** How many leases back, so that most are still held and some are long lost. */
const someLease = fc.nat({ max: 8 });

/** Sequences of what intake and worker do to the queue, and of time passing. */
export const commands = fc.commands(
  [
    someTask.map(enqueue),
    someTask.map(enqueue),
    fc.constant(undefined).map(claim),
    fc.constant(undefined).map(claim),
    fc.integer({ min: 1, max: 15 }).map(wait),
    someLease.map(complete),
    someLease.map(heartbeat),
    someLease.map(bury),
    fc.tuple(someLease, fc.nat({ max: 20 })).map(retryLater),
  ],
  { maxCommands: 60, size: 'max' },
);

function enqueue([revision, kind, wait]: [number, string, number]): Command {
  return command(`enqueue ${kind} of ${revision} in ${wait} s`, async (model, real) => {
    const twin = waitingTwin(model, revision, kind);
    const dueAt = model.now + wait;
    if (!twin) {
      const task = { seq: model.nextSeq, revision, kind, dueAt, lease: -1, attempts: 0 };
      model.tasks.push(task);
      model.nextSeq += 1;
    }
    const revisionId = idOf(real, revision);
    const request = { kind, revisionId, runAt: second(dueAt) };
    expect(await real.ledger.transaction((tx) => tx.enqueue(request))).toBe(!twin);
  });
}

function claim(): Command {
  return command('claim', async (model, real) => {
    const lease = await real.ledger.claim(second(model.now), leaseSeconds * 1000);
    const [task] = model.tasks
      .filter(({ dueAt }) => dueAt <= model.now)
      .sort((a, b) => inHand(model, a) - inHand(model, b) || a.dueAt - b.dueAt || a.seq - b.seq);
    if (!task) {
      expect(lease).toBeUndefined();
      return;
    }
    task.attempts += 1;
    task.dueAt = model.now + leaseSeconds;
    task.lease = model.leaseCount;
    model.leaseCount += 1;
    const { kind, attempts } = task;
    expect(lease).toMatchObject({ kind, attempts, revisionId: idOf(real, task.revision) });
    if (lease) real.leases.push(lease);
  });
}

function wait(seconds: number): Command {
  return command(`wait ${seconds} s`, (model) => {
    model.now += seconds;
    return Promise.resolve();
  });
}

function complete(back: number): Command {
  return onLease(`complete, ${back} leases back`, back, async ({ model, real, task, lease }) => {
    if (task) remove(model, task);
    expect(await real.ledger.transaction((tx) => tx.complete(lease))).toBe(task !== undefined);
  });
}

function bury(back: number): Command {
  return onLease(`bury, ${back} leases back`, back, async ({ model, real, task, lease }) => {
    if (task) remove(model, task);
    const buried = await real.ledger.transaction((tx) => tx.bury(lease, 'hopeless'));
    expect(buried).toBe(task !== undefined);
  });
}

function heartbeat(back: number): Command {
  return onLease(`heartbeat, ${back} leases back`, back, async ({ model, real, task, lease }) => {
    if (task) task.dueAt = model.now + leaseSeconds;
    const beat = await real.ledger.heartbeat(lease, second(model.now), leaseSeconds * 1000);
    expect(beat).toBe(task !== undefined);
  });
}

function retryLater([back, wait]: [number, number]): Command {
  return onLease(`put off, ${back} leases back`, back, async ({ model, real, task, lease }) => {
    const runAt = model.now + wait;
    if (task) {
      const twin = waitingTwin(model, task.revision, task.kind);
      if (twin) remove(model, twin);
      task.dueAt = runAt;
      task.lease = -1;
    }
    const put = await real.ledger.transaction((tx) => tx.retryLater(lease, second(runAt), 'oh'));
    expect(put).toBe(task !== undefined);
  });
}

interface Held {
  readonly model: Model;
  readonly real: Real;
  /** The task that the lease still holds, if it does. */
  readonly task: Task | undefined;
  readonly lease: Lease;
}

function onLease(name: string, back: number, run: (held: Held) => Promise<void>): Command {
  const check = (model: Model) => back < model.leaseCount;
  const held = async (model: Model, real: Real) => {
    const number = model.leaseCount - 1 - back;
    const lease = real.leases[number];
    if (!lease) throw new Error(`there is no lease ${number}`);
    const task = model.tasks.find((one) => one.lease === number);
    await run({ model, real, task, lease });
  };
  return { ...command(name, held), check };
}

/** After each command, both must agree on how much there is and when the next is due. */
function command(name: string, run: (model: Model, real: Real) => Promise<void>): Command {
  return {
    check: () => true,
    toString: () => name,
    async run(model, real) {
      await run(model, real);
      const nextAt = Math.min(...model.tasks.map(({ dueAt }) => dueAt));
      const count = model.tasks.length;
      const expected = { count, ...(count > 0 && { nextAt: second(nextAt) }) };
      expect(await real.ledger.pending()).toMatchObject(expected);
    },
  };
}

function waitingTwin({ tasks }: Model, revision: number, kind: string): Task | undefined {
  return tasks.find((one) => one.revision === revision && one.kind === kind && one.lease < 0);
}

/** How many tasks of the same client are in hand and not run out; revisions come two a client. */
function inHand({ tasks, now }: Model, { revision }: Task): number {
  const client = Math.floor(revision / 2);
  const same = tasks.filter((one) => Math.floor(one.revision / 2) === client);
  return same.filter(({ lease, dueAt }) => lease >= 0 && dueAt > now).length;
}

function remove(model: Model, task: Task): void {
  model.tasks = model.tasks.filter((one) => one !== task);
}

function idOf(real: Real, index: number) {
  const revision = real.revisions[index];
  if (!revision) throw new Error(`there is no revision ${index}`);
  return revision.id;
}
